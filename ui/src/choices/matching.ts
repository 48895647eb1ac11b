// What typed text means among the names of a choice.

import type { NamedChoice } from "../backend";

/** The ids in a value; of several, a comma stands between them. What is no id is kept as typed. */
export function idsIn(value: string, multiple: boolean): string[] {
  if (!multiple) return value === "" ? [] : [value];
  const parts = value.split(/[,、，]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ""))];
}

/** Whether it is a number and so can be sent. */
export function isId(text: string): boolean {
  return /^\d+$/.test(text);
}

/** What the text stands for: the one choice of that name, a number, else the text itself. */
export function meant(text: string, named: readonly NamedChoice[]): string {
  const typed = folded(text);
  const same = named.filter(({ name }) => name !== "" && folded(name) === typed);
  if (same.length === 1) return String(same[0]?.id);
  return isId(typed) ? String(Number(typed)) : text;
}

/** Those that the text may stand for, the likeliest first. */
export function matching(text: string, named: readonly NamedChoice[]): NamedChoice[] {
  const typed = folded(text);
  const place = ({ id, name }: NamedChoice) => {
    const own = folded(name);
    if (own === typed || String(id) === typed) return 0;
    if (own.startsWith(typed)) return 1;
    if (own.includes(typed)) return 2;
    return String(id).startsWith(typed) ? 3 : 4;
  };
  const places = new Map(named.map((choice) => [choice, place(choice)]));
  const at = (choice: NamedChoice) => places.get(choice) ?? 4;
  return named.filter((choice) => at(choice) < 4).sort((one, other) => at(one) - at(other));
}

/** For looking only: widths, cases and the two kana are one. */
function folded(text: string): string {
  return text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
