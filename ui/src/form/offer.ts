// What is known of the chosen company and can be taken into the form of one of its people: never
// over what stands there, and only when the person says so.

import { useQuery } from "@tanstack/react-query";
import { useConnection } from "../app/connection";
import { backend } from "../backend";
import { useStore } from "../store/store";
import { type Form, type FormStore, give, typeInto, type Values, valueIn } from "./form";
import { groupOf } from "./together";

/** A field's key and what it can take. */
export type Offered = readonly [key: string, value: string];

/** What can be taken now, and whether it is still being read; nothing in a form for a change. */
export function useOffer(store: FormStore): { offer: readonly Offered[]; isComing: boolean } {
  const connection = useConnection();
  const form = useStore(store, (form) => form);
  const { entity, change } = form;
  const id = Number(valueIn(form, "client_id"));
  const isWanted = change === null && Number.isSafeInteger(id) && id > 0;
  const { data, isPending } = useQuery({
    queryKey: [connection.id, "company_offer", entity, id],
    queryFn: () => backend.companyOffer(entity, id),
    enabled: isWanted,
    staleTime: 0,
  });
  return { offer: isWanted && data ? open(form, data) : [], isComing: isWanted && isPending };
}

/** Of the fields that take something those in which nothing stands, nor another place beside them. */
function open(form: Form, offer: Values): Offered[] {
  const fits = (key: string) => ["", offer[key]].includes(valueIn(form, key));
  return order.flatMap((key) => {
    const value = offer[key];
    const isOpen = valueIn(form, key) === "" && takenTogether(key).every(fits);
    return value && isOpen ? [[key, value] as const] : [];
  });
}

/** A postal code without its address would be one of another place. */
function takenTogether(key: string): string[] {
  return order.filter((other) => groupOf(key).includes(other));
}

// The address last: it is the one that may not fit.
const order = ["tel", "url", "zip", "pref_id", "address"];

/** Takes it into the fields that are still empty. */
export function take(store: FormStore, offer: readonly Offered[]): void {
  for (const [key, value] of offer) {
    if (valueIn(store.get(), key) === "") give(store, key, value);
  }
  countAsTaken(store.get().begun, Object.fromEntries(offer));
}

/** These values of a form, which began with `begun`, are its company's: with that they go again. */
export function countAsTaken(begun: Values, values: Values): void {
  const { client_id: _, ...others } = values;
  taken.set(begun, { ...taken.get(begun), ...others });
}

/** Gives back what was taken of a company that is no longer the chosen one, and not changed since. */
export function giveBack(store: FormStore): void {
  const { begun } = store.get();
  for (const [key, value] of Object.entries(taken.get(begun) ?? {})) {
    if (isStill(store.get(), key, value)) typeInto(store, key, "");
  }
  taken.delete(begun);
}

/** Whether that value stands there as it was taken, or as it was tidied since. */
function isStill(form: Form, key: string, value: string): boolean {
  const text = valueIn(form, key);
  const isTidied = form.tidy.done
    .flat()
    .some((one) => one.key === key && one.before === value && one.after === text);
  return text === value || isTidied;
}

/** Each form begins with values of its own. */
const taken = new WeakMap<Values, Values>();
