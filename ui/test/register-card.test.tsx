import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Trouble } from "../src/backend";
import { faults, field, openDesk } from "./pages";
import { companies } from "./standin/cards";
import { practice, trouble } from "./standin/standin";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const ctrlEnter = () => fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
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
  const desk = openDesk("/register/card", { answers: { register: () => trouble(told) } });
  await fillCard();
  ctrlEnter();
  await screen.findByText(/What you typed is still here|It may have been registered/);
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
    expect(standin.callsOf("companies").at(-1)).toEqual({ part: "Blue Harbour" });
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
    expect(standin.callsOf("companies")).toEqual([{ part: "あおば" }]);
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
    answers.get("Blue")?.([companies[3]]);
    await screen.findByText("Blue Harbour Ltd");
    answers.get("青")?.([companies[0]]);
    await soon();
    expect(screen.queryByText("青空商事株式会社")).toBeNull();
  });

  test("other text than the chosen name is no choice", async () => {
    const { standin } = openDesk();
    await fillCard();
    type(await field("client_id"), "Blue Harbour Ltd and more");
    ctrlEnter();
    await screen.findByText("Choose a company from the list, or register it as a new one.");
    expect(standin.callsOf("register")).toEqual([]);
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
    expect(standin.callsOf("register")).toEqual([
      { entity: "clients", values: { name: "みらい設計", name_disp: "みらい設計" } },
    ]);
    expect((await field("family_name")).value).toBe("山田");
    await screen.findByText("Chosen, number 1001");
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
    const number = await field("organization_id");
    type(number, "営業部");
    fireEvent.blur(number);
    await screen.findByText("Enter a number.");
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
    expect(standin.callsOf("register")).toEqual([]);
    expect(await faults()).toEqual([]);
  });

  test("unfolds what holds a problem", async () => {
    openDesk("/register/card", {
      answers: {
        check: () => ({
          values: {},
          problems: [{ key: "latitude", fault: { fault: "not_degrees" } }],
        }),
      },
    });
    await field("client_id");
    ctrlEnter();
    await waitFor(async () => expect(document.activeElement).toBe(await field("latitude")));
  });
});

describe("saving", () => {
  test("shows the id that the service gave and goes to the next card", async () => {
    const { standin } = openDesk();
    await fillCard();
    ctrlEnter();
    await screen.findByText("髙橋 (Blue Harbour Ltd) is registered with number 1001.");
    expect(standin.callsOf("register")).toEqual([
      {
        entity: "business_cards",
        values: { client_id: "14", family_name: "髙橋", status: "1", open_status: "1" },
      },
    ]);
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Next card" }));
    expect(await faults()).toEqual([]);
    ctrlEnter();
    await waitFor(async () => expect((await field("family_name")).value).toBe(""));
    expect(document.activeElement).toBe(await field("client_id"));
    expect(standin.callsOf("register")).toHaveLength(1);
  });

  test("happens once, however often it is asked for", async () => {
    let answer: (id: number) => void = () => undefined;
    const { standin } = openDesk("/register/card", {
      answers: { register: () => new Promise<number>((resolve) => (answer = resolve)) },
    });
    await fillCard();
    ctrlEnter();
    ctrlEnter();
    fireEvent.click(screen.getByRole("button", { name: /^Register/ }));
    await waitFor(() => expect(standin.callsOf("register")).toHaveLength(1));
    ctrlEnter();
    answer(7);
    await screen.findByText(/registered with number 7/);
    expect(standin.callsOf("register")).toHaveLength(1);
  });

  test("Enter never saves, and Escape discards nothing", async () => {
    const { standin } = openDesk();
    await fillCard();
    const family = await field("family_name");
    for (let at = 0; at < 40; at += 1) {
      fireEvent.keyDown(document.activeElement ?? family, { key: "Enter", code: "Enter" });
    }
    fireEvent.keyDown(document.activeElement ?? family, { key: "Escape" });
    expect(standin.callsOf("register")).toEqual([]);
    expect(family.value).toBe("髙橋");
  });

  test("keeps what was typed through an error", async () => {
    await tellOnSaving({ code: "not_reachable" });
    expect((await field("family_name")).value).toBe("髙橋");
    expect((await field("client_id")).value).toBe("Blue Harbour Ltd");
    expect(await faults()).toEqual([]);
  });

  test("keeps what was typed while another page is looked at", async () => {
    openDesk();
    await fillCard();
    location.hash = "#/settings";
    await screen.findByRole("heading", { name: "Connections" });
    location.hash = "#/register/card";
    await waitFor(async () => expect((await field("family_name")).value).toBe("髙橋"));
    expect((await field("client_id")).value).toBe("Blue Harbour Ltd");
  });

  test("what may have arrived is looked up before it is sent again", async () => {
    const { user, standin } = await tellOnSaving({ code: "too_slow", may_have_arrived: true });
    expect(await faults()).toEqual([]);
    ctrlEnter();
    await soon();
    expect(standin.callsOf("register")).toHaveLength(1);
    await user.click(screen.getByRole("button", { name: "Look it up" }));
    await waitFor(() =>
      expect(standin.callsOf("find").at(-1)).toMatchObject({
        query: { search: { "search[family_name]": "髙橋" } },
      }),
    );
    location.hash = "#/register/card";
    standin.answer("register", () => 12);
    await user.click(await screen.findByRole("button", { name: "It is not there: save again" }));
    await screen.findByText(/registered with number 12/);
    expect(standin.callsOf("register")).toHaveLength(2);
  });
});
