// Records that may be registered already, beside the form in which they are typed again.

import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Duplicate, Entity, Likely, Typed } from "../src/backend";
import { settleTaken } from "../src/duplicates/taking";
import { give, typedOf } from "../src/form/form";
import { formsOf } from "../src/form/forms";
import { beginChange } from "../src/pages/change/changing";
import { faults, field, openDesk } from "./pages";
import { companies } from "./standin/cards";
import { cardAt } from "./standin/outbox";
import { kept, type Setting, trouble } from "./standin/standin";

const twin: Duplicate = {
  whose: { at: "service", id: 8123 },
  fields: {
    name: "髙橋 一郎",
    client_name: "青空商事株式会社",
    tel: "03-0000-9999",
    email: "ichiro@aozora.example",
  },
  reasons: ["same_email", "written_differently"],
  certain: true,
  search: { "search[family_name]": "髙橋", "search[client_name]": "青空商事株式会社" },
};
const waiting: Duplicate = {
  ...twin,
  whose: { at: "outbox", id: 5 },
  reasons: ["same_reading"],
  certain: false,
  search: {},
};

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const press = (key: string, target: Element = document.body, more = {}) =>
  fireEvent.keyDown(target, { key, ...more });
const save = () => press("Enter", document.body, { ctrlKey: true });

function likely(duplicates: Duplicate[], worth_asking = false): () => Likely {
  return () => ({ duplicates, worth_asking, is_named: true });
}

/** The form of a card with a family name, whose duplicates are these. */
async function typed(duplicates: Duplicate[], answers: Setting["answers"] = {}) {
  const desk = openDesk("/register/card", {
    answers: { known_duplicates: likely(duplicates), ...answers },
  });
  const family = await field("family_name");
  family.focus();
  type(family, "高橋");
  return { ...desk, family };
}

/** The company that a call asks for. */
const companyOf = (call: Record<string, unknown>) =>
  (call.form as { values: Record<string, string> }).values.client_id;

/** The duplicates, once they are shown. */
async function panel(title = "1 likely duplicate"): Promise<HTMLElement> {
  const head = await screen.findByText(title);
  // The keys are listened to once all of it is drawn.
  await act(async () => undefined);
  return head.closest("section") as HTMLElement;
}
/** What went wrong, once that is told. */
const note = () =>
  waitFor(() => {
    const note = document.querySelector(".trouble-note");
    if (!note) throw new Error("nothing is told");
    return note;
  });

