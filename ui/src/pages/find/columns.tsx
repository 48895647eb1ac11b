// The columns of the table of cards.

import { createColumnHelper, tableFeatures } from "@tanstack/react-table";
import type { IntlShape } from "react-intl";
import type { FoundRecord } from "../../backend";
import { writeDate } from "../../i18n/dates";
import type { Words } from "../../i18n/useWords";

export const features = tableFeatures({});
const helper = createColumnHelper<typeof features, FoundRecord>();

/** The person's name, however the answer gives it. */
export function nameIn({ fields }: FoundRecord): string {
  return fields.name ?? [fields.family_name, fields.first_name].filter(Boolean).join(" ");
}

/** Two lines of a cell: what comes first, and what is quieter below it. */
export type Lines = readonly [first: string, second: string];

export function cardColumns(words: Words, intl: IntlShape) {
  const { say, label, choice } = words;
  const name = (key: string) => label("business_cards", key);
  const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(" · ");
  const column = (id: string, header: string, lines: (card: FoundRecord) => Lines) =>
    helper.accessor(lines, { id, header });
  return helper.columns([
    column("name", say("find.column_name"), (card) => [
      nameIn(card) || say("find.no_name"),
      card.fields.name_kana ?? "",
    ]),
    column("client_name", say("find.column_company"), ({ fields }) => [
      fields.client_name ?? "",
      joined(fields.organization_name, fields.post),
    ]),
    column("tel", say("find.column_contact"), ({ fields }) => [
      fields.tel ?? fields.mobile_tel ?? "",
      fields.email ?? fields.mobile_email ?? "",
    ]),
    column("trade_on", name("trade_on"), ({ fields }) => [
      writeDate(intl, fields.trade_on ?? ""),
      "",
    ]),
    column("user_name", name("user_name"), ({ fields }) => [fields.user_name ?? "", ""]),
    column("status", name("status"), ({ fields }) => [
      fields.status ? choice("status", fields.status) : "",
      "",
    ]),
    column("updated_at", name("updated_at"), ({ fields }) => [
      writeDate(intl, fields.updated_at ?? ""),
      "",
    ]),
    column("id", name("id"), ({ id }) => [id === null ? "" : String(id), ""]),
  ]);
}
