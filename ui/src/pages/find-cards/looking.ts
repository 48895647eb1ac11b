// What is being looked for, for each connection: what stands in the filters, and what was searched
// for last. Kept outside the page, so that both survive moving between pages.

import { contract, type Order, type Query } from "../../backend";
import { perConnection, type Store } from "../../store/store";

export type Terms = Readonly<Record<string, string>>;

export type Looking = {
  /** What stands in the filters, by published parameter. */
  typed: Terms;
  /** What was searched for. */
  query: Query;
  /** Whether all filters are shown. */
  isUnfolded: boolean;
  /** The row that has the caret. */
  row: number;
  /** Whether that row's card is shown beside the table. */
  isOpen: boolean;
};

export const pageSizes = [20, 50, 100, 200, 500, 1000] as const;

export const searches = contract.business_cards.searches;
export type CardSearch = (typeof searches)[number];

export const orderKeys: readonly string[] = contract.business_cards.listing.order_keys;

// What was registered last stands first.
const newestFirst: Order = { key: "id", descending: true };

export const lookingOf = perConnection<Looking>(() => ({
  typed: {},
  query: { search: {}, order: newestFirst, number: 1, display_number: 50 },
  isUnfolded: false,
  row: 0,
  isOpen: false,
}));

export function typeTerm(store: Store<Looking>, parameter: string, text: string): void {
  store.set({ typed: { ...store.get().typed, [parameter]: text } });
}

/** Searches for what stands in the filters, from the first page on. */
export function search(store: Store<Looking>): void {
  searchFor(store, store.get().typed);
}

export function searchFor(store: Store<Looking>, typed: Terms): void {
  const filled = Object.entries(typed).filter(([, text]) => text.trim() !== "");
  store.set({ typed });
  turn(store, { search: Object.fromEntries(filled), number: 1 });
}

/** The same search without this term. */
export function dropTerm(store: Store<Looking>, parameter: string): void {
  const { query } = store.get();
  const { [parameter]: _, ...rest } = query.search;
  searchFor(store, rest as Terms);
}

/** Another page, size or order of the same search. */
export function turn(store: Store<Looking>, parts: Partial<Query>): void {
  store.set({ query: { ...store.get().query, ...parts }, row: 0, isOpen: false });
}

/** Sorts by a key; the other way round where it is sorted by it already. */
export function sortBy(store: Store<Looking>, key: string): void {
  const { order } = store.get().query;
  turn(store, {
    order: { key, descending: order?.key === key ? !order.descending : true },
    number: 1,
  });
}
