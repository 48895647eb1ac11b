import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Company, OutboxRecord, Problem, Trouble, Typed } from "../src/backend";
import { faults, field, openDesk } from "./pages";
import { companies } from "./standin/cards";
import { cardAt } from "./standin/outbox";
import { practice, trouble } from "./standin/standin";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const ctrlEnter = () => fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
const only = (company: Company | undefined) => ({
  companies: [company],
  waiting: [],
  called_so: null,
});
const soon = () => new Promise((resolve) => setTimeout(resolve, 400));

async function chooseCompany(part = "Blue") {
  const company = await field("client_id");
  company.focus();
  type(company, part);
  await waitFor(() => expect(document.querySelector("[data-combobox-selected]")).not.toBeNull());
  fireEvent.keyDown(company, { key: "Enter", code: "Enter" });
}

async function fillCard() {
  await chooseCompany();
  type(await field("family_name"), "髙橋");
}

async function tellOnSaving(told: Trouble) {
  const desk = openDesk("/register/card", { answers: { submit: () => trouble(told) } });
  await fillCard();
  ctrlEnter();
  await screen.findByText("What you typed is still here.");
  return desk;
}

test("the empty form has no fault for a screen reader, nor has one with everything unfolded", async () => {
  const { user } = openDesk("/register/card", { open: practice });
  await field("client_id");
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "More fields" }));
  await field("latitude");
  expect(await faults()).toEqual([]);
});

