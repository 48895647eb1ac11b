// An e-mail signature, seen before it is laid into the form.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { compose, engines } from "./input-methods";
import { faults, field, openDesk } from "./pages";
import { signature } from "./standin/signatures";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const opensIt = { key: "S", code: "KeyS", ctrlKey: true, shiftKey: true };
const textIn = async (name: string) => (await field(name)).value;

async function paste(text = signature) {
  fireEvent.keyDown(document.body, opensIt);
  type(await field("signature"), text);
  return within(await screen.findByRole("dialog"));
}

test("what was found is shown with its field, and goes into the form once it is confirmed", async () => {
  const { standin } = openDesk();
  await field("client_id");
  const dialog = await paste();
  await dialog.findByText(/^8 fields found/);
  expect(await faults()).toEqual([]);
  expect(await textIn("email")).toBe("");
  fireEvent.keyDown(await field("signature"), { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(await textIn("client_id")).toBe("Blue Harbour Ltd");
  expect(await textIn("family_name")).toBe("Smith");
  expect(await textIn("email")).toBe("anna.smith@blueharbour.example");
  expect(await textIn("pref_id")).toBe("東京都");
  // What has no field of its own is taken over only where somebody wants it.
  expect(await textIn("note")).toBe("");
  expect(standin.callsOf("submit")).toEqual([]);
  await waitFor(async () => expect(document.activeElement).toBe(await field("client_id")));
});

test("what is there already is shown beside it and stays, unless somebody says otherwise", async () => {
  const { user } = openDesk();
  type(await field("tel"), "03-0000-9999");
  type(await field("first_name"), "Ann");
  const dialog = await paste();
  const tel = await dialog.findByRole<HTMLInputElement>("checkbox", { name: "Take over: Phone" });
  expect(tel.checked).toBe(false);
  dialog.getByText("In the form now: 03-0000-9999");
  await user.click(dialog.getByRole("checkbox", { name: "Take over: First name" }));
  await user.click(dialog.getByRole("button", { name: /^Take over 6 fields/ }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect([await textIn("tel"), await textIn("first_name")]).toEqual(["03-0000-9999", "Anna"]);
});

test("what says one thing with what is there already stays out with it, and comes in with it", async () => {
  const { user } = openDesk();
  type(await field("tel"), "03-0000-9999");
  type(await field("zip"), "100-0000");
  const dialog = await paste(`${signature}\nextension: 12`);
  const box = (name: string) =>
    dialog.findByRole<HTMLInputElement>("checkbox", { name: `Take over: ${name}` });
  const ticks = async (...names: string[]) =>
    Promise.all(names.map(async (name) => (await box(name)).checked));
  expect(await ticks("Phone", "Extension", "Address")).toEqual([false, false, false]);
  expect(await ticks("Last name", "First name")).toEqual([true, true]);
  await user.click(await box("Phone"));
  expect(await ticks("Phone", "Extension", "Address")).toEqual([true, true, false]);
  await user.click(await box("Extension"));
  expect(await ticks("Phone", "Extension")).toEqual([true, false]);
});

test("each can be corrected or left out", async () => {
  const { user } = openDesk();
  await field("client_id");
  const dialog = await paste();
  await dialog.findByText(/^8 fields found/);
  type(await field("signature_family_name"), "Smythe");
  await user.click(dialog.getByRole("checkbox", { name: "Take over: E-mail" }));
  await user.click(dialog.getByRole("button", { name: /^Take over 6 fields/ }));
  await waitFor(async () => expect(await textIn("family_name")).toBe("Smythe"));
  expect(await textIn("email")).toBe("");
});

test("Escape closes it and loses nothing", async () => {
  openDesk();
  await field("client_id");
  await paste();
  await field("signature_family_name");
  type(await field("signature_family_name"), "Smythe");
  fireEvent.keyDown(await field("signature"), { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  fireEvent.keyDown(document.body, opensIt);
  expect((await field("signature")).value).toBe(signature);
  expect(await textIn("signature_family_name")).toBe("Smythe");
});

test("a text in which nothing was found says so, and has nothing to confirm", async () => {
  openDesk("/register/client");
  await field("name");
  const dialog = await paste("ありがとうございます。");
  await dialog.findByText("Nothing was found in it that has a field here.");
  expect(dialog.getByRole<HTMLButtonElement>("button", { name: /^Take over/ }).disabled).toBe(true);
});

test.each(engines)("a key of an input method opens nothing: $name", async (engine) => {
  openDesk();
  const family = await field("family_name");
  family.focus();
  compose(family, engine, ["Control+KeyS", "Enter"]);
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("nothing of a text before can be confirmed while another one is being read", async () => {
  const later: (() => void)[] = [];
  const { standin } = openDesk();
  await field("client_id");
  const dialog = await paste();
  await dialog.findByText(/^8 fields found/);
  standin.answer("read_signature", () => new Promise((resolve) => later.push(() => resolve([]))));
  type(await field("signature"), "Somebody else");
  await waitFor(() => expect(later).toHaveLength(1));
  const confirm = dialog.getByRole<HTMLButtonElement>("button", { name: /^Take over/ });
  expect(confirm.disabled).toBe(true);
  fireEvent.keyDown(await field("signature"), { key: "Enter", ctrlKey: true });
  expect(screen.queryByRole("dialog")).not.toBeNull();
  expect(await textIn("family_name")).toBe("");
  for (const read of later) read();
  await dialog.findByText(/^Nothing/);
});

test("Enter and Page Down in it leave the form behind it alone", async () => {
  const { user } = openDesk();
  await field("client_id");
  const dialog = await paste();
  await dialog.findByText(/^8 fields found/);
  const found = await field("signature_family_name");
  found.focus();
  await user.keyboard("{PageDown}");
  expect(document.activeElement).toBe(found);
  await user.keyboard("{Enter}");
  expect(dialog.getByRole("button", { name: /^Take over/ }).closest("form")).toBe(
    document.activeElement?.closest("form"),
  );
});
