// Keys of an input method's conversion, made as the engines send them: Chromium and WebView2 mark
// them composing, WebKit on macOS sends the confirming Enter after the composition with code 229.

import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test } from "vitest";
import { field, openDesk, openPages } from "./pages";
import { practice } from "./standin/standin";

const conversions = [
  { engine: "Chromium", init: { key: "Enter", code: "Enter", keyCode: 229, isComposing: true } },
  { engine: "WebView2", init: { key: "Process", code: "Enter", keyCode: 229, isComposing: true } },
  { engine: "WebKit", init: { key: "Enter", code: "Enter", keyCode: 229, isComposing: false } },
];
const enter = { key: "Enter", code: "Enter", keyCode: 13 };

function convert(target: Element, init: (typeof conversions)[number]["init"], more = {}) {
  fireEvent.compositionStart(target);
  if (!init.isComposing) fireEvent.compositionEnd(target);
  fireEvent.keyDown(target, { ...init, ...more });
  if (init.isComposing) fireEvent.compositionEnd(target);
  // What WebKitGTK sends afterwards, unmarked.
  fireEvent.keyUp(target, enter);
}

describe.each(conversions)("a conversion in $engine", ({ init }) => {
  beforeEach(() => {
    location.hash = "#/";
  });

  test("does not go on to the next field, which a plain Enter does", async () => {
    openDesk();
    const family = await field("family_name");
    family.focus();
    convert(family, init);
    expect(document.activeElement).toBe(family);
    fireEvent.keyDown(family, enter);
    expect(document.activeElement).toBe(await field("first_name"));
  });

  test("does not save, which Ctrl+Enter does", async () => {
    const { standin } = openDesk();
    const family = await field("family_name");
    family.focus();
    const saves = () => standin.callsOf("submit").length;
    convert(family, init, { ctrlKey: true });
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
    convert(company, init);
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
    convert(family, init);
    expect(screen.queryByRole("list", { name: "Searched for" })).toBeNull();
    fireEvent.keyDown(family, enter);
    await waitFor(() => expect(standin.callsOf("find")).toHaveLength(2));
  });

  test("does not connect, which a plain Enter does", async () => {
    const { standin } = openPages("/connect");
    const key = await field("api_key");
    convert(key, init);
    expect(standin.callsOf("connect")).toHaveLength(0);
    fireEvent.keyDown(key, enter);
    await waitFor(() => expect(standin.callsOf("connect")).toHaveLength(1));
  });

  test("walks no row, opens no list of keys and closes nothing", async () => {
    openDesk("/find/cards", { open: practice });
    const [first] = await screen.findAllByRole("rowheader", { name: /山﨑/ });
    first?.focus();
    convert(document.activeElement ?? document.body, { ...init, key: "ArrowDown" });
    expect(document.activeElement).toBe(first);
    convert(document.activeElement ?? document.body, init);
    expect(screen.queryByRole("complementary", { name: "Card details" })).toBeNull();
    convert(document.body, { ...init, key: "F1" });
    expect(screen.queryByRole("dialog")).toBeNull();
    fireEvent.keyDown(document.body, { key: "F1" });
    const list = await screen.findByRole("dialog");
    convert(list, { ...init, key: "Escape" });
    expect(screen.queryByRole("dialog")).not.toBeNull();
    fireEvent.keyDown(list, { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });
});
