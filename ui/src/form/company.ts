// Which company a form is for.

import type { Company, OutboxRecord } from "../backend";
import { type Form, type FormStore, typeInto, type Values, valueIn } from "./form";
import { giveBack } from "./offer";

/** Other text than the chosen name is no choice. */
export function typeCompany(store: FormStore, text: string): void {
  const form = store.get();
  if (form.phase !== "typing") return;
  // A department is one of its company.
  if (!form.change && isCompanyChosen(form)) typeInto(store, "organization_id", "");
  store.set({ client_name: text, needs: null });
  typeInto(store, "client_id", "");
  giveBack(store);
}

export function chooseCompany(store: FormStore, { id, name }: Pick<Company, "id" | "name">): void {
  store.set({ client_name: name, needs: null });
  typeInto(store, "client_id", String(id));
}

/** Chooses a company that is on its way: the form waits for it and then takes its number. */
export function awaitCompany(store: FormStore, { id, form }: OutboxRecord): void {
  store.set({ client_name: form.values.name ?? "", needs: id });
  typeInto(store, "client_id", "");
}

export function isCompanyChosen(form: Form): boolean {
  return valueIn(form, "client_id") !== "" || form.needs !== null;
}

/** Whether the company field holds part of this new company's name, and none was chosen yet. */
export function looksFor(form: Form, { name = "", name_disp = "" }: Values): boolean {
  const part = form.client_name.trim();
  if (part === "" || isCompanyChosen(form)) return false;
  // A legal form may have been written out in the name; the short name has none.
  return name.includes(part) || (name_disp !== "" && part.includes(name_disp));
}
