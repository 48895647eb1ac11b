import { emit } from "@tauri-apps/api/event";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { cell, nothing, table } from "./finding";
import { faults, openDesk } from "./pages";
import { makeRecords } from "./standin/cards";

test("the card shows fields that nobody published by their own key, and names what is empty", async () => {
  openDesk("/find/cards");
  await table();
  fireEvent.click(cell(0));
  const card = within(await screen.findByRole("complementary"));
  expect(card.getByText("Other fields")).toBeTruthy();
  expect(card.getByText("shoe_size")).toBeTruthy();
  expect(card.getByText("Active")).toBeTruthy();
  expect(card.getByText("Prefecture")).toBeTruthy();
});

test("a lead's details show flags as words, names with their numbers, tags, and the customer's items", async () => {
  openDesk("/find/leads");
  await table();
  fireEvent.click(cell(1));
  const panel = within(await screen.findByRole("complementary"));
  expect(panel.getByText("Reseller").nextElementSibling?.textContent).toBe("Yes");
  expect(panel.getByText("10 marks not set")).toBeTruthy();
  expect(panel.getByText("Department").nextElementSibling?.textContent).toBe("営業部 (number 5)");
  expect(
    within(panel.getByText("Tags").nextElementSibling as HTMLElement).getAllByRole("listitem"),
  ).toHaveLength(2);
  expect(panel.getByText("きっかけ").nextElementSibling?.textContent).toBe("春の展示会");
});

test("a record is copied whole in words, without what tells of the page", async () => {
  const [lead] = makeRecords("leads", 2);
  if (!lead) throw new Error("there is a lead");
  const fields = { ...lead.fields, total_count: "137", itemslabel: "きっかけ", shoe_size: "26.5" };
  const { user } = openDesk("/find/leads", {
    answers: { find: () => ({ ...nothing, records: [{ ...lead, fields }], total_count: 1 }) },
  });
  await waitFor(() => expect(cell(0)).toBeTruthy());
  await user.click(cell(0));
  const written = vi.spyOn(navigator.clipboard, "writeText");
  await user.click(await screen.findByRole("button", { name: "Copy all" }));
  const lines = written.mock.lastCall?.[0].split("\n") ?? [];
  expect(lines).toEqual(
    expect.arrayContaining([
      ...["Full name\t𠮷田 健", "Department\t営業部", "Department (number)\t5"],
      ...[
        "Products of interest (number)\t1、4",
        "Reseller\tYes",
        "きっかけ\t春の展示会",
        "shoe_size\t26.5",
      ],
    ]),
  );
  expect(lines.filter((line) => /^(total_count|itemslabel)/.test(line))).toEqual([]);
});

test("a company opens in HotProfile, and what is found under its name costs calls only when asked", async () => {
  const { user, standin } = openDesk("/find/clients");
  standin.answer("open_company", () => null);
  await table();
  await user.click(cell(0));
  const panel = within(await screen.findByRole("complementary"));
  await user.click(panel.getByRole("button", { name: "Open in HotProfile" }));
  await waitFor(() => expect(standin.callsOf("open_company")).toEqual([{ id: 137 }]));
  expect(standin.callsOf("find")).toHaveLength(1);
  await user.click(panel.getByRole("button", { name: "Cards and leads under this name" }));
  await panel.findAllByRole("button", { name: "Show all 137 in the table" });
  const search = { "search[client_name]": "青空商事株式会社" };
  expect(standin.callsOf("find").slice(1)).toMatchObject([
    { entity: "business_cards", query: { search } },
    { entity: "leads", query: { search } },
  ]);
  expect(await faults()).toEqual([]);
});

test("from a lead one goes to its company, from a card to leads of the same name", async () => {
  const { user, standin } = openDesk("/find/leads");
  await table();
  await user.click(cell(0));
  await user.click(await screen.findByRole("button", { name: "Its company" }));
  await screen.findByRole("heading", { level: 1, name: "Find companies" });
  await waitFor(() =>
    expect(standin.callsOf("find").at(-1)).toMatchObject({
      entity: "clients",
      query: { search: { "search[from_id]": "12", "search[to_id]": "12" } },
    }),
  );
  await screen.findByRole("complementary", { name: "Company details" });
  location.hash = "#/find/cards";
  await screen.findByRole("heading", { level: 1, name: "Find business cards" });
  await table();
  await user.click(cell(0));
  await user.click(await screen.findByRole("button", { name: "Leads of this name" }));
  await screen.findByRole("heading", { level: 1, name: "Find leads" });
  await screen.findByRole("button", { name: "Remove “Full name: 山﨑 花子”" });
});

test("the change form is entered with F2 or the button that shows it", async () => {
  const { user, standin } = openDesk("/find/leads");
  await table();
  await user.click(cell(2));
  await screen.findByRole("button", { name: /^Change/ });
  await user.keyboard("{F2}");
  await waitFor(() => expect(location.hash).toBe("#/change/lead/135"));
  expect(standin.callsOf("find")).toHaveLength(1);
});

test("what arrived is shown by itself, and the caret stays with its record", async () => {
  const records = (ids: number[], tel: string) =>
    ids.map((id) => ({ id, fields: { name: `N${id}`, tel }, items: [] }));
  const { user, standin } = openDesk("/find/leads", {
    answers: {
      find: () => ({ ...nothing, records: records([7, 5, 3, 1], "old"), total_count: 4 }),
    },
  });
  await table();
  await user.click(cell(1));
  await screen.findByRole("heading", { level: 2, name: "N5" });
  standin.answer("find", () => ({
    ...nothing,
    records: records([9, 7, 5, 3], "new"),
    total_count: 5,
  }));
  const counts = (waiting: number) => ({
    ...{ drafts: 0, waiting, sending: 0, uncertain: 0 },
    ...{ undecided: 0, conflict: 0, altered: 0, refused: 0 },
  });
  await act(() => emit("outbox-changed", counts(1)));
  await act(() => emit("outbox-changed", counts(0)));
  await screen.findByText("N9");
  screen.getByRole("heading", { level: 2, name: "N5" });
  expect(cell(2).closest("tr")?.getAttribute("aria-selected")).toBe("true");
});
