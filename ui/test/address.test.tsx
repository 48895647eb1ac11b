// Address from the postal code, and the code from the address.

import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { PostalPlaces } from "../src/backend";
import { beginChange } from "../src/pages/change/changing";
import { faults, field, openDesk } from "./pages";
import { makeRecords } from "./standin/cards";
import { postalPlaces } from "./standin/postal";
import { kept } from "./standin/standin";

const places = ["/register/card", "/register/lead", "/register/client"];

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const soon = () => new Promise((resolve) => setTimeout(resolve, 50));
const texts = async () => ({
  zip: (await field("zip")).value,
  pref: (await field("pref_id")).value,
  address: (await field("address")).value,
});
const leave = async (name: string, text: string) => {
  const target = await field(name);
  target.focus();
  type(target, text);
  target.blur();
};
const expectAddress = (address: string) =>
  waitFor(async () => expect((await field("address")).value).toBe(address));

describe.each(places)("at %s", (place) => {
  test("a whole code gives prefecture and address as its field is left, and says so", async () => {
    openDesk(place);
    await leave("zip", "１００ー０００１");
    await expectAddress("千代田区千代田");
    expect((await texts()).pref).toBe("東京都");
    const said = await screen.findByText("From the postal code: 東京都千代田区千代田.");
    expect(said.closest("[role=status]")).not.toBeNull();
    expect(await faults()).toEqual([]);
  });

  test("the caret goes past what is filled in for it, and on behind the address", async () => {
    const { user } = openDesk(place);
    (await field("zip")).focus();
    await user.keyboard("1000001{Enter}");
    await expectAddress("千代田区千代田");
    expect(document.activeElement).toBe(await field("address"));
    await user.keyboard("1-2-3");
    expect((await texts()).address).toBe("千代田区千代田1-2-3");
  });

  test("an address leads to its code, which is taken by key and never by itself", async () => {
    const { user } = openDesk(place);
    (await field("address")).focus();
    await user.keyboard("千代田区千代田1-1{Enter}");
    const take = await screen.findByRole("button", { name: "Fill in 100-0001" });
    screen.getByText("Code of this address:");
    expect((await texts()).zip).toBe("");
    expect(await faults()).toEqual([]);
    const caret = document.activeElement;
    await user.keyboard("{Shift>}{Tab}{Tab}{/Shift}");
    expect([take.parentElement?.lastElementChild, take]).toContain(document.activeElement);
    await user.keyboard("{Enter}");
    expect(caret).not.toBe(document.activeElement);
    expect(await texts()).toEqual({ zip: "100-0001", pref: "", address: "千代田区千代田1-1" });
    expect(screen.queryByRole("button", { name: "Fill in 100-0001" })).toBeNull();
  });
});

test("whoever waits in a prefecture that was typed finds the caret as it was", async () => {
  const { user } = openDesk();
  await leave("pref_id", "京都府");
  const pref = await field("pref_id");
  (await field("zip")).focus();
  await user.keyboard("1000001");
  pref.focus();
  pref.setSelectionRange(3, 3);
  await screen.findByRole("button", { name: "Fill in 東京都千代田区千代田" });
  expect(document.activeElement).toBe(pref);
  expect([pref.selectionStart, pref.selectionEnd]).toEqual([3, 3]);
});

