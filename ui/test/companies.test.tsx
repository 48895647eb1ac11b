// The company in three letters: what is known is found without asking, and what is known of a company is
// taken only when the person says so.

import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Typed } from "../src/backend";
import { give } from "../src/form/form";
import { formsOf } from "../src/form/forms";
import { look, marked, openKnowing, press, soon, type } from "./company-field";
import { compose, engines, ways } from "./input-methods";
import { faults, field, openDesk } from "./pages";
import { companies } from "./standin/cards";
import { offered } from "./standin/companies";
import { kept } from "./standin/standin";

describe("a company that the machine knows", () => {
  test("is offered while one types, and HotProfile is not asked", async () => {
    const { standin } = openKnowing();
    await look("青空");
    expect(screen.getAllByText("青空商事株式会社")).toHaveLength(2);
    expect(await faults()).toEqual([]);
    await soon();
    expect(standin.callsOf("companies")).toEqual([]);
  });

  test.each(["/register/card", "/register/lead"])(
    "is taken at %s with Enter, which goes on to the next field",
    async (place) => {
      const { standin } = openKnowing(place);
      const company = await look("Blu");
      press(company, "Enter");
      expect(company.value).toBe("Blue Harbour Ltd");
      expect(document.activeElement).toBe(await field("organization_id"));
      await soon();
      expect(standin.callsOf("companies")).toEqual([]);
    },
  );

  test("is not taken with a key that would save", async () => {
    openKnowing();
    const company = await look("Blu");
    press(company, "Enter", { ctrlKey: true });
    expect(company.value).toBe("Blu");
  });

  test("is taken as one goes on from its whole name, in whichever way that is written", async () => {
    openKnowing();
    const company = await look("株式会社Blue Harbour Ltd");
    fireEvent.blur(company);
    await waitFor(() => expect(company.value).toBe("Blue Harbour Ltd"));
  });

  test("is not taken so where another one has the same name", async () => {
    openKnowing();
    const company = await look("青空商事株式会社");
    fireEvent.blur(company);
    await screen.findByText("Choose a company from the list, or register it as a new one.");
  });

  test("does not keep the person from looking in HotProfile", async () => {
    const { user, standin } = openDesk(undefined, { knownCompanies: companies.slice(0, 1) });
    await look("青空");
    expect(screen.getAllByText("青空商事株式会社")).toHaveLength(1);
    await user.click(screen.getByRole("option", { name: "Look in HotProfile too" }));
    await waitFor(() => expect(screen.getAllByText("青空商事株式会社")).toHaveLength(2));
    expect(standin.callsOf("companies")).toEqual([
      { part: "青空", anew: true, ticket: expect.any(Number) },
    ]);
    expect(screen.queryByRole("option", { name: "Look in HotProfile too" })).toBeNull();
  });

  test("is not looked for while an input method is converting", async () => {
    const { standin } = openKnowing();
    const company = await field("client_id");
    company.focus();
    fireEvent.compositionStart(company);
    type(company, "あおば");
    await soon();
    expect(standin.callsOf("known_companies")).toEqual([]);
    fireEvent.compositionEnd(company);
    await screen.findByText("あおば印刷有限会社");
  });

  test.each(engines)("is not taken by a conversion in $name", async (engine) => {
    openKnowing();
    const company = await look("青空");
    for (const codes of Object.values(ways)) compose(company, engine, codes);
    expect([company.value, document.activeElement]).toEqual(["青空", company]);
    await waitFor(() => expect(marked()).not.toBeNull());
    press(company, "Enter");
    expect(company.value).toBe("青空商事株式会社");
  });
});

