// The filters of a page: the contract's search parameters, each with its name for people.

import { type Choice, contract, type Entity } from "../../backend";
import { isRecord } from "../../choices/kinds";
import type { Words } from "../../i18n/useWords";
import { descriptions, type FilterGroup } from "./entities";
import { fieldOf } from "./values";

export type Search = (typeof contract)[Entity]["searches"][number];

export function searchesOf(entity: Entity): readonly Search[] {
  return contract[entity].searches;
}

export function searchBy(entity: Entity, parameter: string): Search | undefined {
  return searchesOf(entity).find((search) => search.parameter === parameter);
}

/** Those that are always in sight. */
export function usualFilters(entity: Entity): Search[] {
  return descriptions[entity].usual.flatMap((parameter) => searchBy(entity, parameter) ?? []);
}

/** Those of a group; the usual ones stand in none. */
export function filtersOf(entity: Entity, group: FilterGroup): Search[] {
  const { usual } = descriptions[entity];
  return group.fields.flatMap((field) =>
    searchesOf(entity).filter(
      (search) => search.field === field && !usual.includes(search.parameter),
    ),
  );
}

/** A filter as it is added: alone, or a first and a last together. */
export type Addable = { label: string; parameters: readonly string[] };

/** What can be added from a group. */
export function addableFrom(words: Words, entity: Entity, group: FilterGroup): Addable[] {
  const pairs = new Map<string, Search[]>();
  for (const search of filtersOf(entity, group)) {
    const pair = `${search.field} ${search.matching.replace(/^(from|to)_/, "")}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), search]);
  }
  return [...pairs.values()].flatMap((searches) =>
    searches[0]
      ? [
          {
            label: nameOf(words, entity, searches[0]),
            parameters: searches.map(({ parameter }) => parameter),
          },
        ]
      : [],
  );
}

/** What a filter is called: its field's name, with from or to where it has both. */
export function filterLabel(words: Words, entity: Entity, search: Search): string {
  const label = nameOf(words, entity, search);
  if (search.matching.startsWith("from_")) return words.say("find.from", { label });
  if (search.matching.startsWith("to_")) return words.say("find.to", { label });
  return label;
}

/** What is chosen by name in a filter; none where it is asked for otherwise. */
export function choiceIn(entity: Entity, search: Search): Choice | null {
  if (search.matching !== "exact" && search.matching !== "any_of") return null;
  const kind = fieldOf(entity, search.field)?.kind;
  // Records have no list of names: they are many.
  return kind?.type === "id" && !isRecord(kind.of) ? kind.of : null;
}

// Several parameters search the same field, each in its own way.
function nameOf({ say, label }: Words, entity: Entity, search: Search): string {
  const name = label(entity, search.field);
  switch (search.matching) {
    case "status":
      return say("find.is_active");
    case "any_of":
      // By the documentation these users are the owners of cards, not the lead's own.
      return say("find.any_of", {
        label: search.parameter === "search[user_ids]" ? label(entity, "user_names") : name,
      });
    case "from_moment":
    case "to_moment":
      return say("find.to_the_second", { label: name });
    case "partial":
      return isCalledLikeAnother(label, entity, search)
        ? say("find.contains", { label: name })
        : name;
    default:
      return search.field === "client_id" ? say("find.by_number", { label: name }) : name;
  }
}

function isCalledLikeAnother(label: Words["label"], entity: Entity, search: Search): boolean {
  const name = label(entity, search.field);
  return searchesOf(entity).some(
    (other) =>
      other.matching !== "partial" &&
      other.field !== "client_id" &&
      label(entity, other.field) === name,
  );
}