describe("what was typed", () => {
  test("an address is never replaced", async () => {
    openDesk();
    type(await field("address"), "丸の内1-1");
    await leave("zip", "100-0001");
    await waitFor(async () => expect((await texts()).pref).toBe("東京都"));
    expect((await texts()).address).toBe("丸の内1-1");
    expect(screen.queryByText(/^From the postal code/)).toBeNull();
  });

  test("a prefecture is never replaced, and no address of another is put beside it", async () => {
    openDesk();
    await leave("pref_id", "京都府");
    await leave("zip", "100-0001");
    await screen.findByRole("button", { name: "Fill in 東京都千代田区千代田" });
    expect(await texts()).toMatchObject({ pref: "京都府", address: "" });
  });

  test("an address typed while the code was looked up stays", async () => {
    let answer: (places: PostalPlaces) => void = () => undefined;
    const waiting = new Promise<PostalPlaces>((resolve) => {
      answer = resolve;
    });
    openDesk(undefined, { answers: { postal_places: () => waiting } });
    await leave("zip", "100-0001");
    type(await field("address"), "丸");
    answer(postalPlaces("100-0001"));
    await waitFor(async () => expect((await texts()).pref).toBe("東京都"));
    expect((await texts()).address).toBe("丸");
  });

  test("another code replaces what was filled in and not touched since", async () => {
    openDesk();
    await leave("zip", "100-0001");
    await expectAddress("千代田区千代田");
    await leave("zip", "530-0001");
    await expectAddress("大阪市北区梅田");
    expect((await texts()).pref).toBe("大阪府");
    await leave("zip", "999-9999");
    await expectAddress("");
    expect((await texts()).pref).toBe("");
    await screen.findByText("Not in Japan Post’s list of October 2026.");
    expect(await faults()).toEqual([]);
  });

  test("another code leaves what was typed on behind it, and its prefecture", async () => {
    const { standin } = openDesk();
    await leave("zip", "100-0001");
    await expectAddress("千代田区千代田");
    type(await field("address"), "千代田区千代田1-1");
    await leave("zip", "530-0001");
    await waitFor(() => expect(standin.callsOf("postal_places")).toHaveLength(2));
    await soon();
    expect(await texts()).toMatchObject({ pref: "東京都", address: "千代田区千代田1-1" });
  });

  test("an address that was deleted is not filled in again for the same code", async () => {
    const { standin } = openDesk();
    await leave("zip", "100-0001");
    await expectAddress("千代田区千代田");
    type(await field("address"), "");
    await leave("zip", "100-0001");
    await waitFor(() => expect(standin.callsOf("postal_places")).toHaveLength(2));
    await soon();
    expect((await texts()).address).toBe("");
  });

  test("an address is filled in again for the same code where both were emptied", async () => {
    openDesk();
    await leave("zip", "100-0001");
    await expectAddress("千代田区千代田");
    type(await field("address"), "");
    type(await field("zip"), "");
    await leave("zip", "100-0001");
    await expectAddress("千代田区千代田");
    await screen.findByText("From the postal code: 東京都千代田区千代田.");
  });

  test("an emptied code is said to be in no list no more", async () => {
    openDesk();
    await leave("zip", "999-9999");
    await screen.findByText(/^Not in Japan Post’s list/);
    type(await field("zip"), "");
    expect(screen.queryByText(/^Not in/)).toBeNull();
  });

  test("what is no whole code says and fills nothing", async () => {
    const { standin } = openDesk();
    for (const text of ["100-000", "10115", "London", ""]) {
      await leave("zip", text);
      await soon();
      expect(await texts()).toMatchObject({ pref: "", address: "" });
      expect(screen.queryByText(/^Not in/)).toBeNull();
    }
    expect(standin.callsOf("find").length + standin.callsOf("companies").length).toBe(0);
  });
});

