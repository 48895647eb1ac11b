// What is being looked for on each page: what stands in the filters, what was searched for last,
// and where the caret is. Kept outside the page, so that it survives moving between pages.

import { useConnection } from "../../app/connection";
import { backend, type Entity, type Order, type Query } from "../../backend";
import { keepViews, keptPerConnection } from "../../store/kept";
import { perConnection, type Store } from "../../store/store";
import { descriptions } from "./entities";
import { beginLooking, keepLooking, type Looking, restoreLooking, type Terms } from "./keeping";

type Caret = {
  row: number;
  /** Counted among the columns that are shown. */
  column: number;
  /** Whether that row's record is shown beside the table. */
  isOpen: boolean;
  /** The record that is to be shown so as soon as it is found. */
  wanted: number | null;
};

/** What is looked for on one page, and where its caret is. */
export type Finding = { entity: Entity; looking: Store<Looking>; caret: Store<Caret> };

function storesOf(entity: Entity) {
  return {
    looking: keptPerConnection<Looking>(`find ${entity}`, () => beginLooking(entity), {
      keep: keepLooking,
      restore: (kept) => restoreLooking(entity, kept),
    }),
    caret: perConnection<Caret>(() => ({ row: 0, column: 0, isOpen: false, wanted: null })),
  };
}

const stores = {
  business_cards: storesOf("business_cards"),
  clients: storesOf("clients"),
  leads: storesOf("leads"),
};

export function findingOf(connectionId: string, entity: Entity): Finding {
  const { looking, caret } = stores[entity];
  return { entity, looking: looking(connectionId), caret: caret(connectionId) };
}

export function useFinding(entity: Entity): Finding {
  return findingOf(useConnection().id, entity);
}

export function typeTerm({ looking }: Finding, parameter: string, text: string): void {
  looking.set({ typed: { ...looking.get().typed, [parameter]: text } });
}

export function addFilters({ looking }: Finding, parameters: readonly string[]): void {
  looking.set({ added: [...new Set([...looking.get().added, ...parameters])] });
}

/** Searches for what stands in the filters, from the first page on; days as they are usually written. */
export async function search(finding: Finding): Promise<void> {
  const { entity, looking } = finding;
  const { typed } = looking.get();
  const tidied = await backend.tidyTerms(entity, typed).catch(() => typed);
  // What was typed meanwhile stays; what was taken away is gone.
  const now = looking.get().typed;
  const terms = Object.entries(now).map(([parameter, text]) => [
    parameter,
    text === typed[parameter] ? (tidied[parameter] ?? text) : text,
  ]);
  searchFor(finding, Object.fromEntries(terms));
  // Who closes the window right after finds the search again.
  await keepViews();
}

/** Searches for these terms, and shows their filters. */
export function searchFor(finding: Finding, typed: Terms): void {
  const filled = Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ""));
  const { usual } = descriptions[finding.entity];
  addFilters(
    finding,
    Object.keys(filled).filter((parameter) => !usual.includes(parameter)),
  );
  finding.looking.set({ typed });
  turn(finding, { search: filled, number: 1 });
}

/** Searches for everything, with the usual filters alone. */
export function clear(finding: Finding): void {
  finding.looking.set({ added: [] });
  searchFor(finding, {});
}

/** Takes a filter away, and searches without it where it was searched for. */
export function dropFilter(finding: Finding, parameter: string): void {
  const { typed, added, query } = finding.looking.get();
  finding.looking.set({
    typed: without(typed, parameter),
    added: added.filter((other) => other !== parameter),
  });
  if (parameter in query.search) {
    turn(finding, { search: without(query.search, parameter), number: 1 });
  }
}

/** Another page, size or order of the same search. */
export function turn({ looking, caret }: Finding, parts: Partial<Query>): void {
  looking.set({ query: { ...looking.get().query, ...parts } });
  // Whoever sorts from the head of the table stays there.
  caret.set({ row: Math.min(caret.get().row, 0), isOpen: false });
}

/** Sorts by a key; the other way round where it is sorted by it already. */
export function sortBy(finding: Finding, key: string): void {
  const { order } = finding.looking.get().query;
  sort(finding, { key, descending: order?.key === key ? !order.descending : true });
}

export function sort(finding: Finding, order: Order): void {
  turn(finding, { order, number: 1 });
}

function without(terms: Terms, parameter: string): Record<string, string> {
  return Object.fromEntries(Object.entries(terms).filter(([key]) => key !== parameter));
}
