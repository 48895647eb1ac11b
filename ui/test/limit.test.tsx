import { emit } from "@tauri-apps/api/event";
import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { CallsLeft, FoundRecord } from "../src/backend";
import { beginChange } from "../src/pages/change/changing";
import { faults, field, openDesk } from "./pages";
import { makeRecords } from "./standin/cards";
import { cardAt } from "./standin/outbox";
import { kept } from "./standin/standin";

const waiting = { stage: "waiting", why: "limit", until: null } as const;
const tell = (calls: CallsLeft) => act(() => emit("calls-changed", calls));

test("whoever waits for the limit is told until when, and told once", async () => {
  openDesk();
  await field("client_id");
  await emit("limit-waits", { seconds: 23 });
  const note = await screen.findByText(
    /The limit of calls is used up. It goes on at .+ Go on typing./,
  );
  expect(note.closest('[role="status"]')).not.toBeNull();
  // The seconds are for the eye alone: a screen reader would read out each of them.
  expect(screen.getByText(/^\d+ s$/).getAttribute("aria-hidden")).toBe("true");
});

test("the note goes when the time has come", async () => {
  openDesk();
  await field("client_id");
  await emit("limit-waits", { seconds: 0 });
  await screen.findByText(/The limit of calls is used up/);
  await expect.poll(() => screen.queryByText(/The limit of calls/), { timeout: 20_000 }).toBeNull();
});

test("the gauge shows the calls left, and follows them", async () => {
  openDesk();
  const gauge = await screen.findByRole("meter", { name: "Calls left" });
  expect(gauge.getAttribute("aria-valuetext")).toBe("97 of 100");
  expect(gauge.getAttribute("title")).toContain("100 calls a minute");
  await tell({ left: 12, allowed: 100, more_in_seconds: 30 });
  await screen.findByText("12 of 100");
  expect(gauge.getAttribute("aria-valuenow")).toBe("12");
  expect(await faults()).toEqual([]);
});

test("the gauge asks again when there should be more", async () => {
  const { standin } = openDesk("/settings", {
    answers: { calls_left: () => ({ left: 99, allowed: 100, more_in_seconds: 1 }) },
  });
  await screen.findByText("99 of 100");
  standin.answer("calls_left", () => ({ left: 100, allowed: 100, more_in_seconds: null }));
  await screen.findByText("100 of 100");
});

test("where none are left, it is said what waits, and typing goes on", async () => {
  const { user } = openDesk("/register/card", {
    records: [cardAt(1, waiting), cardAt(2, waiting)],
  });
  const family = await field("family_name");
  await tell({ left: 0, allowed: 100, more_in_seconds: 23 });
  await screen.findByText("2 records of the outbox wait.");
  await screen.findByText(/The limit of calls is used up/);
  expect(screen.queryByRole("meter")).toBeNull();
  await user.type(family, "髙橋");
  expect(family.value).toBe("髙橋");
});

test("a record that is to be changed and waits is named", async () => {
  openDesk("/history", { answers: { begin_change: () => new Promise(() => undefined) } });
  await screen.findByRole("meter");
  const [record] = makeRecords("business_cards", 1);
  await act(() => beginChange(kept.id, "business_cards", record as FoundRecord));
  await tell({ left: 0, allowed: 100, more_in_seconds: 23 });
  await screen.findByText("The record to be changed waits.");
});

test("a search that waits is named", async () => {
  openDesk("/find/cards", { answers: { find: () => new Promise(() => undefined) } });
  await screen.findByRole("meter");
  await tell({ left: 0, allowed: 100, more_in_seconds: 23 });
  await screen.findByText("The search waits.");
});
