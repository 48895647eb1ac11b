// What a person changed of a registered record: what is not changed is not sent, and a field is
// emptied only where the person says so.

import { type Change, type ChangeSheet, contract, type Typed } from "../backend";
import type { Form, FormStore } from "./form";

/** Whether this field will be sent with another value, or emptied. */
export function isChanged(form: Form, key: string): boolean {
  const { values, begun, emptied } = form;
  // Which company it is had to be found out: choosing the one that is shown changes nothing.
  if (key === "client_id" && begun.client_id === undefined) return isCompanyChanged(form);
  if (key === "client_id" && form.needs !== null) return true;
  const text = values[key] ?? "";
  return emptied.has(key) || (text !== "" && text !== begun[key]);
}

/** Whether its text was deleted without a word on what that means. */
export function isCleared({ values, begun, emptied }: Form, key: string): boolean {
  return begun[key] !== undefined && begun[key] !== "" && !values[key] && !emptied.has(key);
}

/** How a field of a change stands; `none` in a form that registers. */
type FieldState = "none" | "as_it_was" | "hidden" | "words" | "changed" | "cleared" | "emptied";

export function stateOf(form: Form, key: string): FieldState {
  if (!form.change) return "none";
  if (form.emptied.has(key)) return "emptied";
  if (isChanged(form, key)) return "changed";
  if (isCleared(form, key)) return "cleared";
  const shown = form.sheet?.fields[key]?.shown ?? "hidden";
  return shown === "hidden" || shown === "words" ? shown : "as_it_was";
}

/** The fields that the person changed, in the contract's order. */
export function changedKeys(form: Form): string[] {
  return keysOf(form).filter((key) => isChanged(form, key));
}

/** The fields whose text was deleted without a word on what that means. */
export function clearedKeys(form: Form): string[] {
  return keysOf(form).filter((key) => key !== "client_id" && isCleared(form, key));
}

/** Asks what the texts that were deleted mean. */
export function askAboutCleared(store: FormStore): void {
  const form = store.get();
  store.set({ tries: form.tries + 1, left: new Set([...form.left, ...clearedKeys(form)]) });
}

/** The field is to be empty at the service. */
export function empty(store: FormStore, key: string): void {
  const { phase, values, emptied, problems } = store.get();
  if (phase !== "typing") return;
  store.set({
    values: { ...values, [key]: "" },
    emptied: new Set(emptied).add(key),
    problems: problems.filter((problem) => problem.key !== key),
  });
}

/** Brings back what the field held when the form was opened. */
export function bringBack(store: FormStore, key: string): void {
  const { phase, values, begun, change, emptied, problems } = store.get();
  if (phase !== "typing") return;
  store.set({
    values: { ...values, [key]: begun[key] ?? "" },
    emptied: new Set([...emptied].filter((other) => other !== key)),
    problems: problems.filter((problem) => problem.key !== key),
    ...(key === "client_id" && { client_name: change?.listed.client_name ?? "", needs: null }),
  });
}

/** Lays what is known of the record under what was changed so far. */
export function lay(store: FormStore, sheet: ChangeSheet): void {
  const begun = Object.fromEntries(
    Object.entries(sheet.fields).flatMap(([key, field]) =>
      "value" in field && key !== "id" ? [[key, field.value]] : [],
    ),
  );
  store.set({ sheet, begun, values: { ...begun, ...store.get().values } });
}

/** What is sent of a change: the record, what the call can not do without, and what was changed. */
export function sentOfChange(form: Form, change: Change): Typed["values"] {
  const needed = contract[form.entity].fields.filter(({ update }) => update === "required");
  const values = [...needed.map(({ key }) => key), ...changedKeys(form)]
    .map((key) => [key, key === "id" ? String(change.id) : (form.values[key] ?? "")] as const)
    .filter(([key, text]) => text !== "" || form.emptied.has(key));
  return Object.fromEntries(values);
}

function keysOf({ entity }: Form): string[] {
  const taken = contract[entity].fields.filter(
    ({ key, update }) => update !== null && key !== "id",
  );
  return taken.map(({ key }) => key);
}

function isCompanyChanged({ change, client_name, needs }: Form): boolean {
  return needs !== null || client_name !== (change?.listed.client_name ?? "");
}
