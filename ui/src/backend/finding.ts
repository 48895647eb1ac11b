// A search that can be left: whoever no longer waits for it gives its call up, so that it neither
// waits for the limit nor is read.

import type { Entity, Found, Query } from "./bindings";
import { backend } from "./index";

let lastTicket = 0;

/** Lists records. Once `signal` aborts, the call is given up. */
export async function findRecords(
  entity: Entity,
  query: Query,
  signal: AbortSignal,
): Promise<Found> {
  lastTicket += 1;
  const ticket = lastTicket;
  // It may have ended meanwhile: then there is nothing to give up.
  const giveUp = () => void backend.giveUp(ticket).catch(() => undefined);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await backend.find(entity, query, ticket);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}
