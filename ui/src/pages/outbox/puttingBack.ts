// Beginning a change that puts back what changed though it was not sent.

import type { Alteration, Entity, FoundRecord, OutboxRecord, Query } from "../../backend";
import { contract, TroubleError } from "../../backend";
import { findRecords } from "../../backend/finding";
import type { Choices } from "../../choices/choices";
import { meant } from "../../choices/matching";
import { empty } from "../../form/changed";
import { typeInto } from "../../form/form";
import { formsOf } from "../../form/forms";
import { beginChange } from "../change/changing";
import { fieldOf, isFlag, isSet } from "../find/values";

/** Those that a change can write as they were shown; the others only a person can put back. */
export function writable(entity: Entity, alterations: readonly Alteration[]): Alteration[] {
  const { fields } = contract[entity];
  return alterations.filter((alteration) =>
    fields.some(({ key, update }) => key === alteration.key && update !== null),
  );
}

/**
 * Opens the form of a change with the old values in it. One call: what the service shows now. Once
 * `signal` aborts, it is given up.
 */
export async function putBack(
  connectionId: string,
  { form: { entity, change } }: OutboxRecord,
  alterations: readonly Alteration[],
  choices: Choices,
  signal: AbortSignal,
): Promise<void> {
  if (!change) return;
  const record = await read(entity, change.id, signal);
  signal.throwIfAborted();
  await beginChange(connectionId, entity, record);
  const { change: store } = formsOf(connectionId);
  if (store.get().change?.id !== change.id || store.get().entity !== entity) return;
  for (const { key, before } of writable(entity, alterations)) {
    if (isFlag(entity, key)) typeInto(store, key, String(isSet(before)));
    else if (before === "") empty(store, key);
    else typeInto(store, key, asWritten(entity, key, before, choices));
  }
}

/** What is shown in words in place of a number is written by its number, where that is known. */
function asWritten(entity: Entity, key: string, shown: string, choices: Choices): string {
  const kind = fieldOf(entity, key)?.kind;
  return kind?.type === "id" ? meant(shown, choices.named(kind.of)) : shown;
}

/** The record as the service shows it now. */
async function read(entity: Entity, id: number, signal: AbortSignal): Promise<FoundRecord> {
  const query: Query = { search: {}, order: null, number: 1, display_number: 100 };
  // Cards are not found by their number: but one that was just changed is among the latest.
  const asked =
    entity === "business_cards"
      ? { ...query, order: { key: "updated_at", descending: true } }
      : { ...query, search: { "search[from_id]": String(id), "search[to_id]": String(id) } };
  const { records } = await findRecords(entity, asked, signal);
  const record = records.find((found) => found.id === id);
  if (!record) throw new TroubleError({ code: "record_gone" });
  return record;
}
