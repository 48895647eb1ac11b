// What a plain key does, and the same key does not where an input method takes it.

import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { compose, engines } from "./input-methods";
import { field, openDesk, openPages } from "./pages";
import { practice } from "./standin/standin";

const enter = { key: "Enter", code: "Enter", keyCode: 13 };

describe.each(engines)("a conversion in $name", (engine) => {
  const convert = (target: Element, ...keys: string[]) => compose(target, engine, keys);

  beforeEach(() => {
    location.hash = "#/";
  });

  test("does not go on to the next field, which a plain Enter does", async () => {
    openDesk();
    const family = await field("family_name");
    family.focus();
    convert(family, "Space", "Enter");
    expect(document.activeElement).toBe(family);
    fireEvent.keyDown(family, enter);
    expect(document.activeElement).toBe(await field("first_name"));
  });

  test("does not go on from a text of several lines, which a plain Enter does", async () => {
    openDesk("/register/lead");
    const source = await field("lead_source");
    source.focus();
    convert(source, "Space", "Enter");
    expect(document.activeElement).toBe(source);
    fireEvent.keyDown(source, enter);
    expect(document.activeElement).toBe(await field("error_mail_flg"));
  });

  test("does not save, which Ctrl+Enter does", async () => {
    const { standin } = openDesk();
    const family = await field("family_name");
    family.focus();
    const saves = () => standin.callsOf("submit").length;
    convert(family, "Space", "Control+Enter");
    expect(saves()).toBe(0);
    fireEvent.keyDown(family, { ...enter, ctrlKey: true });
    await waitFor(() => expect(saves()).toBe(1));
  });

  test("chooses no company, which a plain Enter does", async () => {
    const { user } = openDesk();
    const company = await field("client_id");
    await user.type(company, "青空");
    await waitFor(() => expect(screen.getAllByRole("option").length).toBeGreaterThan(1));
    await waitFor(() => expect(document.querySelector("[data-combobox-selected]")).not.toBeNull());
    convert(company, "Space", "Enter");
    expect(company.value).toBe("青空");
    await waitFor(() => expect(document.querySelector("[data-combobox-selected]")).not.toBeNull());
    fireEvent.keyDown(company, enter);
    await waitFor(() => expect(company.value).toBe("青空商事株式会社"));
  });

  test("searches for nothing, which a plain Enter does", async () => {
    const { standin } = openDesk("/find/cards");
    const family = await field("search[family_name]");
    await waitFor(() => expect(standin.callsOf("find")).toHaveLength(1));
    fireEvent.change(family, { target: { value: "髙橋" } });
    convert(family, "Space", "Enter");
    expect(screen.queryByRole("list", { name: "Searched for" })).toBeNull();
    fireEvent.keyDown(family, enter);
    await waitFor(() => expect(standin.callsOf("find")).toHaveLength(2));
  });

  test("does not connect, which a plain Enter does", async () => {
    const { standin } = openPages("/connect");
    const key = await field("api_key");
    convert(key, "Space", "Enter");
    expect(standin.callsOf("connect")).toHaveLength(0);
    fireEvent.keyDown(key, enter);
    await waitFor(() => expect(standin.callsOf("connect")).toHaveLength(1));
  });

  test("walks no row, opens no list of keys and closes nothing", async () => {
    openDesk("/find/cards", { open: practice });
    const [first] = await screen.findAllByRole("rowheader", { name: /山﨑/ });
    first?.focus();
    convert(document.activeElement ?? document.body, "Space", "ArrowDown");
    expect(document.activeElement).toBe(first);
    convert(document.activeElement ?? document.body, "Space", "Enter");
    expect(screen.queryByRole("complementary", { name: "Card details" })).toBeNull();
    convert(document.body, "F1");
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.keyDown(document.body, { key: "F1" });
    const list = await screen.findByRole("dialog");
    convert(list, "Escape");
    expect(screen.queryByRole("dialog")).not.toBeNull();
    fireEvent.keyDown(list, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});
