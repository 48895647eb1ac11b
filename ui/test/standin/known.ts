// What the stand-in keeps beside the outbox: names of choices, how pages were left, calls left.

import type { CallsLeft, Choice, NamedChoice } from "../../src/backend";

export type Known = ReturnType<typeof makeKnown>;

const sample: NamedChoice[] = [
  ...called("organization", { 21: "営業部", 22: "営業部", 23: "総務部", 24: "技術開発部" }),
  ...called("pref", { 1: "北海道", 13: "東京都", 26: "京都府", 27: "大阪府" }),
  ...called("user", { 31: "佐藤 担当", 32: "田中 次郎" }),
  ...called("lead_source", { 41: "展示会", 42: "ウェブサイト" }),
  ...called("lead_status", { 1: "未対応", 2: "対応中" }),
  ...called("tag", { 3: "重要" }),
];

export function makeKnown(
  choices: NamedChoice[] = sample,
  views: Record<string, string> = {},
  calls: CallsLeft = { left: 97, allowed: 100, more_in_seconds: 41 },
) {
  let named = [...choices];
  const kept = { ...views };
  const without = (of: Choice, id: number) =>
    named.filter((choice) => choice.of !== of || choice.id !== id);
  return {
    choices: () => named,
    views: kept,
    answers: {
      choices: () => named,
      name_choice: ({ of, id, name }: Pick<NamedChoice, "of" | "id" | "name">) => {
        named = [...without(of, id), { of, id, name, entered: true }];
        return null;
      },
      forget_choice: ({ of, id }: Pick<NamedChoice, "of" | "id">) => {
        named = without(of, id);
        return null;
      },
      export_choices: () => true,
      import_choices: () => ({ added: 12, corrected: 1, known: 4 }),
      calls_left: () => calls,
      views: () => kept,
      keep_view: ({ name, value }: { name: string; value: string }) => {
        kept[name] = value;
        return null;
      },
    },
  };
}

function called(of: Choice, names: Record<number, string>): NamedChoice[] {
  return Object.entries(names).map(([id, name]) => ({ of, id: Number(id), name, entered: false }));
}
