// The reading of a name, from the events that engines and input methods were seen to send.

import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { confirm, type Piece, readingOf, retype, type Typing } from "../src/kana/pieces";
import { field, openDesk } from "./pages";

type Step = readonly [text: string, how?: Typing] | "confirmed";

/** What is read after each of these texts stood in the field. A text alone is one being composed. */
function read(...steps: (Step | string)[]): string | null {
  let pieces: Piece[] = [];
  for (const step of steps) {
    if (step === "confirmed") pieces = confirm(pieces);
    else {
      const [text, how = "composing"] = typeof step === "string" ? [step] : step;
      pieces = retype(pieces, text, how);
      if (how === "typed" || how === "pasted") pieces = confirm(pieces);
    }
  }
  return readingOf(pieces);
}

const yamada = ["ｙ", "や", "やｍ", "やま", "やまｄ", "やまだ", "山田", "confirmed"];

describe("the reading is what was typed", () => {
  test.each<[string, string, (Step | string)[]]>([
    ["a conversion", "ヤマダ", yamada],
    [
      "half-width letters on the way",
      "ヤマダ",
      ["y", "や", "やm", "やま", "やまd", "やまだ", "山田"],
    ],
    ["unconverted", "ヤマダ", ["や", "やま", "やまだ", "confirmed"]],
    ["made katakana", "ヤマダ", ["や", "やま", "やまだ", "ヤマダ", "confirmed"]],
    ["made half-width katakana", "ヤマダ", ["やまだ", "ﾔﾏﾀﾞ", "confirmed"]],
    ["made Roman letters", "ヤマダ", ["やまだ", "yamada", "ＹＡＭＡＤＡ", "confirmed"]],
    ["made Roman letters and back", "ヤマダ", ["やまだ", "yamada", "山田", "confirmed"]],
    [
      "several candidates",
      "サトウ",
      ["さとう", "砂糖", "佐藤", "左藤", "佐糖", "佐藤", "confirmed"],
    ],
    [
      "candidates with kana in them",
      "キノシタ",
      ["きのした", "木の下", "木ノ下", "木下", "confirmed"],
    ],
    ["a candidate that keeps its end", "ヨシノリ", ["よしのり", "吉のり", "義則", "confirmed"]],
    [
      "back to kana and converted anew",
      "ヤマダ",
      ["やまだ", "山田", "やまだ", "山だ", "confirmed"],
    ],
    ["an n that waits", "ケン", ["ｋ", "け", "けｎ", "健", "confirmed"]],
    ["an n before a consonant", "ケンタ", ["けｎ", "けんｔ", "けんた", "健太", "confirmed"]],
    [
      "a doubled consonant",
      "ハットリ",
      ["は", "はｔ", "はっｔ", "はっと", "はっとｒ", "はっとり", "服部"],
    ],
    ["a long vowel", "オーノ", ["お", "おー", "おーの", "大野", "confirmed"]],
    ["ゔ", "ヴィダ", ["ゔ", "ゔぃ", "ゔぃだ", "confirmed"]],
    ["々", "ササキ", ["ささき", "佐々木", "confirmed"]],
    ["ヶ", "セキガハラ", ["せきがはら", "関が原", "関ヶ原", "confirmed"]],
    ["characters of two units", "ヨシノ", ["よしの", "吉野", "𠮷野", "confirmed"]],
    [
      "one that is converted as it is typed",
      "ヤマダタロウ",
      [
        ...[
          "や",
          "やま",
          "山",
          "山ｄ",
          "山だ",
          "山田",
          "山田ｔ",
          "山田た",
          "山田たろう",
          "山田太郎",
        ],
        "confirmed",
      ],
    ],
  ])("%s", (_, kana, steps) => {
    expect(read(...steps)).toBe(kana);
  });
});

