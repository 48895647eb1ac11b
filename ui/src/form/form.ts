// What is typed into a form, and what becomes of it: checked as a field is left, checked again and
// registered on saving. A form lives in a store outside the page, so what was typed survives every
// error and every change of page.

import { backend, type Entity, type Problem, type Trouble, troubleOf } from "../backend";
import type { Store } from "../store/store";

export type Form = {
  values: Readonly<Record<string, string>>;
  /** The fields that the person has left: only their problems are shown. */
  left: ReadonlySet<string>;
  problems: readonly Problem[];
  phase: "typing" | "saving" | "saved";
  /** What went wrong in the last try to save. */
  trouble: Trouble | null;
  /** The id that the service gave. */
  id: number | null;
  /** How often saving was asked for: the page looks for the first problem after each. */
  tries: number;
};

export type FormStore = Store<Form>;

export function emptyForm(values: Record<string, string> = {}): Form {
  return {
    values,
    left: new Set(),
    problems: [],
    phase: "typing",
    trouble: null,
    id: null,
    tries: 0,
  };
}

export function valueIn(form: Form, key: string): string {
  return form.values[key] ?? "";
}

/** The problem of a field, once the person has left it. */
export function problemOf(form: Form, key: string): Problem | undefined {
  return form.left.has(key) ? form.problems.find((problem) => problem.key === key) : undefined;
}

/** Whether what was sent may have been stored although no answer says so. */
export function mayHaveArrived(trouble: Trouble | null): boolean {
  return trouble !== null && "may_have_arrived" in trouble && trouble.may_have_arrived;
}

/** What is being sent, or was registered, is no longer typed into. */
export function typeInto(store: FormStore, key: string, text: string): void {
  const { phase, values, problems } = store.get();
  if (phase !== "typing") return;
  store.set({
    values: { ...values, [key]: text },
    problems: problems.filter((problem) => problem.key !== key),
  });
}

/** Checks as the person leaves a field, and puts back what the field would send. */
export async function leave(store: FormStore, entity: Entity, key: string): Promise<void> {
  const before = store.get();
  if (before.phase !== "typing") return;
  store.set({ left: new Set(before.left).add(key) });
  const checked = await backend.check(entity, "create", before.values).catch(() => null);
  const now = store.get();
  if (!checked || now.phase !== "typing") return;
  // The person types on while the check runs: what it says holds for unchanged values alone.
  const isSame = (key: string) => valueIn(now, key) === valueIn(before, key);
  const normal = isSame(key) ? checked.values[key] : undefined;
  store.set({
    problems: [
      ...now.problems.filter((problem) => !isSame(problem.key)),
      ...checked.problems.filter((problem) => isSame(problem.key)),
    ],
    ...(normal !== undefined && { values: { ...now.values, [key]: normal } }),
  });
}

/**
 * Checks everything and registers it. Does nothing while a save runs or after one, nor, unless
 * `despite` says that the person has looked it up, while it may already be registered.
 */
export async function save(store: FormStore, entity: Entity, despite = false): Promise<void> {
  const { phase, trouble, values, tries } = store.get();
  if (phase !== "typing" || (mayHaveArrived(trouble) && !despite)) return;
  store.set({ phase: "saving", trouble: null, tries: tries + 1 });
  try {
    const checked = await backend.check(entity, "create", values);
    if (checked.problems.length > 0) {
      refuse(store, { code: "invalid", problems: checked.problems });
      return;
    }
    const id = await backend.register(entity, checked.values);
    store.set({ phase: "saved", problems: [], id });
  } catch (error) {
    refuse(store, troubleOf(error));
  }
}

function refuse(store: FormStore, trouble: Trouble): void {
  const { left } = store.get();
  const problems = trouble.code === "invalid" ? trouble.problems : [];
  store.set({
    phase: "typing",
    trouble,
    problems,
    left: new Set([...left, ...problems.map(({ key }) => key)]),
  });
}
