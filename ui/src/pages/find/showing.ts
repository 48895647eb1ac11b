// Showing one registered record: on the page where its kind is found, with its details.

import { navigate } from "wouter/use-hash-location";
import { places } from "../../app/places";
import { backend, type Entity, type OutboxRecord } from "../../backend";
import type { Values } from "../../form/form";
import { findPlaces } from "../../form/forms";
import { nameOf } from "../../outbox/naming";
import type { Terms } from "./keeping";
import { findingOf, searchFor } from "./looking";

/** Goes to where records of a kind are found, and searches there. */
export function showFound(connectionId: string, entity: Entity, terms: Terms): void {
  const finding = findingOf(connectionId, entity);
  searchFor(finding, terms);
  finding.caret.set({ row: 0, isOpen: false });
  navigate(findPlaces[entity]);
}

/** Goes there and opens the record of this number as soon as it is found by `terms`. */
export function showOne(connectionId: string, entity: Entity, id: number, terms: Terms): void {
  showFound(connectionId, entity, terms);
  findingOf(connectionId, entity).caret.set({ wanted: id });
}

/** The same for a record of which its name is known, and a person's company. */
export async function showRegistered(
  connectionId: string,
  entity: Entity,
  id: number,
  { name = "", client_name = "" }: Values,
): Promise<void> {
  const known = { name, client_name };
  showOne(connectionId, entity, id, await backend.searchFor(entity, id, known));
}

/** Shows what became of a record: where it is found once it is registered, else the outbox. */
export async function showSaved(connectionId: string, record: OutboxRecord): Promise<void> {
  const { form, stage } = record;
  const { entity, values, change, client_name } = form;
  if (stage.stage !== "done") return navigate(places.outbox);
  const typed = entity === "clients" ? values.name : nameOf(values);
  await showRegistered(connectionId, entity, stage.id, {
    name: change?.name || typed || "",
    client_name: client_name ?? "",
  });
}
