// What one form hands on to the next.

import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { App } from "../src/app/App";
import { forgetConnection } from "../src/store/store";
import { compose, engines } from "./input-methods";
import { faults, field, openDesk } from "./pages";
import { kept, type Standin } from "./standin/standin";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const pin = (name: string) =>
  screen.getByRole("button", { name: `Keep for the next card: ${name}` });
const isPinned = (name: string) => pin(name).getAttribute("aria-pressed") === "true";
const drafts = (standin: Standin) => standin.callsOf("save_draft").length;

async function saveCard(family = "髙橋") {
  const company = await field("client_id");
  company.focus();
  type(company, "Blue");
  await waitFor(() => expect(document.querySelector("[data-combobox-selected]")).not.toBeNull());
  fireEvent.keyDown(company, { key: "Enter", code: "Enter" });
  type(await field("family_name"), family);
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
  await waitFor(async () => expect((await field("family_name")).value).toBe(""));
}

test("what is pinned is there in the next form, the rest is empty, and the caret is in the company", async () => {
  const { user, standin } = openDesk();
  type(await field("trade_on"), "2026/11/20");
  type(await field("tel"), "03-0000-1234");
  await user.click(pin("Date exchanged"));
  await saveCard();
  expect((await field("trade_on")).value).toBe("2026/11/20");
  expect((await field("tel")).value).toBe("");
  await waitFor(async () => expect(document.activeElement).toBe(await field("client_id")));
  expect(await faults()).toEqual([]);
  await saveCard("山﨑");
  const dates = standin
    .callsOf("submit")
    .map(({ form }) => (form as never as Card).values.trade_on);
  expect(dates).toEqual(["2026/11/20", "2026/11/20"]);
});
type Card = { values: Record<string, string> };

test("what is handed on is no draft, however it came there", async () => {
  const { standin } = openDesk(undefined, {
    views: { pins: '{"business_cards":{"trade_on":"2026/11/20"}}' },
  });
  const date = await field("trade_on");
  expect(date.value).toBe("2026/11/20");
  await waitFor(async () => expect(document.activeElement).toBe(await field("client_id")));
  type(date, "2026/11/21");
  fireEvent.blur(window);
  fireEvent.keyDown(date, { key: "l", code: "KeyL", ctrlKey: true });
  fireEvent.blur(window);
  await waitFor(() => expect(standin.known.views.pins).not.toContain("trade_on"));
  expect(isPinned("Date exchanged")).toBe(false);
  expect(drafts(standin)).toBeLessThanOrEqual(1);
});

test("editing a pinned field edits what is handed on, and it survives the program", async () => {
  const { user, standin } = openDesk();
  await field("trade_on");
  await user.click(pin("Date exchanged"));
  type(await field("trade_on"), "2026/11/21");
  await waitFor(() => expect(standin.known.views.pins).toContain("2026/11/21"));
  expect(drafts(standin)).toBe(0);
  cleanup();
  forgetConnection(kept.id);
  render(<App />);
  await waitFor(async () => expect((await field("trade_on")).value).toBe("2026/11/21"));
  expect(isPinned("Date exchanged")).toBe(true);
});

test("a card that is taken up again changes nothing of what is handed on", async () => {
  const { user, standin } = openDesk();
  type(await field("trade_on"), "2026/11/20");
  await saveCard();
  type(await field("trade_on"), "2026/11/22");
  await user.click(pin("Date exchanged"));
  await user.click(await screen.findByRole("button", { name: "Undo: 髙橋" }));
  await waitFor(async () => expect((await field("trade_on")).value).toBe("2026/11/20"));
  await waitFor(() => expect(standin.known.views.pins).toContain("2026/11/22"));
});

test("the visibility that is pinned is the next card's, and without a pin everyone sees it", async () => {
  const { user } = openDesk();
  await user.click(await screen.findByRole("radio", { name: "Only me" }));
  await saveCard();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Everyone" }).checked).toBe(true);
  const onlyMe = screen.getByRole<HTMLInputElement>("radio", { name: "Only me" });
  await user.click(onlyMe);
  fireEvent.keyDown(onlyMe, { key: "l", code: "KeyL", ctrlKey: true });
  await saveCard();
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Only me" }).checked).toBe(true);
});

test.each([
  ["with Latin letters", { key: "l", code: "KeyL", ctrlKey: true }],
  ["with Russian ones", { key: "д", code: "KeyL", ctrlKey: true }],
  ["on a Mac", { key: "l", code: "KeyL", metaKey: true }],
])(
  "a key in the field presses its pin, on a keyboard %s, and no stop of Tab is lost to it",
  async (_, key) => {
    openDesk();
    const date = await field("trade_on");
    date.focus();
    fireEvent.keyDown(date, key);
    expect(isPinned("Date exchanged")).toBe(true);
    await screen.findByText("“Date exchanged” is kept for the next form.");
    expect(document.activeElement).toBe(date);
    expect(pin("Date exchanged").tabIndex).toBe(-1);
    fireEvent.keyDown(date, key);
    expect(isPinned("Date exchanged")).toBe(false);
  },
);

test.each(engines)("a key of an input method presses no pin: $name", async (engine) => {
  openDesk();
  const date = await field("trade_on");
  date.focus();
  compose(date, engine, ["Control+KeyL", "Enter"]);
  expect(isPinned("Date exchanged")).toBe(false);
});

test.each([
  ["/register/lead", "Keep for the next lead: Sales representative"],
  ["/register/client", "Keep for the next company: Sales representative"],
])("at %s the owner can be pinned too", async (place, name) => {
  openDesk(place);
  expect(await screen.findByRole("button", { name })).toBeTruthy();
});

test("what another version kept breaks nothing", async () => {
  openDesk(undefined, {
    views: {
      pins: '{"business_cards":{"shoe_size":"26","trade_on":5,"owner_user_id":"31"},"x":[]}',
    },
  });
  await waitFor(async () => expect((await field("owner_user_id")).value).toBe("佐藤 担当"));
  expect((await field("trade_on")).value).toBe("");
});
