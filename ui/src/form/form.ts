// What is typed into a form: checked as a field is left, checked again as it goes into the outbox.
// A form lives in a store outside the page, so what was typed survives every error and every change
// of page; `keeping` sees to it that it survives the program too.

import {
  backend,
  type Change,
  type ChangeSheet,
  type Entity,
  type Problem,
  type Trouble,
  type Typed,
  type Whose,
} from "../backend";
import type { Store } from "../store/store";
import { sentOfChange } from "./changed";
import {
  lastTidied,
  nothingTidied,
  type Tidy,
  type Tidying,
  tidiable,
  typedInto,
  withLeft,
  withPutBack,
} from "./tidying";

export type Values = Readonly<Record<string, string>>;

/** What is known of records that may be the same. */
type Likeness = {
  /** What the service was asked of: one call for a form, and a second only for the people of another
   * company. */
  askedOf: string | null;
  /** Whether it told of all: a call that failed found out nothing. */
  isAnswered: boolean;
  /** Those that saving does not ask about any more. */
  seen: readonly Whose[];
  /** Those that the person wants to hear no more of. */
  dismissed: readonly Whose[];
};

export type Form = {
  /** What it registers or changes. */
  entity: Entity;
  /** The registered record that it changes; none where it registers a new one. */
  change: Change | null;
  /** What is known of that record, once the program has told. */
  sheet: ChangeSheet | null;
  values: Values;
  /** The values with which it began: as long as nothing else is typed, there is nothing to keep. */
  begun: Values;
  /** What the program put into fields for the person: Enter goes past those that still hold it. */
  given: Values;
  /** What its pins hand on to the next form: that is no reason to keep it. */
  handedOn: Values;
  /** The fields that the person wants to be empty at the service, in a change. */
  emptied: ReadonlySet<string>;
  /** What stands in the company field: the name that was chosen, or part of one. */
  client_name: string;
  /** The company of the outbox that it waits for, where that is not registered yet. */
  needs: number | null;
  /** The draft that it is kept as. */
  draft: number | null;
  /** What that draft holds, and why it could not be kept. */
  kept: string;
  notKept: Trouble | null;
  /** The fields that the person has left: only their problems are shown. */
  left: ReadonlySet<string>;
  problems: readonly Problem[];
  /** What became of the texts as their fields were left. */
  tidy: Tidy;
  likeness: Likeness;
  phase: "typing" | "saving";
  /** What went wrong in the last try to save. */
  trouble: Trouble | null;
  /** How often saving was asked for: the page looks for the first problem after each. */
  tries: number;
};

export type FormStore = Store<Form>;

export function emptyForm(entity: Entity, values: Values = {}): Form {
  return {
    entity,
    change: null,
    sheet: null,
    values,
    begun: values,
    given: {},
    handedOn: {},
    emptied: new Set(),
    client_name: "",
    needs: null,
    draft: null,
    kept: "",
    notKept: null,
    left: new Set(),
    problems: [],
    tidy: nothingTidied,
    likeness: { askedOf: null, isAnswered: false, seen: [], dismissed: [] },
    phase: "typing",
    trouble: null,
    tries: 0,
  };
}

/** A form for changing a record, before anything of it was changed. */
export function formOfChange(entity: Entity, change: Change): Form {
  return { ...emptyForm(entity), change, client_name: change.listed.client_name ?? "" };
}

/** The form as the program keeps and sends it. */
export function typedOf(form: Form): Typed {
  const { entity, change, client_name, needs, values } = form;
  const filled = Object.entries(values).filter(([, text]) => text !== "");
  return {
    entity,
    values: change ? sentOfChange(form, change) : Object.fromEntries(filled),
    client_name: client_name.trim() || null,
    needs,
    change,
  };
}

/** Whether nothing was typed that would have to be kept. */
export function isUntouched(form: Form): boolean {
  const { draft, change, client_name, needs, values, begun, handedOn, emptied } = form;
  const keys = [...Object.keys(values), ...Object.keys(begun)];
  const isAsBegun = keys.every((key) =>
    [begun[key] ?? "", handedOn[key]].includes(values[key] ?? ""),
  );
  const company = change?.listed.client_name ?? "";
  const isEmptied = emptied.size > 0;
  return draft === null && client_name === company && needs === null && isAsBegun && !isEmptied;
}