describe("a likely duplicate", () => {
  test("is shown with why and with what differs, told politely, and never takes the caret", async () => {
    const { family } = await typed([twin]);
    type(await field("tel"), "03-0000-1234");
    const shown = within(await panel());
    shown.getByText("the same e-mail address");
    shown.getByText("the same name at the same company, written differently");
    shown.getByText("In HotProfile, number 8123");
    const row = shown.getByText("03-0000-9999").closest("tr");
    expect(row?.textContent).toContain("03-0000-1234");
    expect(within(row as HTMLElement).getByRole("img", { name: "differs" })).toBeTruthy();
    const told = [...document.querySelectorAll("[role=status]")].map(
      (status) => status.textContent,
    );
    expect(told.join("|")).toMatch(/A likely duplicate: 髙橋 一郎, the same e-mail.*F6 goes there/);
    expect(document.activeElement).toBe(family);
    expect(await faults()).toEqual([]);
  });

  test("is found among what this machine knows without a call to the service", async () => {
    const { standin } = await typed([twin]);
    await panel();
    expect(standin.callsOf("look_for_duplicates")).toEqual([]);
    expect(standin.callsOf("find")).toEqual([]);
  });

  test("is looked for while somebody types without a pause", async () => {
    const { standin, family } = await typed([twin]);
    const begun = Date.now();
    for (let at = 0; standin.callsOf("known_duplicates").length === 0; at += 1) {
      if (Date.now() - begun > 10_000) throw new Error("it waits for a pause");
      type(family, `高橋${at}`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  });

  test("of an older text is never shown for a newer form", async () => {
    const { user, standin } = await typed([twin]);
    await panel();
    await user.click(screen.getByRole("button", { name: "Clear the form" }));
    const sure = within(await screen.findByRole("dialog"));
    await user.click(sure.getByRole("button", { name: "Clear the form" }));
    await waitFor(() => expect(document.querySelector("article")).toBeNull());
    expect((await field("family_name")).value).toBe("");
    expect(standin.callsOf("submit")).toEqual([]);
  });

  test("is reached by key and left by key, back to the field", async () => {
    const { family } = await typed([twin]);
    await panel();
    press("F6", family);
    expect(document.activeElement?.textContent).toBe("1 likely duplicate");
    press("F6", document.activeElement as Element);
    expect(document.activeElement).toBe(family);
    press("F6", family);
    press("Escape", document.activeElement as Element);
    expect(document.activeElement).toBe(family);
    expect(family.value).toBe("高橋");
  });

  test("can be told to be none: the caret is back, and saving asks no more", async () => {
    const { user, standin, family } = await typed([twin, waiting]);
    await panel("2 likely duplicates");
    press("F6", family);
    await user.click(screen.getByRole("button", { name: "Register anyway" }));
    expect(document.querySelector("article")).toBeNull();
    expect(document.activeElement).toBe(family);
    save();
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    expect(standin.callsOf("submit")[0]?.seen).toEqual([twin.whose, waiting.whose]);
  });
});

describe("asking the service", () => {
  test("happens once for a form, however much is typed after it", async () => {
    const { standin, family } = await typed([], { known_duplicates: likely([], true) });
    await waitFor(() => expect(standin.callsOf("look_for_duplicates")).toHaveLength(1));
    await screen.findByText("No likely duplicate was found.");
    for (const name of ["高橋 ", "髙橋"]) {
      const known = standin.callsOf("known_duplicates").length;
      type(family, name);
      await waitFor(() =>
        expect(standin.callsOf("known_duplicates").length).toBeGreaterThan(known),
      );
    }
    expect(standin.callsOf("look_for_duplicates")).toHaveLength(1);
  });

  test("happens again for another company alone, and says nothing of what is not named", async () => {
    const begun: Likely = { duplicates: [], worth_asking: true, is_named: false };
    const { standin } = openDesk("/register/card", {
      knownCompanies: companies,
      answers: {
        known_duplicates: () => begun,
        look_for_duplicates: () => ({ likely: begun, told_all: true }),
      },
    });
    for (const [at, part] of ["青空", "Blu"].entries()) {
      const company = await field("client_id");
      type(company, part);
      company.focus();
      await waitFor(() =>
        expect(document.querySelector("[data-combobox-selected]")).not.toBeNull(),
      );
      press("Enter", company);
      type(await field("family_name"), `高橋${at}`);
      await waitFor(() => {
        const asked = standin.callsOf("look_for_duplicates").filter(companyOf);
        expect(new Set(asked.map(companyOf)).size).toBe(at + 1);
        expect(asked).toHaveLength(at + 1);
      });
    }
    expect(screen.queryByText("No likely duplicate was found.")).toBeNull();
  });

  test("shows what it finds", async () => {
    await typed([], {
      known_duplicates: likely([], true),
      look_for_duplicates: () => ({ likely: likely([twin])(), told_all: true }),
    });
    await screen.findByText("In HotProfile, number 8123");
  });

  test("is given up when the form is left", async () => {
    const { standin } = await typed([], {
      known_duplicates: likely([], true),
      look_for_duplicates: () => new Promise(() => undefined),
    });
    await screen.findByText("Looking in HotProfile for duplicates…");
    location.hash = "#/history";
    await waitFor(() => expect(standin.callsOf("give_up")).toHaveLength(1));
    const [{ ticket } = { ticket: 0 }] = standin.callsOf("look_for_duplicates");
    expect(standin.callsOf("give_up")).toEqual([{ ticket }]);
  });

  test("that fails is no trouble for anybody", async () => {
    const { standin } = await typed([], {
      known_duplicates: likely([], true),
      look_for_duplicates: () => trouble({ code: "not_reachable" }),
    });
    await waitFor(() => expect(standin.callsOf("look_for_duplicates")).toHaveLength(1));
    await waitFor(() =>
      expect(screen.queryByText("Looking in HotProfile for duplicates…")).toBeNull(),
    );
    expect(document.querySelector(".trouble-note")).toBeNull();
    // Nor does it say that there is none.
    expect(screen.queryByText("No likely duplicate was found.")).toBeNull();
  });
});

describe("saving", () => {
  const asks = ({ seen }: { seen: unknown[] }) =>
    seen.length === 0
      ? trouble({ code: "likely_duplicate", names: ["髙橋 一郎"], whose: [twin.whose] })
      : cardAt(7, { stage: "sending" });

  test("with a double click answers no question that was not read", async () => {
    const { standin } = await typed([twin], { submit: asks as never });
    const button = await screen.findByRole("button", { name: /^Save and next/ });
    fireEvent.click(button, { detail: 1 });
    await note();
    fireEvent.click(button, { detail: 2 });
    expect(standin.callsOf("submit")).toHaveLength(1);
    fireEvent.click(button, { detail: 1 });
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(2));
  });

  test("goes on where its question is answered with “Register anyway”", async () => {
    const { user, standin } = await typed([twin], { submit: asks as never });
    await panel();
    save();
    await note();
    await user.click(screen.getByRole("button", { name: "Register anyway" }));
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(2));
    expect(standin.callsOf("submit")[1]?.seen).toContainEqual(twin.whose);
    await waitFor(async () => expect((await field("family_name")).value).toBe(""));
  });

  test("goes on with a colleague where that was asked for", async () => {
    const { user, standin } = await typed([twin], { submit: asks as never });
    await panel();
    type(await field("url"), "aozora.example");
    press("Enter", document.body, { ctrlKey: true, shiftKey: true });
    await note();
    await user.click(screen.getByRole("button", { name: "Register anyway" }));
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(2));
    await waitFor(async () => expect((await field("client_id")).value).not.toBe(""));
  });

  test("asks about a duplicate once, and saves at the second time", async () => {
    const { standin, family } = await typed([twin], { submit: asks as never });
    save();
    const asked = await note();
    expect(asked.textContent).toMatch(
      /髙橋 一郎 is likely to be registered already.*What you typed/,
    );
    expect(family.value).toBe("高橋");
    expect(await faults()).toEqual([]);
    save();
    await waitFor(async () => expect((await field("family_name")).value).toBe(""));
    expect(standin.callsOf("submit").map(({ seen }) => seen)).toEqual([[], [twin.whose]]);
  });

  test("asks no more about what is no duplicate any longer", async () => {
    let found = [twin];
    const { family } = await typed([], {
      known_duplicates: () => ({ duplicates: found, worth_asking: false, is_named: true }),
      submit: () =>
        trouble({ code: "likely_duplicate", names: ["髙橋 一郎"], whose: [twin.whose] }),
    });
    save();
    await note();
    found = [];
    type(family, "森");
    await waitFor(() => expect(document.querySelector(".trouble-note")).toBeNull());
  });
});

