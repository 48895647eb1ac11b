// How a record is called, whatever it is.

import type { OutboxRecord, Typed } from "../backend";
import type { Words } from "../i18n/useWords";

/** The person or the company, as far as that was typed. */
export function nameOfRecord({ say }: Words, { form }: OutboxRecord): string {
  const typed = form.entity === "clients" ? form.values.name : nameOf(form.values);
  const name = form.change?.name || typed;
  return name || say("find.no_name");
}

/** The name, with a word where it is a change of what is registered. */
export function titleOfRecord(words: Words, record: OutboxRecord): string {
  const name = nameOfRecord(words, record);
  return record.form.change ? words.say("outbox.change_of", { name }) : name;
}

/** What stands beside the name: a card's company, or that it is a company. */
export function besideName({ say }: Words, { form }: OutboxRecord): string {
  return form.entity === "clients" ? say("outbox.a_company") : (form.client_name ?? "");
}

/** The person on a card or a lead, as one name. */
export function nameOf(values: Readonly<Typed["values"]>): string {
  return [values.family_name, values.first_name].filter(Boolean).join(" ");
}
