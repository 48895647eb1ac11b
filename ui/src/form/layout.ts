// Where the fields of a form stand: groups in the order of reading, widths that fit what is typed.

import { contract, type Entity } from "../backend";
import type { MessageId } from "../i18n/messages";
import { cardLayout } from "./layouts/card";
import { clientLayout } from "./layouts/client";
import { leadLayout } from "./layouts/lead";

export type DeclaredField = (typeof contract)[Entity]["fields"][number];

/** A field's key, and how many of twelve columns it is wide. */
type Place = readonly [key: string, width: number];

export type FieldGroup = {
  title: MessageId;
  places: readonly Place[];
  /** Check boxes that belong together, each set of them under a name of its own. */
  flags?: readonly { title: MessageId; keys: readonly string[] }[];
};

export type Layout = {
  groups: readonly FieldGroup[];
  /** Seldom used: folded away. */
  more: FieldGroup;
};

export const layouts: Record<Entity, Layout> = {
  business_cards: cardLayout,
  clients: clientLayout,
  leads: leadLayout,
};

/** A field by its key. */
export function declaredField(entity: Entity, key: string): DeclaredField | undefined {
  const fields: readonly DeclaredField[] = contract[entity].fields;
  return fields.find((field) => field.key === key);
}

/** The keys of all the fields of a group. */
export function keysIn({ places, flags = [] }: FieldGroup): string[] {
  return [...places.map(([key]) => key), ...flags.flatMap(({ keys }) => keys)];
}