describe("what came before and after counts too", () => {
  test.each<[string, string, (Step | string)[]]>([
    [
      "two conversions",
      "ヤマダシロウ",
      [...yamada, "山田し", "山田しろう", "山田四郎", "confirmed"],
    ],
    ["one in front", "キタヤマダ", [...yamada, "き山田", "きた山田", "北山田", "confirmed"]],
    [
      "one between",
      "アオミナミヤマ",
      [
        ...["あお", "青", "confirmed", "青やま", "青山", "confirmed"],
        ...["青み山", "青みなみ山", "青南山", "confirmed"],
      ],
    ],
    ["the same word twice", "ヤマダヤマダ", [...yamada, "山田やまだ", "山田山田", "confirmed"]],
    ["cancelled", "ヤマダ", [...yamada, "山田け", "山田", "confirmed"]],
    ["all deleted", "", [...yamada, ["山", "typed"], ["", "typed"]]],
    [
      "deleted and typed anew",
      "ヤマグチ",
      [
        ...yamada,
        ...([
          ["山", "typed"],
          ["", "typed"],
        ] as const),
        ...["やまぐち", "山口", "confirmed"],
      ],
    ],
    [
      "one of two deleted",
      "ヤマダ",
      [...yamada, ...["山田し", "山田四", "confirmed"], ["山田", "typed"]],
    ],
    ["typed over whole", "サトウ", [...yamada, "ｓ", "さ", "さとう", "佐藤", "confirmed"]],
    [
      "a character changed for another form of it",
      "タカハシ",
      [
        ...["たかはし", "高橋", "confirmed"],
        ["橋", "typed"],
        ...["ｔ橋", "た橋", "たか橋", "髙橋", "confirmed"],
      ],
    ],
    [
      "the last character typed anew",
      "ミヤザキ",
      [
        ...["みやざき", "宮崎", "confirmed"],
        ["宮", "typed"],
        ...["宮ざ", "宮ざき", "宮﨑", "confirmed"],
      ],
    ],
    [
      "a space",
      "ヤマダ タロウ",
      [...yamada, ["山田 ", "typed"], ...["山田 たろう", "山田 太郎", "confirmed"]],
    ],
  ])("%s", (_, kana, steps) => {
    expect(read(...steps)).toBe(kana);
  });
});

describe("no reading rather than a wrong one", () => {
  test.each<[string, (Step | string)[]]>([
    ["pasted", [["山田", "pasted"]]],
    ["pasted kana", [["ヤマダ", "pasted"]]],
    ["pasted behind a conversion", [...yamada, ["山田太郎", "pasted"]]],
    ["a conversion behind what was pasted", [["山田", "pasted"], "山田た", "山田太", "confirmed"]],
    ["typed in Roman letters", [["Smith", "typed"]]],
    ["a part of a conversion deleted", [...yamada, ["山", "typed"]]],
    [
      "a part typed anew that is read otherwise",
      [...yamada, ["山", "typed"], ...["山ぐち", "山口", "confirmed"]],
    ],
    ["a suggestion for the first kana", ["や", "やま", ["山田", "guessed"], "confirmed"]],
    [
      "suggestions, one after another",
      [["や"], ["山田", "guessed"], ["山本", "guessed"], "confirmed"],
    ],
    ["typed in Chinese", ["zhang", "张", "confirmed"]],
    ["spoken", ["山田", "confirmed"]],
    ["a lone consonant", ["やまｄ", "山d", "confirmed"]],
  ])("%s", (_, steps) => {
    expect(read(...steps)).toBeNull();
  });

  test("but walking the candidates of a conversion is no suggestion", () => {
    const walked: Step[] = [
      ["佐糖", "guessed"],
      ["佐藤", "guessed"],
    ];
    expect(read("さとう", "砂糖", ...walked, "confirmed")).toBe("サトウ");
  });
});

test("whatever stands in the field, the pieces are its text, and a reading is in katakana", () => {
  const characters = [..."やまだん山田高髙𠮷yｙnｎ ・ー々ヤﾔﾞ㈱1"];
  const ways: Typing[] = ["composing", "guessed", "typed", "pasted"];
  let seed = 20261123;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let turn = 0; turn < 300; turn += 1) {
    let pieces: Piece[] = [];
    for (let step = 0; step < 12; step += 1) {
      const old = pieces.flatMap((piece) => [...piece.text]);
      const put = Array.from({ length: next(4) }, () => characters[next(characters.length)] ?? "");
      old.splice(next(old.length + 1), next(3), ...put);
      const text = old.join("");
      pieces = retype(pieces, text, ways[next(ways.length)] ?? "typed");
      if (next(3) === 0) pieces = confirm(pieces);
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      expect(readingOf(pieces) ?? "").toMatch(/^[ァ-ヺー-ヾ゙゚\s・]*$/);
    }
  }
});

