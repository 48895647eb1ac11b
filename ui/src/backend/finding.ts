// Calls that can be left.

import type { Duplicate, Entity, Form, Found, Looked, Query, Taken } from "./bindings";
import { backend } from "./index";
import { callWithTicket } from "./tickets";

/** Lists records. Once `signal` aborts, the call is given up. */
export function findRecords(entity: Entity, query: Query, signal: AbortSignal): Promise<Found> {
  return callWithTicket(signal, (ticket) => backend.find(entity, query, ticket));
}

/** Asks the service for duplicates of a form. Once `signal` aborts, the call is given up. */
export function lookForDuplicates(
  draft: number | null,
  form: Form,
  signal: AbortSignal,
): Promise<Looked> {
  return callWithTicket(signal, (ticket) => backend.lookForDuplicates(draft, form, ticket));
}

/** A registered record as it is now, and what is new in a form. Can be given up like the others. */
export function takeInto(
  form: Form,
  id: number,
  { fields }: Duplicate,
  signal: AbortSignal,
): Promise<Taken> {
  return callWithTicket(signal, (ticket) => backend.takeInto(form, id, fields, ticket));
}
