// What a field of a record says to people: names for numbers, words for flags, dates as the
// language writes them.

import { useMemo } from "react";
import { useIntl } from "react-intl";
import { contract, type Entity, type FoundRecord } from "../../backend";
import { useChoices } from "../../choices/choices";
import { writeDate } from "../../i18n/dates";
import { useWords } from "../../i18n/useWords";
import { descriptions } from "./entities";

type Field = (typeof contract)[Entity]["fields"][number];

export function fieldOf(entity: Entity, key: string): Field | undefined {
  return contract[entity].fields.find((field) => field.key === key);
}

/** The fields that answers carry: first what people look for first, then the contract's order. */
export function answeredFields(entity: Entity): Field[] {
  const { first } = descriptions[entity];
  const place = ({ key }: Field) => (first.includes(key) ? first.indexOf(key) : first.length);
  const answered: Field[] = contract[entity].fields.filter(({ answer }) => answer !== null);
  return answered.sort((one, other) => place(one) - place(other));
}

/** The field that holds the number, or the numbers, of what this one names. */
export function numberBeside(entity: Entity, key: string): string | undefined {
  const holdsNumbers = ({ kind, answer }: Field) => kind.type === "id" || answer === "integers";
  const fields: readonly Field[] = contract[entity].fields;
  return fields.find((field) => field.shown_as === key && holdsNumbers(field))?.key;
}

/** The keys of what a record holds beside the fields that are published for its answers. */
export function unpublished(entity: Entity, fields: FoundRecord["fields"]): string[] {
  const answered = new Set<string>(answeredFields(entity).map(({ key }) => key));
  return Object.keys(fields).filter((key) => !answered.has(key) && !besideRecord.has(key));
}

// Published inside of records, though they tell of the page, or are shown as items.
const besideRecord = new Set([
  ...["total_count", "total_number", "current_number", "display_number"],
  ...["itemslabel", "itemsvalue"],
]);

export function isFlag(entity: Entity, key: string): boolean {
  return fieldOf(entity, key)?.kind.type === "flag";
}

/** Whether a flag is set: the program tells it as it is typed. */
export function isSet(text: string | undefined): boolean {
  return text === "true";
}

/** Whether it holds several values, which stand joined in it. */
export function isList(entity: Entity, key: string): boolean {
  const answer = fieldOf(entity, key)?.answer;
  return answer === "texts" || answer === "integers";
}

// What the program puts between the members of a list.
const between = "、";

export function listIn(text: string): string[] {
  return text.split(between);
}

/** Writes what a field of a record holds. */
export function useValues(entity: Entity): (key: string, text: string) => string {
  const words = useWords();
  const intl = useIntl();
  const choices = useChoices();
  return useMemo(
    () => (key, text) => {
      if (isDate(entity, key)) return writeDate(intl, text);
      if (isFlag(entity, key)) return words.say(isSet(text) ? "flag.set" : "flag.not_set");
      const field = fieldOf(entity, key);
      if (field?.kind.type !== "id") return words.choice(key, text);
      const { of } = field.kind;
      // Its label says that it is a number, where answers give the name as well.
      const isNumber = field.answer !== null && field.shown_as !== null;
      const nameless = (id: string) => (isNumber ? id : words.nameless(of, id));
      const named = (id: string) => choices.titleOf(of, id) ?? nameless(id);
      return isList(entity, key) ? listIn(text).map(named).join(between) : named(text);
    },
    [entity, words, intl, choices],
  );
}

function isDate(entity: Entity, key: string): boolean {
  const kind = fieldOf(entity, key)?.kind.type;
  if (kind === "day" || kind === "moment") return true;
  return contract[entity].searches.some(
    ({ field, matching }) => field === key && matching === "from_day",
  );
}
