// What was searched for, in words: names for numbers, words for flags, dates as the language
// writes them.

import { useIntl } from "react-intl";
import type { Entity, Query } from "../../backend";
import { writeDate } from "../../i18n/dates";
import { useWords, type Words } from "../../i18n/useWords";
import { filterLabel, type Search, searchesOf } from "./filters";

export type Term = { parameter: string; label: string; value: string };

/** The terms of a search, in the order of the filters. */
export function useTerms(entity: Entity, { search: applied }: Query): Term[] {
  const words = useWords();
  const intl = useIntl();
  return searchesOf(entity).flatMap((search) => {
    const text = applied[search.parameter];
    if (text === undefined) return [];
    const value = isDate(search) ? writeDate(intl, text) : wordsOfTerm(words, search, text);
    return [{ parameter: search.parameter, label: filterLabel(words, entity, search), value }];
  });
}

/** A term as people say it. */
export function wordsOfTerm(words: Words, search: Search, text: string): string {
  if (search.matching === "flag") return words.say(text === "1" ? "flag.set" : "flag.not_set");
  if (search.matching === "status") return words.choice("status", text);
  return text;
}

function isDate({ matching }: Search): boolean {
  return /^(from|to)_(day|moment)$/.test(matching);
}
