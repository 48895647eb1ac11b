// What is typed is kept while it is being typed, and leaves the form only when the person says so.

import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { App } from "../src/app/App";
import type { Typed } from "../src/backend";
import { forgetConnection } from "../src/store/store";
import { faults, field, openDesk } from "./pages";
import { cardAt, companyAt } from "./standin/outbox";
import { kept, type Standin, trouble } from "./standin/standin";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const keptForms = (standin: Standin) =>
  standin.callsOf("save_draft").map(({ form }) => (form as Typed).values);
const aside = { stage: "draft", aside: true } as const;
const left = { stage: "draft", aside: false } as const;

test("what is typed is kept within a second, as one draft", async () => {
  const { standin } = openDesk();
  const began = performance.now();
  const family = await field("family_name");
  for (const text of ["髙", "髙橋"]) {
    type(family, text);
    await waitFor(() => expect(keptForms(standin).at(-1)).toMatchObject({ family_name: text }));
  }
  expect(standin.callsOf("save_draft").map(({ draft }) => draft)).toEqual([null, 1]);
  expect(standin.outbox.records()).toHaveLength(1);
  // Two pauses of half a second; a slow machine may take longer, but not for waiting.
  expect(performance.now() - began).toBeLessThan(20_000);
});

test("nothing is kept while nothing was typed", async () => {
  const { standin } = openDesk();
  await field("family_name");
  fireEvent.blur(window);
  location.hash = "#/settings";
  await screen.findByRole("heading", { name: "Connections" });
  expect(standin.callsOf("save_draft")).toEqual([]);
});

test("what is typed is kept at once as the page is left", async () => {
  const { standin } = openDesk();
  type(await field("family_name"), "髙橋");
  fireEvent.blur(window);
  await waitFor(() => expect(keptForms(standin).at(-1)).toMatchObject({ family_name: "髙橋" }));
  type(await field("family_name"), "髙橋 改");
  act(() => {
    location.hash = "#/settings";
  });
  await waitFor(() => expect(keptForms(standin).at(-1)).toMatchObject({ family_name: "髙橋 改" }));
  expect(standin.outbox.records()).toHaveLength(1);
});

test("the form stands again after the program ended, with the caret behind what was typed", async () => {
  const { standin } = openDesk();
  type(await field("client_id"), "Blue Har");
  type(await field("tel"), "03-0000-12");
  await waitFor(() => expect(keptForms(standin).at(-1)).toMatchObject({ tel: "03-0000-12" }));
  // The program ends: everything but the outbox is gone.
  cleanup();
  forgetConnection(kept.id);
  render(<App />);
  await waitFor(async () => expect((await field("tel")).value).toBe("03-0000-12"));
  const tel = await field("tel");
  expect((await field("client_id")).value).toBe("Blue Har");
  await waitFor(() => expect(document.activeElement).toBe(tel));
  expect(tel.selectionStart).toBe(tel.value.length);
  type(tel, "03-0000-1234");
  await waitFor(() => expect(keptForms(standin).at(-1)).toMatchObject({ tel: "03-0000-1234" }));
  expect(standin.outbox.records()).toHaveLength(1);
});

test("a new company begun for the card stands in its window again after the program ended", async () => {
  openDesk("/register/card", {
    records: [
      cardAt(1, left, { client_id: "" }, "みらい"),
      companyAt(2, left, "みらい設計株式会社"),
      companyAt(3, aside, "みらい商事株式会社"),
    ],
  });
  const dialog = within(await screen.findByRole("dialog"));
  expect((await field("name")).value).toBe("みらい設計株式会社");
  fireEvent.click(dialog.getByRole("button", { name: "Register" }));
  await waitFor(async () => expect((await field("client_id")).value).toBe("みらい設計株式会社"));
});

test("only what was in the form is taken up again, not what was put aside", async () => {
  openDesk("/register/card", {
    records: [cardAt(1, left), cardAt(2, aside, { family_name: "森" })],
  });
  await waitFor(async () => expect((await field("family_name")).value).toBe("髙橋"));
  await screen.findByText("1 other draft");
});

test("a draft is put aside, found in the list and taken up again", async () => {
  const { user, standin } = openDesk();
  type(await field("family_name"), "髙橋");
  await user.click(screen.getByRole("button", { name: "Put aside" }));
  await waitFor(async () => expect((await field("family_name")).value).toBe(""));
  expect(standin.outbox.records()[0]?.stage).toEqual(aside);
  await user.click(await screen.findByRole("link", { name: "1 other draft" }));
  const drafts = within(await screen.findByRole("region", { name: "Drafts" }));
  expect(await faults()).toEqual([]);
  await user.click(drafts.getByRole("button", { name: "Continue: 髙橋" }));
  await waitFor(async () => expect((await field("family_name")).value).toBe("髙橋"));
  expect(standin.outbox.records()[0]?.stage).toEqual(left);
});

test("a draft is thrown away only after asking", async () => {
  const { user, standin } = openDesk("/outbox", { records: [cardAt(1, aside)] });
  await user.click(await screen.findByRole("button", { name: "Throw away: 髙橋 一郎" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(standin.callsOf("throw_away")).toEqual([]);
  await user.click(dialog.getByRole("button", { name: "Throw away" }));
  await screen.findByText("Nothing is waiting here.");
  expect(standin.outbox.records()).toEqual([]);
});

test("clearing the form throws its draft away, after asking", async () => {
  const { user, standin } = openDesk();
  type(await field("family_name"), "髙橋");
  await waitFor(() => expect(standin.outbox.records()).toHaveLength(1));
  await user.click(screen.getByRole("button", { name: "Clear the form" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Clear the form" }));
  await waitFor(async () => expect((await field("family_name")).value).toBe(""));
  expect(standin.outbox.records()).toEqual([]);
});

test("a full disk is told while the card is still on the screen", async () => {
  const { standin } = openDesk("/register/card", {
    answers: { save_draft: () => trouble({ code: "disk_full" }) },
  });
  type(await field("family_name"), "髙橋");
  await screen.findByText("The disk of this computer is full.");
  expect(await faults()).toEqual([]);
  expect((await field("family_name")).value).toBe("髙橋");
  standin.answer("save_draft", standin.outbox.answers.save_draft);
  fireEvent.blur(window);
  await waitFor(() => expect(screen.queryByText("The disk of this computer is full.")).toBeNull());
});

test("a card that can not be kept is not overwritten by one that is taken back", async () => {
  const { user, standin } = openDesk("/register/card");
  type(await field("client_id"), "Blue");
  await waitFor(() => expect(document.querySelector("[data-combobox-selected]")).not.toBeNull());
  fireEvent.keyDown(await field("client_id"), { key: "Enter", code: "Enter" });
  type(await field("family_name"), "髙橋");
  fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
  const undo = await screen.findByRole("button", { name: "Undo: 髙橋" });
  standin.answer("save_draft", () => trouble({ code: "disk_full" }));
  type(await field("family_name"), "Petrova");
  await user.click(undo);
  await screen.findAllByText("The disk of this computer is full.");
  expect((await field("family_name")).value).toBe("Petrova");
});
