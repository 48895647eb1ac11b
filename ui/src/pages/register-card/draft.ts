// The card and the new company that are being typed, for each connection.

import type { Company } from "../../backend";
import { emptyForm, type Form, type FormStore, typeInto } from "../../form/form";
import { perConnection, type Store } from "../../store/store";

const cardOf = perConnection<Form>(() => emptyForm({ status: "1", open_status: "1" }));
const newCompanyOf = perConnection<Form>(() => emptyForm());

type CompanyText = {
  /** What stands in the company field: the name that was chosen, or part of one. */
  text: string;
  /** The text with which a new company was begun. */
  begun: string;
};
const companyTextOf = perConnection<CompanyText>(() => ({ text: "", begun: "" }));

export type Draft = { card: FormStore; company: Store<CompanyText>; newCompany: FormStore };

export function draftOf(connectionId: string): Draft {
  return {
    card: cardOf(connectionId),
    company: companyTextOf(connectionId),
    newCompany: newCompanyOf(connectionId),
  };
}

/** Begins a new company of this name, or goes on with the one that was begun so. */
export function beginCompany({ company, newCompany }: Draft, name: string): void {
  if (company.get().begun === name && newCompany.get().phase !== "saved") return;
  company.set({ begun: name });
  newCompany.set(emptyForm({ name, name_disp: name }));
}

/** Other text than the chosen name is no choice. */
export function typeCompany({ card, company }: Draft, text: string): void {
  if (card.get().phase !== "typing") return;
  company.set({ text });
  typeInto(card, "client_id", "");
}

export function chooseCompany(
  { card, company }: Draft,
  { id, name }: Pick<Company, "id" | "name">,
) {
  company.set({ text: name });
  typeInto(card, "client_id", String(id));
}

export function clearDraft({ card, company, newCompany }: Draft): void {
  card.reset();
  company.reset();
  newCompany.reset();
}

/** The person on the card, as one name. */
export function nameOf(values: Form["values"]): string {
  return [values.family_name, values.first_name].filter(Boolean).join(" ");
}
