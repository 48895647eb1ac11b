// The forms for leads and companies, where they differ from the card's.

import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { contract, type Entity, type Typed } from "../src/backend";
import { faults, field, openDesk } from "./pages";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const save = () => fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
const pages = [
  { entity: "leads", place: "/register/lead", first: "client_id" },
  { entity: "clients", place: "/register/client", first: "name" },
] as const;

/** As long as the service takes it. */
function longest(entity: Entity, key: string): string {
  const declared = contract[entity].fields.find((field) => field.key === key);
  return "株".repeat(declared?.kind.type === "text" ? declared.kind.max : 0);
}

describe.each(pages)("registering $entity", ({ place, first }) => {
  test("has no fault for a screen reader, folded, unfolded, and with everything wrong", async () => {
    const { user } = openDesk(place);
    await field(first);
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "More fields" }));
    await field("latitude");
    save();
    await screen.findByText("2 fields need another look.");
    await waitFor(async () => expect(document.activeElement).toBe(await field(first)));
    expect(await faults()).toEqual([]);
  });
});

test("a lead goes into the outbox with its flags, and what was not said is not sent", async () => {
  const { user, standin } = openDesk("/register/lead");
  type(await field("client_id"), "Blue");
  await waitFor(() => expect(document.querySelector("[data-combobox-selected]")).not.toBeNull());
  fireEvent.keyDown(await field("client_id"), { key: "Enter", code: "Enter" });
  type(await field("family_name"), "髙橋");
  const refused = within(screen.getByRole("group", { name: "Does not want" }));
  await user.click(refused.getByRole("checkbox", { name: "Do not call" }));
  await user.click(screen.getByRole("checkbox", { name: "Reseller" }));
  await user.click(screen.getByRole("checkbox", { name: "Reseller" }));
  save();
  await screen.findByText("Waits its turn.");
  expect(standin.callsOf("submit").map(({ form }) => (form as Typed).values)).toEqual([
    { client_id: "14", family_name: "髙橋", not_tel_flg: "true" },
  ]);
  expect((await field("family_name")).value).toBe("");
  expect((await field("not_tel_flg")).checked).toBe(false);
});

test("a company goes into the outbox with the longest texts that the service takes", async () => {
  const { user, standin } = openDesk("/register/client");
  await user.click(await screen.findByRole("button", { name: "More fields" }));
  const keys = ["name", "name_disp", "address", "note", "name_sub"];
  for (const key of keys) type(await field(key), longest("clients", key));
  expect(await faults()).toEqual([]);
  save();
  await screen.findByText("Waits its turn.");
  const [{ form } = {}] = standin.callsOf("submit");
  expect((form as Typed).values).toEqual(
    Object.fromEntries(keys.map((key) => [key, longest("clients", key)])),
  );
});

test("each kind of record keeps what is typed into its own form", async () => {
  const { standin } = openDesk("/register/lead");
  type(await field("family_name"), "森");
  location.hash = "#/register/client";
  type(await field("name"), "みらい設計株式会社");
  location.hash = "#/register/card";
  await screen.findByRole("heading", { name: "Register a business card" });
  await waitFor(() => expect(standin.outbox.records()).toHaveLength(2));
  location.hash = "#/register/lead";
  await screen.findByRole("heading", { name: "Register a lead" });
  expect((await field("family_name")).value).toBe("森");
});
