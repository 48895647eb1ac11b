// Nobody types anew what is known already: the record before, a found one, a colleague's company.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { Typed } from "../src/backend";
import { cell, table } from "./finding";
import { compose, engines } from "./input-methods";
import { faults, field, openDesk } from "./pages";
import { cardAt, changeAt, companyAt } from "./standin/outbox";
import type { Standin } from "./standin/standin";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const copyKey = { key: "d", code: "KeyD", ctrlKey: true };
const done = { stage: "done", id: 9001, at: "2026-11-23T04:05:06Z" } as const;
const earlier = cardAt(5, done, {
  family_name: "髙橋",
  first_name: "一郎",
  family_name_kana: "タカハシ",
  tel: "03-0000-1234",
  extension: "12",
  mobile_tel: "090-0000-1234",
  email: "takahashi@aozora.example",
  zip: "100-0000",
  address: "千代田区架空町1-2-3",
  trade_on: "2026/11/20",
  open_status: "3",
});
const waiting = { stage: "waiting", why: "in_turn", until: null } as const;
const forms = (standin: Standin) => standin.callsOf("submit").map(({ form }) => form as Typed);
const textIn = async (name: string) => (await field(name)).value;

test("the card before is copied into the empty fields, never over what was typed", async () => {
  const { standin } = openDesk(undefined, { records: [earlier, changeAt(6, done, { tel: "1" })] });
  type(await field("tel"), "03-0000-9999");
  type(await field("family_name"), "山田");
  fireEvent.keyDown(document.body, copyKey);
  await waitFor(async () => expect(await textIn("address")).toBe("千代田区架空町1-2-3"));
  expect(await textIn("client_id")).toBe("青空商事株式会社");
  expect(await textIn("tel")).toBe("03-0000-9999");
  // What says one thing together stays together.
  expect([await textIn("extension"), await textIn("first_name")]).toEqual(["", ""]);
  expect(await textIn("family_name_kana")).toBe("");
  expect(await textIn("email")).toBe("takahashi@aozora.example");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Only me" }).checked).toBe(true);
  await screen.findByText(/fields copied from “髙橋 一郎”/);
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
  expect(forms(standin)[0]?.values).toMatchObject({ client_id: "11", family_name: "山田" });
});

test("what was copied can be cleared as anything else", async () => {
  const { user } = openDesk(undefined, { records: [earlier] });
  await user.click(await screen.findByRole("button", { name: "Copy the card before" }));
  await waitFor(async () => expect(await textIn("family_name")).toBe("髙橋"));
  await user.click(screen.getByRole("button", { name: "Clear the form" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Clear the form" }));
  await waitFor(async () => expect(await textIn("family_name")).toBe(""));
  expect(await textIn("client_id")).toBe("");
});

test("a name that is typed over a copied one does not keep the reading of that one", async () => {
  const { user } = openDesk(undefined, { records: [earlier] });
  const family = await field("family_name");
  await user.click(screen.getByRole("button", { name: "Copy the card before" }));
  await waitFor(() => expect(family.value).toBe("髙橋"));
  await user.clear(family);
  await user.type(family, "Smith");
  expect(await textIn("family_name_kana")).toBe("");
});

test("a pinned field takes nothing from the card before", async () => {
  openDesk(undefined, {
    records: [earlier],
    views: { pins: '{"business_cards":{"trade_on":"2026/11/25"}}' },
  });
  await field("client_id");
  fireEvent.keyDown(document.body, copyKey);
  await waitFor(async () => expect(await textIn("family_name")).toBe("髙橋"));
  expect(await textIn("trade_on")).toBe("2026/11/25");
});

test("where nothing was saved before, that is said", async () => {
  openDesk("/register/client", { records: [earlier] });
  await field("name");
  fireEvent.keyDown(document.body, copyKey);
  await screen.findByText("There is no earlier record to copy.");
});

test.each(engines)("a key of an input method copies nothing: $name", async (engine) => {
  const { standin } = openDesk(undefined, { records: [earlier] });
  const family = await field("family_name");
  family.focus();
  compose(family, engine, ["Control+KeyD", "Control+Enter"]);
  expect(standin.callsOf("last_saved")).toEqual([]);
  expect(standin.callsOf("submit")).toEqual([]);
});

test("one key saves and goes on with another person of the same company", async () => {
  const { user, standin } = openDesk(undefined, {
    records: [earlier],
    views: { pins: '{"business_cards":{"trade_on":"2026/11/25"}}' },
  });
  await field("client_id");
  fireEvent.keyDown(document.body, copyKey);
  await waitFor(async () => expect(await textIn("family_name")).toBe("髙橋"));
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
  await waitFor(async () => expect(document.activeElement).toBe(await field("family_name")));
  expect(await textIn("client_id")).toBe("青空商事株式会社");
  const shared = { tel: "03-0000-1234", zip: "100-0000", address: "千代田区架空町1-2-3" };
  for (const [name, value] of Object.entries(shared)) expect(await textIn(name)).toBe(value);
  expect(await textIn("trade_on")).toBe("2026/11/25");
  for (const name of [
    "family_name",
    "first_name",
    "family_name_kana",
    "extension",
    "mobile_tel",
    "email",
  ]) {
    expect(await textIn(name)).toBe("");
  }
  await user.keyboard("山田");
  await user.click(screen.getByRole("button", { name: "Save, same company" }));
  await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(2));
  expect(forms(standin)[1]?.values).toMatchObject({
    ...shared,
    client_id: "11",
    family_name: "山田",
  });
});

test("another person of a company that is on its way waits for it too", async () => {
  const card = cardAt(5, waiting, { client_id: "" }, "みらい設計株式会社");
  const { standin } = openDesk(undefined, {
    records: [companyAt(4, waiting), { ...card, form: { ...card.form, needs: 4 } }],
  });
  await field("client_id");
  fireEvent.keyDown(document.body, copyKey);
  await waitFor(async () => expect(await textIn("client_id")).toBe("みらい設計株式会社"));
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
  await waitFor(async () => expect(document.activeElement).toBe(await field("family_name")));
  type(await field("family_name"), "山田");
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(2));
  expect(forms(standin).map(({ needs }) => needs)).toEqual([4, 4]);
});

test("a found card is a template: what is known of it, and what was being typed is put aside", async () => {
  const { user, standin } = openDesk();
  type(await field("family_name"), "Petrova");
  location.hash = "#/find/cards";
  await table();
  await user.click(cell(2));
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("button", { name: "Use as a template" }));
  await waitFor(() => expect(location.hash).toBe("#/register/card"));
  await waitFor(async () => expect(await textIn("email")).toBe("person135@aozora.example"));
  expect(await textIn("note")).toContain("展示会で挨拶。");
  const aside = standin.outbox.records().filter(({ stage }) => "aside" in stage && stage.aside);
  expect(aside.map(({ form }) => form.values.family_name)).toEqual(["Petrova"]);
  await waitFor(async () => expect(document.activeElement).toBe(await field("family_name")));
  // Where its family name ends is not known, nor is its number taken over.
  expect(await textIn("family_name")).toBe("");
  expect(JSON.stringify(forms(standin))).not.toContain('"id"');
});

