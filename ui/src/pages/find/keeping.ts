// How a search begins, and what of it is kept until the program is opened again. Parameters,
// columns and sizes that are no longer known then are left out.

import { contract, type Entity, type Order, type Query } from "../../backend";
import { knownIn, partsOf, textsIn } from "../../store/reading";
import { columnIds } from "./columns";
import { descriptions } from "./entities";

export type Terms = Readonly<Record<string, string>>;

export type Looking = {
  /** What stands in the filters, by published parameter. */
  typed: Terms;
  /** Filters that were added to the usual ones. */
  added: readonly string[];
  /** What was searched for. */
  query: Query;
  /** The columns that are shown, in their order. */
  columns: readonly string[];
};

// What was registered last stands first.
const newestFirst: Order = { key: "id", descending: true };

export function beginLooking(entity: Entity): Looking {
  return {
    typed: {},
    added: [],
    query: { search: {}, order: newestFirst, number: 1, display_number: 50 },
    columns: descriptions[entity].columns,
  };
}

const sizes = [20, 50, 100, 200, 500, 1000];

export function pageSizes(entity: Entity): number[] {
  return sizes.filter((size) => size <= contract[entity].listing.max_display_number);
}

export function orderKeys(entity: Entity): readonly string[] {
  return contract[entity].listing.order_keys;
}

export function keepLooking({ typed, added, query, columns }: Looking): object {
  return { typed, added, ...query, columns };
}

export function restoreLooking(entity: Entity, kept: unknown): Looking {
  const first = beginLooking(entity);
  const { typed, added, search, order, number, display_number, columns } = partsOf(kept);
  const parameters = contract[entity].searches.map(({ parameter }) => parameter as string);
  const known = (terms: unknown) =>
    Object.fromEntries(
      Object.entries(textsIn(terms)).filter(([parameter]) => parameters.includes(parameter)),
    );
  const shown = knownIn(columns, columnIds(entity));
  const size = pageSizes(entity).find((size) => size === display_number);
  return {
    typed: known(typed),
    added: knownIn(added, parameters),
    query: {
      ...first.query,
      search: known(search),
      order: orderIn(entity, order) ?? first.query.order,
      // Of a page of another size nobody knows what stands on it.
      number: size === undefined ? first.query.number : pageNumber(number),
      display_number: size ?? first.query.display_number,
    },
    columns: shown.length > 0 ? shown : first.columns,
  };
}

function pageNumber(kept: unknown): number {
  return Number.isInteger(kept) && (kept as number) > 0 && (kept as number) < 2 ** 32
    ? (kept as number)
    : 1;
}

function orderIn(entity: Entity, kept: unknown): Order | null {
  const { key, descending } = partsOf(kept);
  const [known] = knownIn([key], orderKeys(entity));
  return known !== undefined && typeof descending === "boolean" ? { key: known, descending } : null;
}