export function valueIn(form: Form, key: string): string {
  return form.values[key] ?? "";
}

/** The problem of a field, once the person has left it. */
export function problemOf(form: Form, key: string): Problem | undefined {
  return form.left.has(key) ? form.problems.find((problem) => problem.key === key) : undefined;
}

/** What is on its way into the outbox is no longer typed into. */
export function typeInto(store: FormStore, key: string, text: string): void {
  const form = store.get();
  if (form.phase === "typing") store.set(withTyped(form, key, text));
}

/** Puts into a field what the person need not type. */
export function give(store: FormStore, key: string, text: string): void {
  const form = store.get();
  if (form.phase === "typing") store.set(withGiven(form, key, text));
}

function withTyped(form: Form, key: string, text: string): Form {
  return {
    ...form,
    values: { ...form.values, [key]: text },
    emptied: new Set([...form.emptied].filter((other) => other !== key)),
    problems: form.problems.filter((problem) => problem.key !== key),
    tidy: typedInto(form.tidy, key, text),
  };
}

/** The form with what the person need not type. */
export function withGiven(form: Form, key: string, text: string): Form {
  return { ...withTyped(form, key, text), given: { ...form.given, [key]: text } };
}

/** Whether a field holds what the program put there, and nobody changed since. */
export function isGiven({ values, given }: Form, key: string): boolean {
  return Boolean(given[key]) && values[key] === given[key];
}

/** Tidies and checks as the person leaves a field. */
export async function leave(store: FormStore, key: string): Promise<void> {
  const { phase, left } = store.get();
  if (phase !== "typing") return;
  store.set({ left: new Set(left).add(key) });
  await look(store, [key], "typing");
}

/** What was noticed in these fields is to be shown there. */
export function leaveAll(store: FormStore, noticed: readonly { key: string }[]): void {
  store.set({ left: new Set([...store.get().left, ...noticed.map(({ key }) => key)]) });
}

/** Puts back what was tidied last, in one field or anywhere; says whether there was something. */
export function putBack(store: FormStore, field?: string): boolean {
  const form = store.get();
  const tidying = lastTidied(form, field);
  if (!tidying || form.phase !== "typing") return false;
  store.set(withPutBack(form, tidying));
  look(store, [], "typing");
  return true;
}

/** Puts all of this back, where it still stands. */
export function putBackAll(store: FormStore, tidied: readonly Tidying[]): void {
  store.set(tidied.reduce(withPutBack, store.get()));
  look(store, [], "typing");
}

/** Asks what is to be made of these fields, and what is to be said of all. */
export async function look(
  store: FormStore,
  keys: readonly string[],
  phase: Form["phase"],
): Promise<void> {
  const before = store.get();
  const { entity, change, values: standing } = before;
  const left = await backend
    .leaveField({
      entity,
      operation: change ? "update" : "create",
      values: typedOf(before).values,
      standing,
      typed: tidiable(before, keys),
    })
    .catch(() => null);
  const now = store.get();
  if (!left || now.phase !== phase) return;
  // The person types on meanwhile: what is said holds for unchanged values alone. And a company
  // that is on its way gives its number later.
  const isSame = (key: string) => valueIn(now, key) === valueIn(before, key);
  const holds = ({ key }: Problem) => isSame(key) && !(key === "client_id" && now.needs !== null);
  store.set({
    ...withLeft(now, before, keys, left),
    problems: [
      ...now.problems.filter((problem) => !isSame(problem.key)),
      ...left.problems.filter(holds),
    ],
  });
}

/** Saving did not go through: everything stays as it was typed. */
export function refuse(store: FormStore, trouble: Trouble): void {
  const { left, likeness } = store.get();
  // What was asked about once is not asked about again.
  const asked = trouble.code === "likely_duplicate" ? trouble.whose : [];
  const problems = trouble.code === "invalid" ? trouble.problems : [];
  store.set({
    phase: "typing",
    trouble,
    problems,
    likeness: { ...likeness, seen: [...likeness.seen, ...asked] },
    left: new Set([...left, ...problems.map(({ key }) => key)]),
  });
}