describe("several towns of a code", () => {
  const options = () =>
    [...document.querySelectorAll('[data-state]:has([name="address"]) [role="option"]')].map(
      ({ textContent }) => textContent,
    );

  test("are chosen by key in the address, after what they share was filled in", async () => {
    const { user } = openDesk();
    (await field("zip")).focus();
    await user.keyboard("0295503{Enter}");
    await expectAddress("岩手県和賀郡西和賀町");
    await screen.findByText(/3 places: choose with ↓ in the address/);
    expect(document.activeElement).toBe(await field("pref_id"));
    await user.keyboard("{Enter}");
    await waitFor(async () =>
      expect((await field("address")).getAttribute("aria-expanded")).toBe("true"),
    );
    expect(await faults()).toEqual([]);
    await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
    await expectAddress("岩手県和賀郡西和賀町湯田");
    expect(document.activeElement).toBe(await field("address"));
    expect(screen.queryByText(/places: choose/)).toBeNull();
    await user.keyboard("1-2");
    expect((await texts()).address).toBe("岩手県和賀郡西和賀町湯田1-2");
  });

  test("Enter without a choice goes on, Escape closes them, and nothing is chosen by itself", async () => {
    const { user } = openDesk();
    (await field("zip")).focus();
    await user.keyboard("0295503{Enter}");
    await expectAddress("岩手県和賀郡西和賀町");
    await user.keyboard("{Enter}{Escape}");
    const address = await field("address");
    await waitFor(() => expect(address.getAttribute("aria-expanded")).toBe("false"));
    await user.keyboard("{Enter}");
    expect(document.activeElement).not.toBe(address);
    expect(address.value).toBe("岩手県和賀郡西和賀町");
  });

  test("typing narrows them down, and going on closes them", async () => {
    openDesk();
    await leave("zip", "0295503");
    await expectAddress("岩手県和賀郡西和賀町");
    const address = await field("address");
    address.focus();
    await waitFor(() => expect(options()).toHaveLength(3));
    type(address, "岩手県和賀郡西和賀町湯");
    await waitFor(() => expect(options()).toEqual(["岩手県和賀郡西和賀町湯田"]));
    type(address, "岩手県和賀郡西和賀町湯本1");
    await waitFor(() => expect(options()).toEqual([]));
  });

  test("in two prefectures nothing is filled in before one is chosen", async () => {
    const { user } = openDesk();
    await leave("zip", "498-0000");
    await screen.findByText(/2 places: choose/);
    expect(await texts()).toMatchObject({ pref: "", address: "" });
    (await field("address")).focus();
    await user.keyboard("{ArrowDown}{Enter}");
    await expectAddress("愛知県弥富市");
  });

  test("can be dismissed", async () => {
    const { user } = openDesk();
    await leave("zip", "0295503");
    await user.click(await screen.findByRole("button", { name: "Do not offer it" }));
    expect(screen.queryByText(/places: choose/)).toBeNull();
    (await field("address")).focus();
    expect(options()).toEqual([]);
  });
});

test("several codes of an address are chosen from in the postal code", async () => {
  const { user } = openDesk();
  await leave("address", "札幌市中央区北一条西");
  await screen.findByText("2 codes: choose with ↓ in the postal code");
  (await field("zip")).focus();
  await user.keyboard("{ArrowDown}{ArrowDown}{Enter}");
  expect((await texts()).zip).toBe("064-0821");
});

test("an address with a code is asked for none", async () => {
  const { standin } = openDesk();
  await leave("zip", "530-0001");
  await leave("address", "千代田区千代田1-1");
  await soon();
  expect(standin.callsOf("postal_codes")).toEqual([]);
});

test("the next card is told nothing of the one before", async () => {
  const { user } = openDesk();
  await leave("zip", "100-0001");
  await screen.findByText(/^From the postal code/);
  await user.click(screen.getByRole("button", { name: "Clear the form" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Clear the form" }));
  await waitFor(async () => expect((await texts()).zip).toBe(""));
  expect(screen.queryByText(/^From the postal code/)).toBeNull();
});

describe.each(["business_cards", "leads", "clients"] as const)("a change of %s", (entity) => {
  const change = async (fields: Record<string, string>) => {
    const desk = openDesk("/find/cards");
    await screen.findByRole("heading", { name: "Find business cards" });
    const [record] = makeRecords(entity, 1);
    if (!record) throw new Error("no such record");
    const listed = { ...record.fields, ...fields };
    await act(() => beginChange(kept.id, entity, { ...record, fields: listed }));
    await field("zip");
    return desk;
  };

  test("is offered the address of another code, and takes it only when asked to", async () => {
    const { user } = await change({ zip: "530-0001", address: "大阪市北区梅田1-1" });
    await waitFor(async () => expect((await texts()).zip).toBe("530-0001"));
    await leave("zip", "100-0001");
    const take = await screen.findByRole("button", { name: "Fill in 東京都千代田区千代田" });
    screen.getByText("Address of this code:");
    expect((await texts()).address).toBe("大阪市北区梅田1-1");
    expect(await faults()).toEqual([]);
    await user.click(take);
    await expectAddress("千代田区千代田");
    expect((await texts()).pref).toBe("東京都");
  });

  test("is offered nothing where neither code nor address was touched", async () => {
    const { standin } = await change({ zip: "100-0001", address: "丸の内1-1" });
    await waitFor(async () => expect((await texts()).zip).toBe("100-0001"));
    for (const name of ["zip", "address"]) {
      (await field(name)).focus();
      (await field(name)).blur();
    }
    await soon();
    expect(standin.callsOf("postal_places").length + standin.callsOf("postal_codes").length).toBe(
      0,
    );
  });
});
