// A signature that is being read for a form: what was pasted, and what the person makes of what was
// found in it. It survives the closing of its window; only confirming it makes an end of it.

import { useQuery } from "@tanstack/react-query";
import { useConnection } from "../app/connection";
import { backend, type Entity, type Proposal } from "../backend";
import { isCompanyChosen, typeCompany } from "../form/company";
import { companyNameLeft } from "../form/companyName";
import { type Form, type FormStore, leave, typeInto, valueIn } from "../form/form";
import { keysIn, layouts } from "../form/layout";
import { groupOf } from "../form/together";
import { perConnection, type Store, useStore } from "../store/store";

type Reading = {
  /** The form for which the window is open. */
  openFor: Entity | null;
  text: string;
  /** What the person made of the fields: which are taken over, and with what. */
  taken: Readonly<Record<string, boolean>>;
  corrected: Readonly<Record<string, string>>;
};

export const readingOf = perConnection<Reading>(() => ({
  openFor: null,
  text: "",
  taken: {},
  corrected: {},
}));

/** A field that was found, beside what the form holds. */
export type Row = {
  key: string;
  value: string;
  /** What stands in the form. */
  present: string;
  isTaken: boolean;
};

/** Another text: what was made of the one before is no word on this one. */
export function paste(reading: Store<Reading>, text: string): void {
  reading.set({ text, taken: {}, corrected: {} });
}

/** Takes a field over or not; what says one thing with it comes along, unless that was decided. */
export function take(reading: Store<Reading>, key: string, isTaken: boolean): void {
  const { taken } = reading.get();
  const group = groupOf(key);
  // A department is taken for the company that stands there.
  const along = isTaken && !group.includes("client_id") ? group : [];
  const others = Object.fromEntries(along.map((other) => [other, true]));
  reading.set({ taken: { ...others, ...taken, [key]: isTaken } });
}

/**
 * What was found in the text, in the order of the form; none while nothing was read. While another
 * text is being read what was found in the one before stays in sight, but it is not current.
 */
export function useRows(
  entity: Entity,
  store: FormStore,
): { rows: Row[] | null; isCurrent: boolean } {
  const { id } = useConnection();
  const { text, taken, corrected } = useStore(readingOf(id), (reading) => reading);
  const form = useStore(store, (form) => form);
  const isBlank = text.trim() === "";
  const { data, isPlaceholderData } = useQuery({
    queryKey: [id, "signature", entity, text],
    queryFn: () => backend.readSignature(entity, text),
    enabled: !isBlank,
    // It is not kept beside the form.
    gcTime: 0,
    placeholderData: (before) => before,
  });
  if (isBlank || !data) return { rows: null, isCurrent: true };
  const rows = inOrder(entity, data).map(({ key, value, is_rest }) => {
    const present = presentIn(form, key);
    return {
      key,
      value: corrected[key] ?? value,
      present,
      isTaken: taken[key] ?? (isFree(form, key) && !is_rest),
    };
  });
  return { rows, isCurrent: !isPlaceholderData };
}

/** Lays what is taken over into the form, checked as if it had been typed. */
export function layRows(store: FormStore, rows: readonly Row[]): void {
  const laid = rows.filter(({ isTaken, value }) => isTaken && value.trim() !== "");
  for (const { key, value } of laid) {
    if (key === "client_name") typeCompany(store, value.trim());
    else typeInto(store, key, value);
  }
  for (const { key } of laid) {
    if (key !== "client_name") leave(store, key);
    companyNameLeft(store, key);
  }
}

function inOrder(entity: Entity, proposals: readonly Proposal[]): Proposal[] {
  const { groups, more } = layouts[entity];
  const keys = [...groups, more].flatMap(keysIn);
  const place = ({ key }: Proposal) => keys.indexOf(key === "client_name" ? "client_id" : key);
  return [...proposals].sort((one, other) => place(one) - place(other));
}

/** Whether nothing stands there that it would say one thing with: an extension is one of its number. */
function isFree(form: Form, key: string): boolean {
  const group = groupOf(key === "client_name" ? "client_id" : key);
  return group.every((other) => presentIn(form, other) === "");
}

function presentIn(form: Form, key: string): string {
  if (key !== "client_name" && key !== "client_id") return valueIn(form, key);
  return form.client_name || (isCompanyChosen(form) ? valueIn(form, "client_id") : "");
}
