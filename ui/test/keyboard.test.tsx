// Registering with the keyboard alone: from the empty form to the next empty form.

import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Entity, Typed } from "../src/backend";
import { layouts } from "../src/form/layout";
import { field, openDesk } from "./pages";

const forms = [
  { entity: "business_cards", place: "/register/card", first: "client_id" },
  { entity: "leads", place: "/register/lead", first: "client_id" },
  { entity: "clients", place: "/register/client", first: "name" },
] as const;

/** Every field that is not folded away, in the order of reading. */
function inOrder(entity: Entity): string[] {
  return layouts[entity].groups.flatMap(({ places, flags = [] }) => [
    ...places.map(([key]) => key),
    ...flags.flatMap(({ keys }) => keys),
  ]);
}

const here = () => {
  const { activeElement: caret } = document;
  const isField = caret instanceof HTMLInputElement || caret instanceof HTMLTextAreaElement;
  if (!isField) return "";
  // The buttons of one choice have a name that they share with nothing else.
  return caret.type === "radio" ? "radio" : caret.name;
};

describe.each(forms)("registering $entity", ({ entity, place, first }) => {
  test("Enter goes from field to field in the order of reading, and saves nothing", async () => {
    const { user, standin } = openDesk(place);
    await field(first);
    await waitFor(() => expect(here()).toBe(first));
    const walked = [here()];
    while (here() !== "note" && walked.length < 40) {
      await user.keyboard("{Enter}");
      walked.push(here());
    }
    const wanted = inOrder(entity).map((key) =>
      document.querySelector(`[name="${key}"]:not([type="radio"])`) ? key : "radio",
    );
    expect(walked.join(" ")).toBe(wanted.join(" "));
    expect(standin.callsOf("submit")).toEqual([]);
  });

  test("Page Down goes from part to part of the form, Page Up back, and neither saves", async () => {
    const { user, standin } = openDesk(place);
    await field(first);
    await waitFor(() => expect(here()).toBe(first));
    const firsts = layouts[entity].groups.map(
      ({ places, flags }) => places[0]?.[0] ?? flags?.[0]?.keys[0] ?? "",
    );
    const walked = [here()];
    while (walked.length < firsts.length) {
      await user.keyboard("{PageDown}");
      walked.push(here());
    }
    expect(walked).toEqual(firsts);
    (await field(firsts[1] ?? "")).focus();
    await user.keyboard("{PageUp}");
    expect(here()).toBe(first);
    expect(standin.callsOf("submit")).toHaveLength(0);
  });

  test("saving by key empties the form and puts the caret into its first field at once", async () => {
    const { user, standin } = openDesk(place);
    await waitFor(() => expect(here()).toBe(first));
    if (first === "name") await user.keyboard("Aozora{Enter}{Enter}Aozora");
    else await user.keyboard("Blue");
    if (first === "client_id") {
      await waitFor(() =>
        expect(document.querySelector("[data-combobox-selected]")).not.toBeNull(),
      );
      await user.keyboard("{Enter}{Enter}");
      while (here() !== "family_name") await user.keyboard("{Enter}");
      await user.keyboard("Smith{Enter}Ann");
    }
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    await screen.findByText("Waits its turn.");
    expect(here()).toBe(first);
    expect((await field(first)).value).toBe("");
    const [{ form } = { form: null }] = standin.callsOf("submit");
    expect(Object.keys((form as Typed).values)).toContain(first);
  });

  test("the list of keys opens and closes without a word about what is not typed yet", async () => {
    const { user } = openDesk(place);
    const target = await field(first);
    await waitFor(() => expect(here()).toBe(first));
    await user.keyboard("{F1}");
    const dialog = await screen.findByRole("dialog");
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(here()).toBe(first));
    expect(target.getAttribute("aria-invalid")).not.toBe("true");
  });

  test("Esc takes nothing away, wherever the caret is", async () => {
    const { user } = openDesk(place);
    await waitFor(() => expect(here()).toBe(first));
    await user.keyboard("Aozora{Escape}{Escape}");
    while (here() !== "note") {
      // A company that was not chosen keeps the caret.
      await user.keyboard(here() === first ? "{Tab}{Escape}" : "{Enter}{Escape}");
    }
    await user.keyboard("memo{Escape}{Escape}");
    expect((await field(first)).value).toBe("Aozora");
    expect((await field("note")).value).toBe("memo");
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("in a text of several lines", () => {
  test("Shift+Enter is a new line, and Enter goes on and adds none", async () => {
    const { user } = openDesk("/register/lead");
    const source = await field("lead_source");
    source.focus();
    await user.keyboard("展示会{Shift>}{Enter}{/Shift}2日目{Enter}");
    expect(source.value).toBe("展示会\n2日目");
    expect(here()).toBe("error_mail_flg");
  });

  test("so it is where a card has one among its further fields", async () => {
    const { user } = openDesk();
    await field("client_id");
    await user.click(screen.getByRole("button", { name: "More fields" }));
    (await field("lead_source")).focus();
    await user.keyboard("展示会{Enter}本人より{Enter}");
    expect(here()).toBe("latitude");
    expect((await field("lead_source")).value).toBe("展示会");
    expect((await field("direct_note")).value).toBe("本人より");
  });

  test("Enter is a new line in the memo", async () => {
    const { user } = openDesk("/register/lead");
    const note = await field("note");
    note.focus();
    await user.keyboard("1{Enter}2");
    expect([note.value, here()]).toEqual(["1\n2", "note"]);
  });
});
