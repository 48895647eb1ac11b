import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { findingOf } from "../src/pages/find/looking";
import { faults, field, openDesk } from "./pages";
import { cardAt, changeAt, companyAt } from "./standin/outbox";
import { kept } from "./standin/standin";

const at = "2026-11-23T04:05:06Z";
const done = (id: number) => ({ stage: "done", id, at }) as const;
const two = [companyAt(1, done(501)), cardAt(2, done(9002))];

test("shows what was registered, when, and under which number", async () => {
  openDesk("/history", { records: two });
  const row = within(await screen.findByRole("row", { name: /髙橋 一郎/ }));
  expect(row.getByText("9002")).toBeTruthy();
  expect(row.getByText(/2026/)).toBeTruthy();
  expect(await faults()).toEqual([]);
});

test("tells changes from registrations", async () => {
  const changed = changeAt(3, done(9001), { tel: "03-0000-1234" });
  openDesk("/history", { records: [...two, changed] });
  await screen.findByText("Card changed");
  for (const what of ["Card registered", "Company registered"]) screen.getByText(what);
});

test("shows what was registered with its details, where records of its kind are found", async () => {
  const { user, standin } = openDesk("/history", { records: [cardAt(2, done(132))] });
  await user.click(await screen.findByRole("button", { name: "髙橋 一郎" }));
  await screen.findByLabelText("Card details");
  expect(location.hash).toBe("#/find/cards");
  expect(standin.callsOf("search_for")).toEqual([
    {
      entity: "business_cards",
      id: 132,
      fields: { name: "髙橋 一郎", client_name: "青空商事株式会社" },
    },
  ]);
  expect(findingOf(kept.id, "business_cards").caret.get().row).not.toBe(0);
});

test("opens companies in HotProfile, and nothing else", async () => {
  const { user, standin } = openDesk("/history", { records: two });
  await screen.findByRole("table");
  expect(screen.getAllByRole("button", { name: /^Open in HotProfile/ })).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Open in HotProfile: みらい設計株式会社" }));
  await waitFor(() => expect(standin.callsOf("open_company")).toEqual([{ id: 501 }]));
});

test("is searched as one types, and says what was not found", async () => {
  openDesk("/history", { records: two });
  fireEvent.change(await field("history"), { target: { value: "存在しない" } });
  await screen.findByText("Nothing with “存在しない”.");
  fireEvent.change(await field("history"), { target: { value: "みらい" } });
  await screen.findByRole("row", { name: /みらい設計/ });
  expect(screen.queryByRole("row", { name: /髙橋/ })).toBeNull();
});

test("goes on from page to page", async () => {
  const many = Array.from({ length: 60 }, (_, id) => cardAt(id + 1, done(9000 + id)));
  const { user } = openDesk("/history", { records: many });
  await screen.findByText("1–50 of 60");
  await user.click(screen.getByRole("button", { name: "Next page" }));
  await screen.findByText("51–60 of 60");
});

test("is wiped only after asking", async () => {
  const { user, standin } = openDesk("/history", { records: two });
  await screen.findByRole("table");
  await user.click(screen.getByRole("button", { name: "Wipe the history" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(standin.callsOf("wipe_history")).toEqual([]);
  await user.click(dialog.getByRole("button", { name: "Wipe the history" }));
  await screen.findByText("Nothing in the history.");
  expect(await faults()).toEqual([]);
});

test("a shorter time is asked about, a longer one is not", async () => {
  const { user, standin } = openDesk("/settings");
  await user.selectOptions(await field("history_days"), "365");
  await waitFor(() => expect(standin.callsOf("set_history_days")).toEqual([{ days: 365 }]));
  await waitFor(async () => expect((await field("history_days")).value).toBe("365"));
  await user.selectOptions(await field("history_days"), "30");
  const dialog = within(await screen.findByRole("dialog"));
  dialog.getByText("Everything older than 30 days is forgotten now.");
  expect(standin.callsOf("set_history_days")).toHaveLength(1);
  await user.click(dialog.getByRole("button", { name: "Forget it" }));
  await waitFor(() => expect(standin.callsOf("set_history_days")).toHaveLength(2));
});
