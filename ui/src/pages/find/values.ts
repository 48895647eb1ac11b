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

/** Fields that hold the number of what another field names. */
export const numberBeside: Readonly<Record<string, string>> = {
  client_name: "client_id",
  organization_name: "organization_id",
  pref: "pref_id",
  lead_status_name: "lead_status",
  lead_source_kbn_name: "lead_source_kbn_id",
  owner_user_name: "owner_user_id",
  tags: "tag_ids",
  interest_product_type_names: "interest_product_type_ids",
};

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

/** The keys of what a record holds beside its published fields. */
export function unpublished(entity: Entity, fields: FoundRecord["fields"]): string[] {
  return Object.keys(fields).filter(
    (key) => fieldOf(entity, key) === undefined && !besideRecord.has(key),
  );
}

// Published inside of records, though they tell of the page, or are shown as items.
const besideRecord = new Set([
  ...["total_count", "total_number", "current_number", "display_number"],
  ...["itemslabel", "itemsvalue"],
]);

export function isFlag(entity: Entity, key: string): boolean {
  return fieldOf(entity, key)?.kind.type === "flag";
}

/** Whether it holds several values, which stand joined in it. */
export function isList(entity: Entity, key: string): boolean {
  const answer = fieldOf(entity, key)?.answer;
  return answer === "texts" || answer === "integers";
}

export function listIn(text: string): string[] {
  return text.split("、");
}

// As a lead's flags are listed where they are not set.
const notSet = new Set(["0", "false", "ー", "―", "－", "-"]);

export function isSet(text: string | undefined): boolean {
  return text !== undefined && text !== "" && !notSet.has(text.trim());
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
      const kind = fieldOf(entity, key)?.kind;
      const name = kind?.type === "id" ? choices.titleOf(kind.of, text) : null;
      return name ?? words.choice(key, text);
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
