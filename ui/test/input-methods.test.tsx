// No key of an input method reaches any handler of the program: every field and button of every
// page, in every engine, whatever people do with what they compose.

import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Duplicate, FoundRecord } from "../src/backend";
import { beginChange } from "../src/pages/change/changing";
import { compose, engines, ways } from "./input-methods";
import { field, openDesk, openPages } from "./pages";
import { makeRecords } from "./standin/cards";
import { cardAt, changeAt } from "./standin/outbox";
import { signature } from "./standin/signatures";
import type { Standin } from "./standin/standin";
import { kept, trouble } from "./standin/standin";

type Place = { name: string; open: () => Promise<Standin> };

const page = (place: string, there: RegExp | string): Place => ({
  name: place,
  open: async () => {
    const { standin } = openDesk(place);
    await screen.findByRole("heading", { level: 1, name: there });
    return standin;
  },
});

const places: Place[] = [
  ...["card", "lead", "client"].map((kind) => ({
    name: `/register/${kind}, unfolded`,
    open: async () => {
      const { user, standin } = openDesk(`/register/${kind}`);
      await user.click(await screen.findByRole("button", { name: "More fields" }));
      await field("latitude");
      return standin;
    },
  })),
  ...["cards", "leads", "clients"].map((kind) => ({
    name: `/find/${kind}, with details`,
    open: async () => {
      const { user, standin } = openDesk(`/find/${kind}`, { cards: 3 });
      const cell = await waitFor(() => {
        const found = document.querySelector<HTMLElement>('[data-cell="0:0"]');
        if (!found) throw new Error("no rows yet");
        return found;
      });
      await user.click(cell);
      await screen.findByRole("complementary");
      return standin;
    },
  })),
  page("/outbox", /./),
  page("/history", /./),
  {
    name: "a name being corrected in the settings",
    open: async () => {
      const { user, standin } = openDesk("/settings");
      await user.click(await screen.findByRole("button", { name: "Correct: 総務部" }));
      await field("names_correct");
      return standin;
    },
  },
  {
    name: "connecting",
    open: async () => {
      const { standin } = openPages("/connect");
      await field("api_key");
      return standin;
    },
  },
  {
    name: "typing the recovery code",
    open: async () => {
      const { standin } = openPages("/", {
        standing: { connections: [kept], last: kept.id },
        answers: { open_connection: () => trouble({ code: "database_key_gone" }) },
      });
      await field("recovery_code");
      return standin;
    },
  },
  {
    name: "the list of keys",
    open: async () => {
      const { standin } = openDesk();
      await field("family_name");
      fireEvent.keyDown(document.body, { key: "F1" });
      await screen.findByRole("dialog");
      return standin;
    },
  },
  {
    name: "registering a company on the spot",
    open: async () => {
      const { user, standin } = openDesk();
      await user.type(await field("client_id"), "架空");
      await user.click(await screen.findByRole("option", { name: /架空/ }));
      await field("name");
      return standin;
    },
  },
  ...(["business_cards", "leads", "clients"] as const).map((entity) => ({
    name: `changing one of ${entity}`,
    open: async () => {
      const { standin } = openDesk("/history");
      const [record] = makeRecords(entity, 3);
      await screen.findByRole("heading", { level: 1 });
      await act(() => beginChange(kept.id, entity, record as FoundRecord));
      await field("note");
      return standin;
    },
  })),
  {
    name: "reading a signature",
    open: async () => {
      const { standin } = openDesk();
      await field("client_id");
      fireEvent.keyDown(document.body, { key: "S", code: "KeyS", ctrlKey: true, shiftKey: true });
      fireEvent.change(await field("signature"), { target: { value: signature } });
      await field("signature_family_name");
      return standin;
    },
  },
  {
    name: "choosing columns",
    open: async () => {
      const { user, standin } = openDesk("/find/cards");
      await user.click(await screen.findByRole("button", { name: "Columns" }));
      await screen.findByRole("dialog");
      return standin;
    },
  },
  {
    name: "a likely duplicate",
    open: async () => {
      const { standin } = openDesk("/register/card", {
        answers: {
          known_duplicates: () => ({ duplicates: [twin], worth_asking: false, is_named: true }),
        },
      });
      fireEvent.change(await field("family_name"), { target: { value: "高橋" } });
      await screen.findByText("1 likely duplicate");
      return standin;
    },
  },
  {
    name: "deciding in the outbox",
    open: async () => {
      const { standin } = openDesk("/outbox", {
        records: [
          cardAt(1, { stage: "undecided", candidates: [{ id: 9002, fields: {} }] }),
          changeAt(
            2,
            {
              stage: "conflict",
              differences: [{ key: "tel", opened: "1", ours: "2", theirs: "3" }],
            },
            { tel: "2" },
          ),
        ],
      });
      await screen.findByText("Please choose: Phone.");
      return standin;
    },
  },
];

const twin: Duplicate = {
  whose: { at: "service", id: 8123 },
  fields: { name: "髙橋 一郎", client_name: "青空商事株式会社" },
  reasons: ["written_differently"],
  certain: true,
  search: { "search[family_name]": "髙橋" },
};

const within = () =>
  screen.queryByRole("dialog") ?? document.querySelector("main") ?? document.body;
const others = 6;
/** What a page asks by itself, while one types or as a field is left. */
const quiet = ["leave_field", "known_duplicates", "look_for_duplicates"];

/** Everything that can be typed into, and some of what else can have the caret. */
function targets(): HTMLElement[] {
  const all = (kind: string) => [...within().querySelectorAll<HTMLElement>(kind)];
  return [...all("input, textarea, select"), ...all("button, a, [data-cell]").slice(0, others)];
}

test.each(places)("at $name nothing hears a conversion", async ({ open }) => {
  const standin = await open();
  await act(async () => undefined);
  const heard: string[] = [];
  const hear = (event: Event) => heard.push(event.type);
  for (const type of ["keydown", "submit", "hashchange"]) window.addEventListener(type, hear);
  // Some pages are empty before what they show has come.
  await waitFor(() => expect(targets()).not.toEqual([]));
  for (const target of targets()) {
    target.focus();
    await act(async () => undefined);
    const stands = () => ({
      caret: document.activeElement,
      place: location.hash,
      dialogs: document.querySelectorAll('[role="dialog"]').length,
      lists: document.querySelectorAll('[aria-expanded="true"]').length,
      sent: standin.calls.filter(({ command }) => !quiet.includes(command)).length,
    });
    const before = stands();
    for (const engine of engines) {
      for (const codes of Object.values(ways)) compose(target, engine, codes);
    }
    expect(stands()).toEqual(before);
  }
  for (const type of ["keydown", "submit", "hashchange"]) window.removeEventListener(type, hear);
  expect(heard).toEqual([]);
});

test("the same keys are heard where no input method takes them", async () => {
  openDesk();
  const heard: string[] = [];
  const hear = (event: KeyboardEvent) => heard.push(event.key);
  window.addEventListener("keydown", hear);
  fireEvent.keyDown(await field("family_name"), { key: "Enter", code: "Enter", keyCode: 13 });
  window.removeEventListener("keydown", hear);
  expect(heard).toEqual(["Enter"]);
});
