// The form that comes next, begun with what is known already.

import { navigate } from "wouter/use-hash-location";
import { backend, type ChangeSheet, contract, type Entity, type FoundRecord } from "../backend";
import { callWithTicket } from "../backend/tickets";
import type { Values } from "./form";
import { type Forms, formsOf, freshForm, placeOfForm, resume, takeTurn } from "./forms";
import { replace } from "./keeping";
import { formWith, type Laid, layIntoEmpty, sharedWithColleagues } from "./laying";
import { countAsTaken } from "./offer";

/** The field in which one goes on where the company is there already. */
const firstOfPerson = "family_name";

/** Lays the record of this kind that was saved last into the empty fields; tells whose it was. */
export async function copyPrevious(connectionId: string, entity: Entity) {
  const record = await backend.lastSaved(entity);
  if (!record) return null;
  const count = layIntoEmpty(connectionId, formsOf(connectionId)[entity], record.form);
  return { record, count };
}

/** Begins the form of another person of the company of this record, which was saved right now. */
export function beginColleague(connectionId: string, entity: Entity, saved: Laid): void {
  const forms = formsOf(connectionId);
  const shared = sharedWithColleagues(saved);
  const form = formWith(connectionId, freshForm(connectionId, entity), shared);
  countAsTaken(form.begun, shared.values);
  // What was tidied on saving is still to be told.
  const { tidy } = forms[entity].get();
  forms[entity].set({ ...form, given: shared.values, tidy });
  takeTurn(forms, entity, firstOfPerson);
}

/**
 * Opens the form that registers, with everything that is known of a record that was found. Once
 * `signal` aborts, the call is given up and nothing is opened; so with a colleague.
 */
export async function openAsTemplate(
  connectionId: string,
  entity: Entity,
  record: FoundRecord,
  signal: AbortSignal,
): Promise<void> {
  const laid = await knownOf(entity, record, signal);
  await open(connectionId, entity, laid, entity === "clients" ? "name" : firstOfPerson);
}

/** Opens the form of a card for another person of the company of a record, or of a company. */
export async function openForColleague(
  connectionId: string,
  entity: Entity,
  record: FoundRecord,
  signal: AbortSignal,
): Promise<void> {
  const laid = await knownOf(entity, record, signal);
  const ofPerson = entity === "clients" ? asOfPerson(record, laid) : laid;
  const kind = entity === "leads" ? "leads" : "business_cards";
  const shared = sharedWithColleagues(ofPerson);
  await open(connectionId, kind, shared, firstOfPerson, countAsTaken);
}

/** Opens the form that registers, with what was searched for and not found. */
export async function openAsSearched(connectionId: string, entity: Entity, search: Values) {
  const { fields, searches } = contract[entity];
  const isTyped = (key: string) =>
    fields.some(
      (field) => field.key === key && field.create !== null && field.kind.type === "text",
    );
  const typed = searches.flatMap(({ parameter, field, matching }) => {
    const text = search[parameter];
    return text && matching === "partial" && isTyped(field) ? [[field, text] as const] : [];
  });
  const values = Object.fromEntries(typed);
  const client_name = search["search[client_name]"] ?? null;
  await open(connectionId, entity, { values, client_name, needs: null }, null);
}

/** What is known of a record, as it would be sent: what is not known stays empty. */
async function knownOf(
  entity: Entity,
  { id, fields }: FoundRecord,
  signal: AbortSignal,
): Promise<Laid> {
  if (id === null) return { values: {}, client_name: null, needs: null };
  const sheet = await callWithTicket(signal, (ticket) =>
    backend.beginChange(entity, id, fields, ticket),
  );
  signal.throwIfAborted();
  return {
    values: registrable(entity, sheet),
    client_name: fields.client_name ?? null,
    needs: null,
  };
}

function registrable(entity: Entity, sheet: ChangeSheet): Record<string, string> {
  const taken = contract[entity].fields.filter(({ create }) => create !== null);
  return Object.fromEntries(
    taken.flatMap(({ key }) => {
      const shown = sheet.fields[key];
      // The number is that record's own.
      return key !== "id" && shown && "value" in shown && shown.value !== ""
        ? [[key, shown.value]]
        : [];
    }),
  );
}

/** A company's own contacts, as they stand on the card of a person. */
function asOfPerson({ id, fields }: FoundRecord, { values }: Laid): Laid {
  const { main_tel: tel = "", ...same } = values;
  const client_name = fields.name ?? null;
  return { values: { ...same, tel, client_id: String(id ?? "") }, client_name, needs: null };
}

/** What is being typed there is put aside first. */
async function open(
  connectionId: string,
  entity: Entity,
  laid: Laid,
  caret: string | null,
  onBegun: (begun: Values, values: Values) => void = () => undefined,
) {
  const forms: Forms = formsOf(connectionId);
  await resume(forms);
  const form = formWith(connectionId, freshForm(connectionId, entity), laid);
  try {
    await replace(forms[entity], form);
    onBegun(form.begun, laid.values);
    takeTurn(forms, entity, caret);
  } catch {
    // What is typed there can not be kept, so it stays; its page tells why.
  }
  navigate(placeOfForm(forms, entity));
}
