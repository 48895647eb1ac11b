// Calls that can be left: whoever no longer waits for one gives it up, so that it neither waits for
// the limit nor is read.

import { backend } from "./index";

let lastTicket = 0;

/** Makes a call under a ticket of its own. Once `signal` aborts, it is given up. */
export async function callWithTicket<T>(
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
