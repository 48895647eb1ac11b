// Laying what is known already into a form, so that nobody types it again: another record as it was
// typed, what is known of a found one, or what a person of the same company shares.

import type { Typed } from "../backend";
import { knowReadings } from "../kana/readings";
import { isCompanyChosen } from "./company";
import { type Form, type FormStore, type Values, valueIn } from "./form";
import { handedOn, isPinned } from "./pins";
import { groupOf } from "./together";

/** What is laid into a form; the company is there by its number, by its name or as one on its way. */
export type Laid = Pick<Typed, "client_name" | "needs"> & { values: Values };

/** What everybody of a company has on their card; a direct number is seen as one walks past it. */
const ofCompany = [
  "client_id",
  "tel",
  "fax",
  "zip",
  "pref_id",
  "address",
  "latitude",
  "longitude",
  "url",
];

/** Of a record, what another person of the same company has too. */
export function sharedWithColleagues({ values, client_name, needs }: Laid): Laid {
  const shared = ofCompany.flatMap((key) => (values[key] ? [[key, values[key]] as const] : []));
  return { values: Object.fromEntries(shared), client_name, needs };
}

/** Lays values into the fields that hold nothing yet, and tells how many it filled. */
export function layIntoEmpty(connectionId: string, store: FormStore, laid: Laid): number {
  const form = store.get();
  if (form.phase !== "typing") return 0;
  const isFree = (key: string) =>
    groupOf(key).every((other) => isEmpty(form, other)) && !isPinned(connectionId, form, key);
  const filled = Object.entries(laid.values).filter(
    ([key, text]) => text !== "" && key !== "client_id" && isFree(key),
  );
  const takesCompany = laid.client_name !== null && isFree("client_id");
  const company = takesCompany && {
    client_name: laid.client_name ?? "",
    needs: laid.needs,
  };
  store.set({
    values: {
      ...form.values,
      ...Object.fromEntries(filled),
      ...(takesCompany && { client_id: laid.values.client_id ?? "" }),
    },
    problems: form.problems.filter(({ key }) => !filled.some(([other]) => other === key)),
    ...company,
  });
  knowReadings(store.get());
  return filled.length + (takesCompany ? 1 : 0);
}

/** The form with this laid over what it begins with, but for what is handed on to it. */
export function formWith(connectionId: string, form: Form, laying: Laid): Form {
  const { client_name, needs } = laying;
  const values = { ...form.values, ...laying.values, ...handedOn(connectionId, form.entity) };
  const laid = { ...form, values, client_name: client_name ?? "", needs };
  knowReadings(laid);
  return laid;
}

/** Whether nobody typed into it: what every form begins with is no word of the person's. */
function isEmpty(form: Form, key: string): boolean {
  if (key === "client_id") return form.client_name.trim() === "" && !isCompanyChosen(form);
  const text = valueIn(form, key);
  return text === "" || text === form.begun[key];
}
