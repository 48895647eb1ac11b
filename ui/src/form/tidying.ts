// What was tidied in a form and can be put back, and what was noticed in it. What to make of a text
// the program decides; here is what became of it in this form. Nothing is taken back by hand: what
// was told of a text counts as long as that text stands there.

import type { Left, Noticed, Tidied } from "../backend";
import type { Form, FormStore } from "./form";

/** What was tidied at once: the field that was left, and maybe one that a part of it went into. */
export type Tidying = readonly Tidied[];

export type Tidy = {
  /** The fields that were typed into since they were tidied last. */
  typed: ReadonlySet<string>;
  /** The fields in which something was put back: there nothing is tidied again. */
  asTyped: ReadonlySet<string>;
  /** What was tidied, the latest last. */
  done: readonly Tidying[];
  noticed: readonly Noticed[];
  /** The texts whose hints the person dismissed, by field. */
  dismissed: Readonly<Record<string, string>>;
  /** What was tidied and noticed on saving, in the record before, and which one of the outbox that
   * is. */
  onSaving: { tidied: readonly Tidying[]; noticed: readonly Noticed[]; record: number | null };
};

export const nothingTidied: Tidy = {
  typed: new Set(),
  asTyped: new Set(),
  done: [],
  noticed: [],
  dismissed: {},
  onSaving: { tidied: [], noticed: [], record: null },
};

/**
 * Something was typed into a field: what stood there before is nobody's to put back any more. Where
 * nothing is left of it, another text is begun.
 */
export function typedInto(tidy: Tidy, key: string, text: string): Tidy {
  const asTyped = text === "" ? without(tidy.asTyped, key) : tidy.asTyped;
  const isIn = (tidying: Tidying) => tidying.some((part) => part.key === key);
  const done = tidy.done
    .filter(([first]) => first?.key !== key)
    .map((tidying) => (isIn(tidying) ? tidying.filter((part) => part.key !== key) : tidying));
  return { ...tidy, typed: new Set(tidy.typed).add(key), asTyped, done };
}

/** Those of these fields whose text may be tidied: it is new, and no change that is none. */
export function tidiable(form: Form, keys: Iterable<string>): string[] {
  const { tidy, change, values, begun } = form;
  const isAsBegun = (key: string) => change !== null && values[key] === begun[key];
  return [...keys].filter(
    (key) => tidy.typed.has(key) && !tidy.asTyped.has(key) && !isAsBegun(key),
  );
}

/** What the program made of these fields, where the text that it was given still stands there. */
export function withLeft(now: Form, before: Form, keys: readonly string[], left: Left): Form {
  const isSame = (key: string) => (now.values[key] ?? "") === (before.values[key] ?? "");
  const holds = (tidying: Tidying) => tidying.every(({ key }) => isSame(key));
  const same = keys.filter(isSame);
  const done = left.tidied.filter(holds);
  const put = done.flat().map(({ key, after }) => [key, after] as const);
  // What the checks alone change: spaces around a text.
  const spaced = tidiable(now, same).flatMap((key) => {
    const before = now.values[key] ?? "";
    const after = left.values[key] ?? before;
    const isTidied = put.some(([other]) => other === key);
    return after === before || isTidied ? [] : [[{ key, before, after }]];
  });
  const normal = spaced.flat().map(({ key, after }) => [key, after] as const);
  return {
    ...now,
    values: { ...now.values, ...Object.fromEntries([...normal, ...put]) },
    emptied: new Set([...now.emptied].filter((key) => !put.some(([other]) => other === key))),
    tidy: {
      ...now.tidy,
      typed: without(now.tidy.typed, ...same),
      // They are never sent: as one saves, nobody is kept busy with putting them back.
      done: [...now.tidy.done, ...done, ...(now.phase === "typing" ? spaced : [])],
      noticed: left.hints,
    },
  };
}

/** The form with this tidied in it. */
export function withTidied(form: Form, tidying: Tidying): Form {
  const put = tidying.map(({ key, after }) => [key, after] as const);
  return {
    ...form,
    values: { ...form.values, ...Object.fromEntries(put) },
    tidy: { ...form.tidy, done: [...form.tidy.done, tidying] },
  };
}

/** What was tidied last of what still stands there; in a field, or in the whole form. */
export function lastTidied(form: Form, field?: string): Tidying | undefined {
  const stands = ([first]: Tidying) =>
    first !== undefined &&
    (field === undefined || first.key === field) &&
    form.values[first.key] === first.after;
  return form.tidy.done.findLast(stands);
}

/** Whether nothing but spaces around it were taken off: before and after look the same. */
export function isOfSpaces({ before, after }: Tidied): boolean {
  return before.trim() === after;
}

/** What is to be said of the text in a field that the person has left. */
export function noticedIn(form: Form, field: string): Noticed | undefined {
  const { left, values, tidy } = form;
  const isNew = ({ key, text }: Noticed) =>
    key === field && values[key] === text && tidy.dismissed[key] !== text;
  return left.has(field) ? tidy.noticed.find(isNew) : undefined;
}

export function dismiss(store: FormStore, { key, text }: Noticed): void {
  const { tidy } = store.get();
  store.set({ tidy: { ...tidy, dismissed: { ...tidy.dismissed, [key]: text } } });
}

/** The form as it was before this was tidied; what was typed over it since stays. */
export function withPutBack(form: Form, tidying: Tidying): Form {
  const { values, tidy, problems } = form;
  const back = tidying.filter(({ key, after }) => values[key] === after);
  const keys = tidying.map(({ key }) => key);
  return {
    ...form,
    values: {
      ...values,
      ...Object.fromEntries(back.map(({ key, before }) => [key, before])),
    },
    problems: problems.filter(({ key }) => !keys.includes(key)),
    tidy: {
      ...tidy,
      typed: without(tidy.typed, ...keys),
      asTyped: new Set([...tidy.asTyped, ...keys]),
      done: tidy.done.filter((other) => other !== tidying),
    },
  };
}

function without(set: ReadonlySet<string>, ...keys: readonly string[]): ReadonlySet<string> {
  return new Set([...set].filter((key) => !keys.includes(key)));
}
