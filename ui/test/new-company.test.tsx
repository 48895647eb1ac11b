// A company that is registered: on the spot while a card is typed, and in a form of its own.

import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Duplicate, Likely, Typed } from "../src/backend";
import { beginChange } from "../src/pages/change/changing";
import { convert, marked, press, soon, type } from "./company-field";
import { faults, field, openDesk } from "./pages";
import { makeRecords } from "./standin/cards";
import { companyAt } from "./standin/outbox";
import { kept } from "./standin/standin";

describe("a new company", () => {
  const begin = async (name: string) => {
    const company = await field("client_id");
    company.focus();
    type(company, name);
    await screen.findByRole("option", { name: /^Register “/ });
    await waitFor(() => expect(marked()).not.toBeNull());
    press(company, "Enter");
    await screen.findByRole("dialog");
  };

  test("has its legal form written out, which is said, and one key puts back what was typed", async () => {
    const { standin } = openDesk();
    await begin("㈱みらい設計");
    const name = await field("name");
    await waitFor(() => expect(name.value).toBe("株式会社みらい設計"));
    expect((await field("name_disp")).value).toBe("みらい設計");
    await screen.findByText("“㈱みらい設計”: the legal form was written out.");
    expect(await faults()).toEqual([]);
    press(name, "F4");
    await waitFor(() => expect(name.value).toBe("㈱みらい設計"));
    await screen.findByText("The name stands as it was typed.");
    press(name, "F4");
    await waitFor(() => expect(name.value).toBe("株式会社みらい設計"));
    press(name, "Enter", { ctrlKey: true });
    await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
    expect(standin.callsOf("submit")).toMatchObject([
      { form: { values: { name: "株式会社みらい設計", name_disp: "みらい設計" } } },
    ]);
  });

  test("says nothing of a legal form that stands as it was typed", async () => {
    openDesk();
    await begin("株式会社みらい設計");
    expect((await field("name")).value).toBe("株式会社みらい設計");
    expect(screen.queryByText(/written out/)).toBeNull();
  });

  test("is registered with three keys from its name to the next field", async () => {
    openDesk();
    await begin("みらい設計");
    press(await field("name"), "Enter", { ctrlKey: true });
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(async () => expect(document.activeElement).toBe(await field("organization_id")));
    expect((await field("client_id")).value).toBe("みらい設計");
  });

  test("takes its kana from what was typed into the company field", async () => {
    openDesk();
    const company = await field("client_id");
    company.focus();
    convert(company, ["ｍ", "み", "みｒ", "みら", "みらい", "未来"]);
    await screen.findByRole("option", { name: /^Register “未来”/ });
    await waitFor(() => expect(marked()).not.toBeNull());
    press(company, "Enter");
    await screen.findByRole("dialog");
    expect((await field("name_kana")).value).toBe("ミライ");
  });

  describe("that may be registered already", () => {
    const there: Duplicate = {
      whose: { at: "service", id: 77 },
      fields: { name: "株式会社みらい設計", name_disp: "みらい設計" },
      reasons: ["same_company_name"],
      certain: true,
      search: {},
    };
    const none = { duplicates: [], worth_asking: false, is_named: true };
    const ofCompany =
      (likely: Partial<Likely>) =>
      ({ form }: { form: Typed }) =>
        form.entity === "clients" ? { ...none, ...likely } : none;

    test("is shown beside its form, and is chosen instead with what was typed for its people", async () => {
      const { user, standin } = openDesk(undefined, {
        answers: { known_duplicates: ofCompany({ duplicates: [there] }) },
      });
      await begin("みらい設計");
      await screen.findByText("1 likely duplicate");
      expect(await faults()).toEqual([]);
      press(await field("name"), "F6");
      expect(document.activeElement?.textContent).toBe("1 likely duplicate");
      await user.click(
        screen.getByRole("button", { name: "Use this company: 株式会社みらい設計" }),
      );
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      expect((await field("client_id")).value).toBe("株式会社みらい設計");
      type(await field("family_name"), "髙橋");
      press(document.body, "Enter", { ctrlKey: true });
      await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
      expect(standin.callsOf("submit")).toMatchObject([{ form: { values: { client_id: "77" } } }]);
    });

    test("leaves the window open for whoever goes back to its form with Escape", async () => {
      openDesk(undefined, { answers: { known_duplicates: ofCompany({ duplicates: [there] }) } });
      await begin("みらい設計");
      await screen.findByText("1 likely duplicate");
      await act(async () => undefined);
      const name = await field("name");
      press(name, "F6");
      press(document.activeElement as Element, "Escape");
      expect(document.activeElement).toBe(name);
      screen.getByRole("dialog");
      press(name, "Escape");
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    });

    test("and waits in the outbox is waited for, and as a draft is typed on", async () => {
      const ofOutbox: Duplicate = { ...there, whose: { at: "outbox", id: 41 } };
      const records = [companyAt(41, { stage: "draft", aside: true }, "みらい設計")];
      const { user, standin } = openDesk(undefined, {
        records,
        answers: { known_duplicates: ofCompany({ duplicates: [ofOutbox] }) },
      });
      await begin("みらい設計室");
      await user.click(await screen.findByRole("button", { name: /^Use this company/ }));
      await waitFor(async () => expect((await field("name")).value).toBe("みらい設計"));
      screen.getByRole("dialog");
      await act(async () =>
        standin.outbox.move(41, { stage: "waiting", why: "in_turn", until: null }),
      );
      await user.click(await screen.findByRole("button", { name: /^Use this company/ }));
      await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
      type(await field("family_name"), "髙橋");
      press(document.body, "Enter", { ctrlKey: true });
      await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
      expect(standin.callsOf("submit")).toMatchObject([{ form: { needs: 41 } }]);
    });

    test("is looked for again under another name, and not under a longer one", async () => {
      const { standin } = openDesk(undefined, {
        answers: { known_duplicates: ofCompany({ worth_asking: true }) },
      });
      await begin("みらい");
      const asked = () =>
        standin.callsOf("look_for_duplicates").map(({ form }) => (form as Typed).values.name);
      const looked = () => standin.callsOf("known_duplicates").length;
      const rename = async (name: string) => {
        const before = looked();
        type(await field("name"), name);
        await waitFor(() => expect(looked()).toBeGreaterThan(before));
      };
      await waitFor(() => expect(asked()).toEqual(["みらい"]));
      await rename("みらい設計");
      await rename("未来設計");
      await waitFor(() => expect(asked()).toEqual(["みらい", "未来設計"]));
    });

    test("is not waited for longer than a moment", async () => {
      const { standin } = openDesk(undefined, {
        answers: {
          known_duplicates: ofCompany({ worth_asking: true }),
          look_for_duplicates: () => new Promise(() => undefined),
        },
      });
      await begin("みらい設計");
      press(await field("name"), "Enter", { ctrlKey: true });
      await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1), { timeout: 10_000 });
    });

    test("is looked for in the service before it is registered, however fast that is asked for", async () => {
      const { standin } = openDesk(undefined, {
        answers: { known_duplicates: ofCompany({ worth_asking: true }) },
      });
      await begin("みらい設計");
      press(await field("name"), "Enter", { ctrlKey: true });
      await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
      const order = standin.calls.map(({ command }) => command);
      expect(standin.callsOf("look_for_duplicates")).toHaveLength(1);
      expect(order.indexOf("look_for_duplicates")).toBeLessThan(order.indexOf("submit"));
    });
  });

  describe("whose name is completed where it is registered", () => {
    const names = async () => ({
      name: (await field("name")).value,
      kana: (await field("name_kana")).value,
      short: (await field("name_disp")).value,
    });
    const beginConverted = async (...texts: string[]) => {
      const company = await field("client_id");
      company.focus();
      convert(company, texts);
      await screen.findByRole("option", { name: /^Register “/ });
      await waitFor(() => expect(marked()).not.toBeNull());
      press(company, "Enter");
      await screen.findByRole("dialog");
      return field("name");
    };
    const complete = async (...texts: string[]) => {
      const name = await field("name");
      name.focus();
      convert(name, texts);
      name.blur();
    };

    test("has its short name and kana made anew, and its legal form written out, which one key puts back", async () => {
      openDesk();
      await beginConverted("ほしぞら");
      expect(await names()).toEqual({ name: "ほしぞら", kana: "ホシゾラ", short: "ほしぞら" });
      await complete("ほしぞらかくうかぶしきがいしゃ", "ほしぞら架空㈱");
      await waitFor(async () =>
        expect(await names()).toEqual({
          name: "ほしぞら架空株式会社",
          kana: "ホシゾラカクウ",
          short: "ほしぞら架空",
        }),
      );
      await screen.findByText("Was: ほしぞら架空㈱");
      expect(await faults()).toEqual([]);
      press(await field("name"), "F4");
      expect((await names()).name).toBe("ほしぞら架空㈱");
    });

    test("is named as one saves right out of its name", async () => {
      const { standin } = openDesk();
      const name = await beginConverted("ほしぞら");
      convert(name, ["ほしぞらかくう", "ほしぞら架空"]);
      press(name, "Enter", { ctrlKey: true });
      await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(1));
      const values = {
        name: "ほしぞら架空",
        name_disp: "ほしぞら架空",
        name_kana: "ホシゾラカクウ",
      };
      expect(standin.callsOf("submit")).toMatchObject([{ form: { values } }]);
    });

    test("tells in the card's form what was written out as it was saved", async () => {
      openDesk();
      const name = await beginConverted("ほしぞら");
      type(name, "ほしぞら㈱");
      press(name, "Enter", { ctrlKey: true });
      await screen.findByText("Tidied as “ほしぞら株式会社” was saved:");
      screen.getByText(/“ほしぞら㈱” became “ほしぞら株式会社”/);
      expect((await field("client_id")).value).toBe("ほしぞら株式会社");
      press(document.body, "F4");
      await waitFor(async () => expect((await field("name")).value).toBe("ほしぞら㈱"));
    });

    test("keeps the short name and the kana that were typed", async () => {
      openDesk();
      await beginConverted("ほしぞら");
      type(await field("name_disp"), "星空");
      type(await field("name_kana"), "ホシ");
      await complete("ほしぞらかくう", "ほしぞら架空");
      await soon();
      expect(await names()).toEqual({ name: "ほしぞら架空", kana: "ホシ", short: "星空" });
    });

    test("has no kana where the reading of the whole is not known", async () => {
      openDesk();
      const name = await beginConverted("ほしぞら");
      fireEvent.input(name, { target: { value: "ほしぞら架空" }, inputType: "insertFromPaste" });
      name.blur();
      await waitFor(async () => expect((await names()).short).toBe("ほしぞら架空"));
      expect((await names()).kana).toBe("");
    });

    test("goes on with the kana of a name that was written out", async () => {
      openDesk();
      await beginConverted("かぶしきがいしゃほしぞら", "㈱ほしぞら");
      expect((await names()).name).toBe("株式会社ほしぞら");
      await complete("株式会社ほしぞらかくう", "株式会社ほしぞら架空");
      await waitFor(async () =>
        expect(await names()).toMatchObject({ kana: "ホシゾラカクウ", short: "ほしぞら架空" }),
      );
    });

    test("stays as it was typed where that was put back", async () => {
      openDesk();
      const name = await beginConverted("かぶしきがいしゃほしぞら", "㈱ほしぞら");
      press(name, "F4");
      name.focus();
      name.blur();
      await soon();
      expect((await names()).name).toBe("㈱ほしぞら");
    });
  });

  test("that was begun is gone on with, and another name begins another one", async () => {
    const { standin } = openDesk();
    await begin("㈱みらい");
    type(await field("name_kana"), "ミライ");
    press(await field("name"), "Escape");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await begin("㈱みらい");
    expect((await field("name_kana")).value).toBe("ミライ");
    press(await field("name"), "Escape");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await begin("みらい工房");
    await waitFor(async () => expect((await field("name")).value).toBe("みらい工房"));
    expect((await field("name_kana")).value).toBe("");
    const aside = standin.outbox.records().filter(({ stage }) => stage.stage === "draft");
    expect(aside.map(({ form }) => form.values.name)).toContain("株式会社みらい");
  });
});

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
