// The only way from the pages to the program. Every call either gives its answer or throws a
// `TroubleError`; nothing above this folder knows Tauri or the form in which answers travel.

import {
  type CallsLeft,
  type ClosingWithUnsent as Closing,
  type Counts,
  commands,
  events,
  type LimitWaits,
  type Trouble,
} from "./bindings";

export type {
  Alteration,
  CallsLeft,
  Candidate,
  Change,
  ChangeSheet,
  Choice,
  ClosingWithUnsent as Closing,
  Company,
  Connection,
  ConnectRequest,
  Counts,
  Decision,
  Difference,
  Duplicate,
  Entity,
  Fault,
  Form as Typed,
  Found,
  FoundCompanies,
  FoundRecord,
  Hint,
  HistoryQuery,
  HostReading,
  Language,
  Left,
  Likely,
  LimitWaits,
  NamedChoice,
  NewCompany,
  Noticed,
  Opened,
  Order,
  OutboxRecord,
  Place,
  PostalCode,
  PostalPlaces,
  Problem,
  Proposal,
  Query,
  Reason,
  Shown,
  Stage,
  Standing,
  Tidied,
  Trouble,
  Whose,
  Why,
} from "./bindings";
export { contract } from "./bindings";

/** What went wrong in a call. The words for it are in `i18n/trouble`. */
export class TroubleError extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble.code);
    this.name = "TroubleError";
  }
}

type Commands = typeof commands;
type Outcome<T> = { status: "ok"; data: T } | { status: "error"; error: Trouble };
type Backend = {
  [K in keyof Commands]: Commands[K] extends (...args: infer A) => Promise<Outcome<infer T>>
    ? (...args: A) => Promise<T>
    : never;
};

/** The program's commands, by the names that the bindings give them. */
export const backend = Object.fromEntries(
  Object.entries(commands).map(([name, command]) => [
    name,
    (...args: unknown[]) =>
      settle((command as (...args: unknown[]) => Promise<Outcome<unknown>>)(...args)),
  ]),
) as Backend;

/** Tells `onWait` whenever a call has to wait for the limit; gives the way to stop listening. */
export function listenToLimitWaits(onWait: (wait: LimitWaits) => void): () => void {
  return listen(events.limitWaits, onWait);
}

/** Tells `onChange` whenever fewer calls are left. */
export function listenToCalls(onChange: (calls: CallsLeft) => void): () => void {
  return listen(events.callsChanged, onChange);
}

/** Tells `onChange` whenever a record of the outbox came to stand elsewhere. */
export function listenToOutbox(onChange: (counts: Counts) => void): () => void {
  return listen(events.outboxChanged, onChange);
}

/** Tells `onClosing` when somebody closes the window while something is unsent: it stays open. */
export function listenToClosing(onClosing: (closing: Closing) => void): () => void {
  return listen(events.closingWithUnsent, onClosing);
}

/** The trouble behind whatever a call threw. */
export function troubleOf(error: unknown): Trouble {
  return error instanceof TroubleError ? error.trouble : { code: "internal" };
}

type Heard<T> = {
  listen(hear: (event: { payload: T }) => void): Promise<() => void>;
};

function listen<T>(event: Heard<T>, hear: (payload: T) => void): () => void {
  const listening = event.listen(({ payload }) => hear(payload));
  return () => {
    listening.then((stop) => stop()).catch(() => undefined);
  };
}

async function settle<T>(call: Promise<Outcome<T>>): Promise<T> {
  const outcome = await call.catch(() => failed);
  if (outcome.status === "ok") return outcome.data;
  throw new TroubleError(isTrouble(outcome.error) ? outcome.error : failed.error);
}

const failed: { status: "error"; error: Trouble } = {
  status: "error",
  error: { code: "internal" },
};

// Tauri itself answers with a bare text where it can not run a command.
function isTrouble(error: unknown): error is Trouble {
  return typeof error === "object" && error !== null && "code" in error;
}
