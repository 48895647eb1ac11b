// The versions of a record that was changed at the service since it was opened: as a person compares
// them, and what is sent of those that the person chose.

import type { Difference, Entity } from "../../backend";
import { fieldOf } from "../find/values";

export type Side = "ours" | "theirs";

export type Version = Difference & {
  /** The field under which the service shows it, where that is another one. */
  shownAs: string | null;
  /** The service shows it in no way: that both versions are empty tells nothing. */
  isHidden: boolean;
};

export type Chosen = Readonly<Record<string, Side>>;

/** One for each field: ours beside what the service showed and shows for it. */
export function versionsIn(entity: Entity, differences: readonly Difference[]): Version[] {
  const standInOf = (key: string) =>
    differences.find(
      (other) => other.ours === null && other.key === fieldOf(entity, key)?.shown_as,
    );
  const ours = differences.filter((difference) => difference.ours !== null);
  const used = new Set(ours.map(({ key }) => standInOf(key)?.key));
  return differences
    .filter(({ key }) => !used.has(key))
    .map((difference) => {
      const hasOwn = difference.ours === null || difference.opened + difference.theirs !== "";
      const standIn = hasOwn ? undefined : standInOf(difference.key);
      const { opened, theirs } = standIn ?? difference;
      const isListed = fieldOf(entity, difference.key)?.answer != null;
      const isHidden = !isListed && opened === "" && theirs === "";
      return { ...difference, opened, theirs, shownAs: standIn?.key ?? null, isHidden };
    });
}

/** Where only one side changed a field there is nothing to decide. */
export function chosenAtFirst(versions: readonly Version[]): Chosen {
  const clear = versions.flatMap(({ key, ours, opened, theirs }) =>
    ours !== null && opened === theirs ? [[key, "ours"] as const] : [],
  );
  return Object.fromEntries(clear);
}

/** The fields in which the person has to choose still. */
export function undecidedIn(versions: readonly Version[], chosen: Chosen): Version[] {
  return versions.filter(({ key, ours }) => ours !== null && !(key in chosen));
}

/** What is sent: only what the person wants to be ours. The rest stays as it is there. */
export function valuesOf(versions: readonly Version[], chosen: Chosen): Record<string, string> {
  const wanted = versions.flatMap(({ key, ours }) =>
    ours !== null && chosen[key] === "ours" ? [[key, ours] as const] : [],
  );
  return Object.fromEntries(wanted);
}

/**
 * Whether a colleague gave the card to another company and it is to stay there. Cards are sent with
 * their company's number, and what is listed of a card tells the name alone: only the form can find
 * the number.
 */
export function needsCompany(
  entity: Entity,
  versions: readonly Version[],
  chosen: Chosen,
): boolean {
  const moved = versions.find(
    ({ key, shownAs, opened, theirs }) =>
      (key === "client_name" || shownAs === "client_name") && opened !== theirs,
  );
  return entity === "business_cards" && moved !== undefined && chosen.client_id !== "ours";
}
