// A company that is registered in a form of its own.

import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { beginChange } from "../src/pages/change/changing";
import { convert, press, type } from "./company-field";
import { faults, field, openDesk } from "./pages";
import { makeRecords } from "./standin/cards";
import { kept } from "./standin/standin";

describe("a company with a form of its own", () => {
  const leave = async (name: string, text: string) => {
    const target = await field(name);
    target.focus();
    type(target, text);
    target.blur();
  };

  test("has its short name made and its legal form written out, and one key puts back what was typed", async () => {
    openDesk("/register/client");
    await leave("name", "㈱みらい設計");
    const name = await field("name");
    await waitFor(() => expect(name.value).toBe("株式会社みらい設計"));
    expect((await field("name_disp")).value).toBe("みらい設計");
    await screen.findByText("Was: ㈱みらい設計");
    expect(await faults()).toEqual([]);
    press(document.body, "F4");
    expect(name.value).toBe("㈱みらい設計");
    // There it stays.
    name.focus();
    name.blur();
    await leave("url", "mirai.example");
    expect(name.value).toBe("㈱みらい設計");
  });

  test("is named as one saves right out of its name, and what was written out is said", async () => {
    const { standin } = openDesk("/register/client");
    const name = await field("name");
    name.focus();
    type(name, "㈱みなと架空商事");
    press(name, "Enter", { ctrlKey: true });
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    expect(standin.callsOf("submit")).toMatchObject([
      { form: { values: { name: "株式会社みなと架空商事", name_disp: "みなと架空商事" } } },
    ]);
    await screen.findByText(/“㈱みなと架空商事” became “株式会社みなと架空商事”/);
  });

  test("waits with saving until its name is made", async () => {
    const { user, standin } = openDesk("/register/client");
    await user.type(await field("name"), "みなと架空商事");
    await user.click(screen.getByRole("button", { name: /^Save/ }));
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    expect(standin.callsOf("submit")).toMatchObject([
      { form: { values: { name_disp: "みなと架空商事" } } },
    ]);
  });

  test("keeps the short name that was typed, and has one made anew for another name", async () => {
    openDesk("/register/client");
    await leave("name", "株式会社みらい設計");
    const short = await field("name_disp");
    await waitFor(() => expect(short.value).toBe("みらい設計"));
    await leave("name", "株式会社青空設計");
    await waitFor(() => expect(short.value).toBe("青空設計"));
    await leave("name_disp", "青空");
    await leave("name", "株式会社青空商会");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(short.value).toBe("青空");
  });

  test("has kana without its legal form, and they follow its name all the same", async () => {
    openDesk("/register/client");
    const [name, kana] = [await field("name"), await field("name_kana")];
    name.focus();
    const typed = "かぶしきがいしゃみらい";
    convert(name, [typed, "株式会社未来"]);
    expect(kana.value).toBe("カブシキガイシャミライ");
    name.blur();
    await waitFor(() => expect(kana.value).toBe("ミライ"));
    type(name, "");
    convert(name, ["あおぞら", "青空"]);
    expect(kana.value).toBe("アオゾラ");
  });

  test("that is changed keeps its names as they are", async () => {
    openDesk("/find/clients");
    await field("search[name]");
    const [, record] = makeRecords("clients", 4);
    if (!record) throw new Error("no record");
    await act(() => beginChange(kept.id, "clients", record));
    await leave("name", "㈱みらい設計");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await field("name")).value).toBe("㈱みらい設計");
  });
});