describe("choosing the company", () => {
  test("asks once a pause in typing, never once a key", async () => {
    const { user, standin } = openDesk();
    await user.type(await field("client_id"), "Blue Harbour");
    await screen.findByText("Blue Harbour Ltd");
    expect(standin.callsOf("companies").length).toBeLessThan("Blue Harbour".length);
    expect(standin.callsOf("companies").at(-1)).toMatchObject({ part: "Blue Harbour" });
  });

  test("asks for nothing while an input method is converting", async () => {
    const { standin } = openDesk();
    const company = await field("client_id");
    fireEvent.compositionStart(company);
    type(company, "あおば");
    await soon();
    expect(standin.callsOf("companies")).toEqual([]);
    fireEvent.compositionEnd(company);
    await screen.findByText("あおば印刷有限会社");
    expect(standin.callsOf("companies")).toMatchObject([{ part: "あおば" }]);
  });

  test("shows no answer to an older text", async () => {
    const answers = new Map<string, (found: unknown) => void>();
    openDesk("/register/card", {
      answers: {
        companies: ({ part }: { part: string }) =>
          new Promise((resolve) => answers.set(part, resolve)),
      },
    });
    const company = await field("client_id");
    type(company, "青");
    await waitFor(() => expect(answers.has("青")).toBe(true));
    type(company, "Blue");
    await waitFor(() => expect(answers.has("Blue")).toBe(true));
    answers.get("Blue")?.(only(companies[3]));
    await screen.findByText("Blue Harbour Ltd");
    answers.get("青")?.(only(companies[0]));
    await soon();
    expect(screen.queryByText("青空商事株式会社")).toBeNull();
  });

  test("gives up the call for an older text", async () => {
    const { standin } = openDesk("/register/card", {
      answers: { companies: () => new Promise(() => undefined) },
    });
    const company = await field("client_id");
    type(company, "青");
    await waitFor(() => expect(standin.callsOf("companies")).toHaveLength(1));
    const [first] = standin.callsOf("companies");
    type(company, "Blue");
    await waitFor(() => expect(standin.callsOf("give_up")).toEqual([{ ticket: first?.ticket }]));
  });

  test("other text than the chosen name is no choice", async () => {
    const { standin } = openDesk();
    await fillCard();
    type(await field("client_id"), "Blue Harbour Ltd and more");
    ctrlEnter();
    await screen.findByText("Choose a company from the list, or register it as a new one.");
    expect(standin.outbox.records().map(({ stage }) => stage.stage)).not.toContain("waiting");
  });

  test("a new company is registered on the spot, without leaving the form", async () => {
    const { user, standin } = openDesk();
    type(await field("family_name"), "山田");
    await chooseCompany("みらい設計");
    const dialog = within(await screen.findByRole("dialog"));
    expect(await faults()).toEqual([]);
    expect((await field("name")).value).toBe("みらい設計");
    expect((await field("name_disp")).value).toBe("みらい設計");
    await user.click(dialog.getByRole("button", { name: "Register" }));
    await waitFor(async () => expect((await field("client_id")).value).toBe("みらい設計"));
    const [company] = standin.callsOf("submit");
    expect(company).toMatchObject({
      form: { entity: "clients", values: { name: "みらい設計", name_disp: "みらい設計" } },
    });
    expect((await field("family_name")).value).toBe("山田");
    await screen.findByText("Waits its turn.");
  });

  test("a card whose company is on its way waits for it, and asks for no number", async () => {
    const { standin } = openDesk();
    await chooseCompany("みらい設計");
    await screen.findByRole("dialog");
    fireEvent.keyDown(await field("name"), { key: "Enter", ctrlKey: true });
    await screen.findByText("Waits its turn.");
    type(await field("family_name"), "山田");
    ctrlEnter();
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(2));
    const company = standin.outbox.records().find(({ form }) => form.entity === "clients");
    const sent = standin.callsOf("submit").at(-1)?.form as Typed;
    expect(sent).toMatchObject({ needs: company?.id, client_name: "みらい設計" });
    expect(sent.values.client_id).toBeUndefined();
  });

  test("without a network a new company is registered all the same, and the next card takes it too", async () => {
    const { user, standin } = openDesk(undefined, {
      answers: { companies: () => trouble({ code: "not_reachable" }) },
    });
    type(await field("client_id"), "みらい設計");
    await user.click(await screen.findByRole("option", { name: /Register “みらい設計”/ }));
    fireEvent.keyDown(await field("name"), { key: "Enter", ctrlKey: true });
    await screen.findByText("Waits its turn.");
    for (const name of ["山田", "佐藤"]) {
      type(await field("family_name"), name);
      ctrlEnter();
      await waitFor(async () => expect((await field("family_name")).value).toBe(""));
      type(await field("client_id"), "みらい");
      await user.click(await screen.findByRole("option", { name: /みらい設計.*On the way/ }));
    }
    const submitted = standin.callsOf("submit").map(({ form }) => form as Typed);
    expect(submitted.filter(({ entity }) => entity === "clients")).toHaveLength(1);
    const company = standin.outbox.records().find(({ form }) => form.entity === "clients");
    expect(submitted.slice(1).map(({ needs }) => needs)).toEqual([company?.id, company?.id]);
  });

  test("Escape closes the new company and keeps what was typed into it", async () => {
    openDesk();
    await chooseCompany("みらい");
    type(await field("name"), "みらい設計株式会社");
    fireEvent.keyDown(await field("name"), { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await chooseCompany("みらい");
    await screen.findByRole("dialog");
    expect((await field("name")).value).toBe("みらい設計株式会社");
  });
});

describe("checking", () => {
  test("shows the problems of the fields that were left, and of no others", async () => {
    openDesk();
    const extension = await field("extension");
    type(extension, "内線");
    fireEvent.blur(extension);
    await screen.findByText("Digits only.");
    expect(screen.queryByText("Please fill this in.")).toBeNull();
  });

  test("puts back what would be sent", async () => {
    openDesk();
    const extension = await field("extension");
    type(extension, "０１２");
    fireEvent.blur(extension);
    await waitFor(() => expect(extension.value).toBe("012"));
  });

  test("on saving takes the person to the first field that needs another look", async () => {
    const { standin } = openDesk();
    await field("client_id");
    ctrlEnter();
    await screen.findByText("2 fields need another look.");
    await waitFor(async () => expect(document.activeElement).toBe(await field("client_id")));
    expect(standin.outbox.records()).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test("unfolds what holds a problem", async () => {
    const problems: Problem[] = [{ key: "latitude", fault: { fault: "not_degrees" } }];
    openDesk("/register/card", {
      answers: {
        leave_field: () => ({ values: {}, problems, tidied: [], hints: [] }),
        submit: () => trouble({ code: "invalid", problems }),
      },
    });
    await field("client_id");
    ctrlEnter();
    await waitFor(async () => expect(document.activeElement).toBe(await field("latitude")));
  });
});

describe("saving", () => {
  test("empties the form once the card is in the outbox, and goes on with the next", async () => {
    const { standin } = openDesk();
    await fillCard();
    ctrlEnter();
    await screen.findByText("Waits its turn.");
    expect(standin.callsOf("submit").map(({ form }) => form)).toEqual([
      {
        entity: "business_cards",
        values: { client_id: "14", family_name: "髙橋", status: "1", open_status: "1" },
        client_name: "Blue Harbour Ltd",
        needs: null,
        change: null,
      },
    ]);
    expect((await field("family_name")).value).toBe("");
    await waitFor(async () => expect(document.activeElement).toBe(await field("client_id")));
    expect(await faults()).toEqual([]);
  });

  test("happens once, however often it is asked for", async () => {
    let answer: (record: OutboxRecord) => void = () => undefined;
    const { standin } = openDesk("/register/card", {
      answers: { submit: () => new Promise<OutboxRecord>((resolve) => (answer = resolve)) },
    });
    await fillCard();
    ctrlEnter();
    ctrlEnter();
    fireEvent.click(screen.getByRole("button", { name: /^Save and next card/ }));
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    ctrlEnter();
    expect((await field("family_name")).value).toBe("髙橋");
    answer(cardAt(7, { stage: "sending" }));
    await waitFor(async () => expect((await field("family_name")).value).toBe(""));
    expect(standin.callsOf("submit")).toHaveLength(1);
  });

  test("tells how the card stands as it goes on, and its number in the end", async () => {
    const { standin } = openDesk();
    await fillCard();
    ctrlEnter();
    await screen.findByText("Waits its turn.");
    const [{ id } = cardAt(0, { stage: "sending" })] = standin.outbox.records();
    standin.outbox.move(id, { stage: "sending" });
    await screen.findByText("Being sent…");
    expect(screen.queryByRole("button", { name: /^Undo/ })).toBeNull();
    standin.outbox.move(id, { stage: "done", id: 1234, at: "2026-11-23T04:05:06Z" });
    await screen.findByText("Registered, number 1234");
  });

  test("can be undone while the card was not sent, and what is being typed is put aside", async () => {
    const { user, standin } = openDesk();
    await fillCard();
    ctrlEnter();
    const undo = await screen.findByRole("button", { name: "Undo: 髙橋" });
    type(await field("family_name"), "Petrova");
    await user.click(undo);
    await waitFor(async () => expect((await field("family_name")).value).toBe("髙橋"));
    expect((await field("client_id")).value).toBe("Blue Harbour Ltd");
    const [first, second] = standin.outbox.records();
    expect(first?.stage).toEqual({ stage: "draft", aside: false });
    expect(second?.stage).toEqual({ stage: "draft", aside: true });
    expect(second?.form.values.family_name).toBe("Petrova");
  });

  test("Enter never saves, and Escape discards nothing", async () => {
    const { standin } = openDesk();
    await fillCard();
    const family = await field("family_name");
    for (let at = 0; at < 40; at += 1) {
      fireEvent.keyDown(document.activeElement ?? family, { key: "Enter", code: "Enter" });
    }
    fireEvent.keyDown(document.activeElement ?? family, { key: "Escape" });
    expect(standin.callsOf("submit")).toEqual([]);
    expect(family.value).toBe("髙橋");
  });

  test("keeps what was typed through an error", async () => {
    await tellOnSaving({ code: "disk_full" });
    expect((await field("family_name")).value).toBe("髙橋");
    expect((await field("client_id")).value).toBe("Blue Harbour Ltd");
    expect(await faults()).toEqual([]);
  });
});