describe("what is known of the chosen company", () => {
  const takes = ["tel", "zip", "address", "url"] as const;
  const choose = async () => {
    press(await look("青空"), "Enter");
    await screen.findByRole("button", { name: /^Take/, description: /^Take into the form: Phone/ });
  };

  test("is shown, and put nowhere by itself", async () => {
    openKnowing();
    await choose();
    screen.getByText(
      new RegExp(`${offered.tel}.*${offered.url}.*${offered.zip}.*東京都.*${offered.address}`),
    );
    expect(await faults()).toEqual([]);
    for (const key of takes) expect((await field(key)).value).toBe("");
  });

  test("is taken with one key into the fields that are empty, and over nothing", async () => {
    openKnowing();
    type(await field("tel"), "03-0000-9999");
    press(await look("青空"), "Enter");
    await screen.findByRole("button", {
      name: /^Take/,
      description: /^Take into the form: (?!Phone)/,
    });
    press(await field("organization_id"), "Enter", { altKey: true });
    await waitFor(async () => expect((await field("zip")).value).toBe(offered.zip));
    expect((await field("tel")).value).toBe("03-0000-9999");
    expect((await field("address")).value).toBe(offered.address);
    expect((await field("pref_id")).value).toBe("東京都");
    expect(
      screen.queryByRole("button", { name: /^Take/, description: /^Take into the form/ }),
    ).toBeNull();
    await screen.findByText(/^Taken into the form: .*Postal/);
  });

  test.each([
    ["address", "大阪市北区梅田9-9-9"],
    ["zip", "530-0001"],
    ["pref_id", "京都府"],
  ])("is no place where another one stands in %s", async (name, text) => {
    openKnowing();
    const other = await field(name);
    other.focus();
    type(other, text);
    other.blur();
    await soon();
    press(await look("青空"), "Enter");
    await screen.findByRole("button", {
      name: /^Take/,
      description: "Take into the form: Phone and Website",
    });
    const before = await Promise.all(["zip", "pref_id", "address"].map(field));
    const stood = before.map(({ value }) => value);
    press(await field("organization_id"), "Enter", { altKey: true });
    await waitFor(async () => expect((await field("tel")).value).toBe(offered.tel));
    expect(before.map(({ value }) => value)).toEqual(stood);
  });

  test("is the rest of its place where a part of it stands already", async () => {
    openKnowing();
    type(await field("zip"), offered.zip);
    await choose();
    press(await field("organization_id"), "Enter", { altKey: true });
    await waitFor(async () => expect((await field("address")).value).toBe(offered.address));
    expect((await field("pref_id")).value).toBe("東京都");
  });

  test("is gone past with Enter once it is taken, and not with Tab", async () => {
    const { user } = openKnowing();
    await choose();
    press(await field("organization_id"), "Enter", { altKey: true });
    await waitFor(async () => expect((await field("tel")).value).toBe(offered.tel));
    (await field("first_name_kana")).focus();
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(await field("extension"));
    (await field("first_name_kana")).focus();
    await user.keyboard("{Tab}");
    expect(document.activeElement).toBe(await field("tel"));
  });

  test("is taken with the button too", async () => {
    const { user } = openKnowing("/register/lead");
    await choose();
    await user.click(
      screen.getByRole("button", { name: /^Take/, description: /^Take into the form/ }),
    );
    for (const key of takes) expect((await field(key)).value).toBe(offered[key]);
  });

  test("goes again with the company, but for what was changed since", async () => {
    openKnowing();
    await choose();
    press(document.body, "Enter", { altKey: true });
    await waitFor(async () => expect((await field("zip")).value).toBe(offered.zip));
    type(await field("tel"), "03-0000-1234(12)");
    type(await field("client_id"), "Blue");
    expect((await field("tel")).value).toBe("03-0000-1234(12)");
    expect((await field("zip")).value).toBe("");
    expect((await field("address")).value).toBe("");
  });

  test("leaves no department of another company", async () => {
    const { standin } = openKnowing();
    await choose();
    act(() => give(formsOf(kept.id).business_cards, "organization_id", "5"));
    press(await look("Blue"), "Enter");
    type(await field("family_name"), "髙橋");
    press(document.body, "Enter", { ctrlKey: true });
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    const [form] = standin.callsOf("submit").map(({ form }) => form as Typed);
    expect(form?.values.family_name).toBe("髙橋");
    expect(form?.values.organization_id).toBeUndefined();
  });

  test.each(engines)("is not taken by a conversion in $name", async (engine) => {
    openKnowing();
    await choose();
    const tel = await field("family_name");
    const { down } = engine.press("Enter", true);
    fireEvent.keyDown(tel, { ...down, altKey: true });
    expect((await field("zip")).value).toBe("");
  });
});
