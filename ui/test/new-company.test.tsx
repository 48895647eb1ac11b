// A company that is registered on the spot, while a card is typed.

import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { begin, convert, marked, press, soon, type } from "./company-field";
import { faults, field, openDesk } from "./pages";

describe("a new company", () => {
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
