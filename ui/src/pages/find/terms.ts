// What was searched for, in words: names for numbers, words for flags, dates as the language
// writes them.

import { useIntl } from "react-intl";
import type { Entity, Query } from "../../backend";
import { useChoices } from "../../choices/choices";
import { writeDate } from "../../i18n/dates";
import { useWords, type Words } from "../../i18n/useWords";
import { choiceIn, filterLabel, type Search, searchesOf } from "./filters";

export type Term = { parameter: string; label: string; value: string };

/** The terms of a search, in the order of the filters. */
export function useTerms(entity: Entity, { search: applied }: Query): Term[] {
  const words = useWords();
  const intl = useIntl();
  const choices = useChoices();
  const inWords = (search: Search, text: string) => {
    const choice = choiceIn(entity, search);
    if (choice) {
      return named(text, (id) => choices.titleOf(choice, id) ?? words.nameless(choice, id));
    }
    return isDate(search) ? writeDate(intl, text) : wordsOfTerm(words, search, text);
  };
  return searchesOf(entity).flatMap((search) => {
    const text = applied[search.parameter];
    if (text === undefined) return [];
    const label = filterLabel(words, entity, search);
    return [{ parameter: search.parameter, label, value: inWords(search, text) }];
  });
}

/** A term as people say it. */
export function wordsOfTerm(words: Words, search: Search, text: string): string {
  if (search.matching === "flag") return words.say(text === "1" ? "flag.set" : "flag.not_set");
  if (search.matching === "status") return words.choice("status", text);
  return text;
}

// Several are joined with commas.
function named(ids: string, nameOf: (id: string) => string): string {
  return ids
    .split(",")
    .map((id) => nameOf(id.trim()))
    .join(", ");
}

function isDate({ matching }: Search): boolean {
  return /^(from|to)_(day|moment)$/.test(matching);
}
