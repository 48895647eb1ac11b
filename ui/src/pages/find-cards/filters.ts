// The filters of cards: the usual ones first, the rest by what they are about.

import type { MessageId } from "../../i18n/messages";
import type { Words } from "../../i18n/useWords";
import { type CardSearch, searches } from "./looking";

export const usualFilters: readonly CardSearch[] = searches.filter(({ tier }) => tier === "basic");

export type FilterGroup = { title: MessageId; fields: readonly string[] };

export const filterGroups: readonly FilterGroup[] = [
  { title: "find.group_name", fields: ["family_name_kana", "first_name_kana"] },
  { title: "find.group_company", fields: ["organization_ancestry_all_name", "post", "role_id"] },
  {
    title: "find.group_contact",
    fields: ["tel", "mobile_tel", "fax", "email", "mobile_email", "url"],
  },
  { title: "find.group_address", fields: ["zip", "address", "latitude", "longitude"] },
  { title: "find.group_dates", fields: ["created_at", "updated_at"] },
  { title: "find.group_notes", fields: ["note", "direct_note", "lead_source", "request_key"] },
];

export function filtersOf(group: FilterGroup): CardSearch[] {
  return group.fields.flatMap((field) => searches.filter((search) => search.field === field));
}

/** What a filter is called: its field's name, with from or to where it has both. */
export function filterLabel({ say, label }: Words, search: CardSearch): string {
  const name = label("business_cards", search.field);
  if (search.matching === "from_day") return say("find.from", { label: name });
  if (search.matching === "to_day") return say("find.to", { label: name });
  return name;
}

export function isDay({ matching }: CardSearch): boolean {
  return matching === "from_day" || matching === "to_day";
}