describe("in the form", () => {
  const input = (target: HTMLInputElement, value: string, inputType: string) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
    set?.call(target, value);
    fireEvent(target, new InputEvent("input", { bubbles: true, inputType }));
  };
  const composing = (target: HTMLInputElement, texts: readonly string[]) => {
    fireEvent.compositionStart(target);
    for (const text of texts) input(target, text, "insertCompositionText");
  };
  const confirms = {
    WebKit: (target: HTMLInputElement) => {
      const { value } = target;
      input(target, "", "deleteCompositionText");
      input(target, value, "insertFromComposition");
      fireEvent.compositionEnd(target);
    },
    Chromium: (target: HTMLInputElement) => {
      input(target, target.value, "insertCompositionText");
      fireEvent.compositionEnd(target);
    },
  };
  const word = ["ｙ", "や", "やま", "やまだ", "山田"];
  const convert = (target: HTMLInputElement, confirm = confirms.Chromium) => {
    composing(target, word);
    confirm(target);
  };

  const names = [
    ["/register/card", "family_name", "family_name_kana"],
    ["/register/card", "first_name", "first_name_kana"],
    ["/register/lead", "family_name", "family_name_kana"],
    ["/register/client", "name", "name_kana"],
  ] as const;
  const cases = Object.entries(confirms).flatMap(([engine, confirm]) =>
    names.map(([place, name, kana]) => ({ engine, confirm, place, name, kana })),
  );

  test.each(cases)("at $place $name leaves its reading once $engine confirms", async (one) => {
    openDesk(one.place);
    const [name, kana] = [await field(one.name), await field(one.kana)];
    composing(name, word);
    expect(kana.value).toBe("");
    one.confirm(name);
    expect(kana.value).toBe("ヤマダ");
  });

  test("cancelled, nothing is left; deleted, the reading goes with its name", async () => {
    openDesk();
    const [name, kana] = [await field("family_name"), await field("family_name_kana")];
    composing(name, word);
    input(name, "", "deleteCompositionText");
    fireEvent.compositionEnd(name);
    expect(kana.value).toBe("");
    convert(name, confirms.WebKit);
    expect(kana.value).toBe("ヤマダ");
    input(name, "", "deleteContentBackward");
    expect(kana.value).toBe("");
  });

  test("what the person typed into the kana field is never replaced", async () => {
    openDesk();
    const [name, kana] = [await field("family_name"), await field("family_name_kana")];
    convert(name);
    input(kana, "ヤマタ", "insertText");
    input(name, "", "deleteContentBackward");
    convert(name);
    expect(kana.value).toBe("ヤマタ");
    input(kana, "", "deleteContentBackward");
    input(name, "", "deleteContentBackward");
    expect(kana.value).toBe("");
  });

  test("taken back from the outbox, another name has another reading", async () => {
    const { user } = openDesk();
    const company = await field("client_id");
    fireEvent.change(company, { target: { value: "Blue" } });
    company.focus();
    await waitFor(() => expect(document.querySelector("[data-combobox-selected]")).not.toBeNull());
    fireEvent.keyDown(company, { key: "Enter", code: "Enter" });
    convert(await field("family_name"));
    fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
    await user.click(await screen.findByRole("button", { name: "Undo: 山田" }));
    await waitFor(async () => expect((await field("family_name")).value).toBe("山田"));
    const [name, kana] = [await field("family_name"), await field("family_name_kana")];
    expect(kana.value).toBe("ヤマダ");
    input(name, "", "deleteContentBackward");
    composing(name, ["さ", "さと", "さとう", "佐藤"]);
    confirms.Chromium(name);
    expect(kana.value).toBe("サトウ");
  });

  test("a pasted name leaves the kana field empty", async () => {
    openDesk();
    const [name, kana] = [await field("family_name"), await field("family_name_kana")];
    input(name, "山田", "insertFromPaste");
    expect(kana.value).toBe("");
    composing(name, ["山田ｓ", "山田し", "山田しろう", "山田四郎"]);
    confirms.Chromium(name);
    expect(kana.value).toBe("");
  });
});
