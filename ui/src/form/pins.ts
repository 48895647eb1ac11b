// What one form hands on to the next: the date of an event, the owner of a stack of cards, where
// they come from, who may see them. Kept with the connection, so that it survives the program.

import { useConnection } from "../app/connection";
import type { Entity } from "../backend";
import { keptPerConnection } from "../store/kept";
import { partsOf, textsIn } from "../store/reading";
import { useStore } from "../store/store";
import { type Form, type FormStore, type Values, valueIn } from "./form";

/** The fields that a stack of records can have in common. */
const pinnable: Record<Entity, readonly string[]> = {
  business_cards: [
    "trade_on",
    "owner_user_id",
    "owner_user",
    "lead_source_kbn_id",
    "lead_source",
    "open_status",
  ],
  leads: ["owner_user_id", "lead_source_kbn_id", "lead_source"],
  clients: ["user_id"],
};

/** What is handed on, by the keys of the pinned fields; an empty one is pinned all the same. */
type Pins = Record<Entity, Values>;

const pinsOf = keptPerConnection<Pins>(
  "pins",
  () => ({ business_cards: {}, leads: {}, clients: {} }),
  {
    keep: (pins) => pins,
    restore: (kept) => {
      const entities = Object.entries(pinnable) as [Entity, readonly string[]][];
      return Object.fromEntries(
        entities.map(([entity, keys]) => {
          const texts = Object.entries(textsIn(partsOf(kept)[entity]));
          return [entity, Object.fromEntries(texts.filter(([key]) => keys.includes(key)))];
        }),
      );
    },
  },
);

/** What the next form of this kind begins with. */
export function handedOn(connectionId: string, entity: Entity): Values {
  const pinned = Object.entries(pinsOf(connectionId).get()[entity]);
  return Object.fromEntries(pinned.filter(([, text]) => text !== ""));
}

export function isPinned(connectionId: string, { entity }: Form, key: string): boolean {
  return key in pinsOf(connectionId).get()[entity];
}

/** Hands a field on from now on, or no longer. */
export function togglePin(connectionId: string, store: FormStore, key: string): boolean {
  const form = store.get();
  const { [key]: pinned, ...others } = pinsOf(connectionId).get()[form.entity];
  const isNew = pinned === undefined;
  put(connectionId, store, isNew ? { ...others, [key]: valueIn(form, key) } : others);
  return isNew;
}

/** Whoever edits a pinned field edits what is handed on. To be called once for each form. */
export function followPins(connectionId: string, store: FormStore): void {
  let last = store.get();
  store.subscribe(() => {
    const before = last;
    const form = store.get();
    last = form;
    // Another form that takes the place of this one is not edited: each begins with its own values.
    if (form.begun !== before.begun || form.values === before.values) return;
    const pinned = pinsOf(connectionId).get()[form.entity];
    const edited = Object.keys(pinned).filter((key) => valueIn(form, key) !== valueIn(before, key));
    if (edited.length === 0) return;
    const now = edited.map((key) => [key, valueIn(form, key)] as const);
    put(connectionId, store, { ...pinned, ...Object.fromEntries(now) });
  });
}

/** Whether a field can be pinned here, and whether it is. */
export function usePin(store: FormStore, key: string) {
  const { id } = useConnection();
  const entity = useStore(store, (form) => form.entity);
  const isChange = useStore(store, ({ change }) => change !== null);
  const isOn = useStore(pinsOf(id), (pins) => key in pins[entity]);
  return { canPin: !isChange && pinnable[entity].includes(key), isOn };
}

function put(connectionId: string, store: FormStore, pins: Values): void {
  const { entity } = store.get();
  pinsOf(connectionId).set({ [entity]: pins });
  // What is handed on anyway need not be kept as a draft.
  store.set({ handedOn: pins });
}