test("from a found company one registers a person of it", async () => {
  const { user } = openDesk("/find/clients", { cards: 9 });
  await table();
  await user.click(cell(0));
  expect(await faults()).toEqual([]);
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(
    await screen.findByRole("button", { name: "Register a person of this company" }),
  );
  await waitFor(() => expect(location.hash).toBe("#/register/card"));
  await waitFor(async () => expect(await textIn("tel")).toBe("03-0000-0009"));
  expect(await textIn("client_id")).toBe("青空商事株式会社");
  await screen.findByText("Chosen, number 9");
  expect(await textIn("zip")).toBe("100-0000");
  expect(await textIn("url")).toBe("https://aozora.example");
  expect(await textIn("note")).toBe("");
});

test("from a found card one registers a colleague, whose own contacts are another's", async () => {
  const { user } = openDesk("/find/cards");
  await table();
  await user.click(cell(2));
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("button", { name: "Another person of this company" }));
  await waitFor(async () => expect(await textIn("tel")).toBe("03-0000-0135"));
  expect(await textIn("email")).toBe("");
  expect(await textIn("trade_on")).toBe("");
});

test("what a colleague shares goes with the company, as it was or as it was tidied", async () => {
  const { user, standin } = openDesk(undefined, { records: [earlier] });
  await field("client_id");
  fireEvent.keyDown(document.body, copyKey);
  await waitFor(async () => expect(await textIn("family_name")).toBe("髙橋"));
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
  await waitFor(async () => expect(document.activeElement).toBe(await field("family_name")));
  expect(await textIn("tel")).toBe("03-0000-1234");
  type(await field("client_id"), "Blue");
  for (const name of ["tel", "zip", "address"]) expect(await textIn(name)).toBe("");

  location.hash = "#/find/clients";
  await table();
  await user.click(cell(0));
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(
    await screen.findByRole("button", { name: "Register a person of this company" }),
  );
  await waitFor(async () => expect(await textIn("zip")).toBe("100-0000"));
  type(await field("client_id"), "Blue");
  expect([await textIn("tel"), await textIn("zip"), await textIn("url")]).toEqual(["", "", ""]);
});

test("what was tidied on saving is told in the form of a colleague too", async () => {
  openDesk(undefined, { records: [earlier] });
  await field("client_id");
  fireEvent.keyDown(document.body, copyKey);
  await waitFor(async () => expect(await textIn("family_name")).toBe("髙橋"));
  type(await field("tel"), "0300001234");
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true, shiftKey: true });
  await screen.findByText("Phone: “0300001234” became “03-0000-1234”.");
  expect(await textIn("email")).toBe("");
});

test("whoever goes elsewhere while a template is fetched is not taken to its form", async () => {
  let answer: (sheet: unknown) => void = () => undefined;
  const { user, standin } = openDesk("/find/cards", {
    answers: { begin_change: () => new Promise((resolve) => (answer = resolve)) },
  });
  await table();
  await user.click(cell(2));
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("button", { name: "Use as a template" }));
  await waitFor(() => expect(standin.callsOf("begin_change")).toHaveLength(1));
  location.hash = "#/history";
  await waitFor(() => expect(standin.callsOf("give_up")).toHaveLength(1));
  answer({ fields: {}, companies: [] });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(location.hash).toBe("#/history");
});

test("on macOS ⌘ and a letter is a key of the program, Ctrl and a letter is not", async () => {
  vi.spyOn(navigator, "platform", "get").mockReturnValue("MacIntel");
  const { standin } = openDesk(undefined, { records: [earlier] });
  await field("client_id");
  fireEvent.keyDown(document.body, copyKey);
  expect(standin.callsOf("last_saved")).toEqual([]);
  fireEvent.keyDown(document.body, { ...copyKey, ctrlKey: false, metaKey: true });
  await waitFor(async () => expect(await textIn("family_name")).toBe("髙橋"));
  vi.restoreAllMocks();
});
