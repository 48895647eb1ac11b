// Calls that can be left: whoever no longer waits for one gives it up, so that it neither waits for
// the limit nor is read.

import type { Duplicate, Entity, Form, Found, Likely, Query, Taken } from "./bindings";
import { backend } from "./index";

let lastTicket = 0;

/** Lists records. Once `signal` aborts, the call is given up. */
export function findRecords(entity: Entity, query: Query, signal: AbortSignal): Promise<Found> {
  return withTicket(signal, (ticket) => backend.find(entity, query, ticket));
}

/** Asks the service for duplicates of a form. Once `signal` aborts, the call is given up. */
export function lookForDuplicates(
  draft: number | null,
  form: Form,
  signal: AbortSignal,
): Promise<Likely> {
  return withTicket(signal, (ticket) => backend.lookForDuplicates(draft, form, ticket));
}

/** A registered record as it is now, and what is new in a form. Can be given up like the others. */
export function takeInto(
  form: Form,
  id: number,
  { fields }: Duplicate,
  signal: AbortSignal,
): Promise<Taken> {
  return withTicket(signal, (ticket) => backend.takeInto(form, id, fields, ticket));
}

async function withTicket<T>(
  signal: AbortSignal,
  call: (ticket: number) => Promise<T>,
): Promise<T> {
  lastTicket += 1;
  const ticket = lastTicket;
  // It may have ended meanwhile: then there is nothing to give up.
  const giveUp = () => void backend.giveUp(ticket).catch(() => undefined);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await call(ticket);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