describe("ways out", () => {
  test("opening one shows it with its details, and what was typed is still in its form", async () => {
    const { user, standin } = await typed([{ ...twin, whose: { at: "service", id: 132 } }]);
    await panel();
    await user.click(screen.getByRole("button", { name: "Open that one: 髙橋 一郎" }));
    await screen.findByLabelText("Card details");
    const [{ query } = { query: null }] = standin.callsOf("find").slice(-1);
    expect(query).toMatchObject({ search: twin.search });
    location.hash = "#/register/card";
    await waitFor(async () => expect((await field("family_name")).value).toBe("高橋"));
  });

  test("opening one that is not registered yet shows the outbox", async () => {
    const { user } = await typed([waiting]);
    await panel();
    expect(screen.queryByRole("button", { name: /^Take what is new/ })).toBeNull();
    await user.click(screen.getByRole("button", { name: /^Open that one/ }));
    await waitFor(() => expect(location.hash).toBe("#/outbox"));
  });

  test("taking what is new opens its change with that in it; saving it empties the form", async () => {
    const record = {
      id: 8123,
      fields: { ...twin.fields, updated_at: "2026/11/20 10:00:00" },
      items: [],
    };
    const { user, standin } = await typed([twin], {
      take_into: () => ({ record, values: { tel: "03-0000-1234", status: "1" } }),
    });
    type(await field("tel"), "03-0000-1234");
    await panel();
    await user.click(
      screen.getByRole("button", { name: "Take what is new into that one: 髙橋 一郎" }),
    );
    await waitFor(() => expect(location.hash).toBe("#/change/card/8123"));
    await waitFor(async () => expect((await field("tel")).value).toBe("03-0000-1234"));
    await screen.findByText("1 field will be changed.");
    // As long as the change is not saved, what was typed is kept.
    expect(standin.outbox.records().some(({ form }) => form.values.family_name === "高橋")).toBe(
      true,
    );

    const [company] = document.querySelectorAll('input[type="radio"][value="11"]');
    await user.click(company as Element);
    save();
    await waitFor(() => expect(location.hash).toBe("#/register/card"));
    const sent = standin.callsOf("submit").at(-1)?.form as Typed;
    expect(sent.values).toEqual({ id: "8123", client_id: "11", tel: "03-0000-1234" });
    expect((await field("family_name")).value).toBe("");
    expect(standin.outbox.records().some(({ form }) => form.values.family_name === "高橋")).toBe(
      false,
    );
  });

  test("what the program gave is laid into an empty field alone", async () => {
    const record = { id: 8123, fields: twin.fields, items: [] };
    const { user } = await typed([twin], {
      take_into: () => ({ record, values: { tel: "03-0000-1234", url: "aozora.example" } }),
    });
    const store = formsOf(kept.id).business_cards;
    act(() => {
      give(store, "tel", "03-0000-1234");
      give(store, "url", "aozora.example");
    });
    await panel();
    await user.click(screen.getByRole("button", { name: /^Take what is new/ }));
    await screen.findByText("1 field will be changed.");
    expect((await field("url")).value).toBe("aozora.example");
    expect((await field("tel")).value).toBe("03-0000-9999");
  });

  test("another change is no end of the form from which one was begun", async () => {
    const record = { id: 8123, fields: twin.fields, items: [] };
    const { user } = await typed([twin], { take_into: () => ({ record, values: {} }) });
    await panel();
    await user.click(screen.getByRole("button", { name: /^Take what is new/ }));
    await waitFor(() => expect(location.hash).toBe("#/change/card/8123"));
    const forms = formsOf(kept.id);
    const settle = (entity: Entity) => act(() => settleTaken(forms, entity, 8123, 7));
    await settle("leads");
    expect(typedOf(forms.business_cards.get()).values.family_name).toBe("高橋");
    // Of the same card, but begun from elsewhere.
    for (const id of [9, 8123]) {
      await act(() => beginChange(kept.id, "business_cards", { ...record, id }));
    }
    await settle("business_cards");
    expect(typedOf(forms.business_cards.get()).values.family_name).toBe("高橋");
  });

  test("what every form begins with is not taken, nor in one that was kept as a draft", async () => {
    const draft = cardAt(3, { stage: "draft", aside: false }, { tel: "03-0000-1234" });
    const record = { id: 8123, fields: twin.fields, items: [] };
    const { user } = openDesk("/register/card", {
      records: [draft],
      answers: {
        known_duplicates: likely([twin]),
        take_into: () => ({
          record,
          values: { tel: "03-0000-1234", status: "1", open_status: "1" },
        }),
      },
    });
    await panel();
    await user.click(screen.getByRole("button", { name: /^Take what is new/ }));
    await waitFor(async () => expect((await field("tel")).value).toBe("03-0000-1234"));
    await screen.findByText("1 field will be changed.");
  });

  test("a record that is not there any more is told, and nothing is lost", async () => {
    const { user, family } = await typed([twin], {
      take_into: () => trouble({ code: "not_found" }),
    });
    await panel();
    await user.click(screen.getByRole("button", { name: /^Take what is new/ }));
    const told = await note();
    expect(told.textContent).toContain("was not found in HotProfile");
    expect(family.value).toBe("高橋");
  });
});
