// How a record is called, whatever it is.

import type { OutboxRecord } from "../backend";
import type { Words } from "../i18n/useWords";
import { nameOf } from "../pages/register-card/draft";

/** The person or the company, as far as that was typed. */
export function nameOfRecord({ say }: Words, { form }: OutboxRecord): string {
  const name = form.entity === "clients" ? form.values.name : nameOf(form.values);
  return name || say("find.no_name");
}

/** What stands beside the name: a card's company, or that it is a company. */
export function besideName({ say }: Words, { form }: OutboxRecord): string {
  return form.entity === "clients" ? say("outbox.a_company") : (form.client_name ?? "");
}
