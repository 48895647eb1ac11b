// The columns of a table: every field that answers carry, and cells of two lines for what belongs
// together.

import type { Entity, FoundRecord } from "../../backend";
import type { MessageId } from "../../i18n/messages";
import type { Words } from "../../i18n/useWords";
import type { Column, Lines } from "../../table/RecordTable";
import { answeredFields, fieldOf, numberBeside } from "./values";

export type Fields = FoundRecord["fields"];
type Write = (key: string, text: string) => string;

/** The name of the person or company, however the answer gives it. */
export function nameIn(fields: Fields): string {
  return fields.name ?? joined(" ", fields.family_name, fields.first_name);
}

type TwoLines = {
  header: MessageId;
  /** In rem. */
  width: number;
  of: readonly Entity[];
  lines: (fields: Fields, words: Words) => Lines;
};

const people = ["business_cards", "leads"] as const;

const twoLines: Readonly<Record<string, TwoLines>> = {
  person: {
    header: "find.column_name",
    width: 12,
    of: people,
    lines: (fields, { say }) => [nameIn(fields) || say("find.no_name"), fields.name_kana ?? ""],
  },
  company: {
    header: "find.column_company",
    width: 14,
    of: ["clients"],
    lines: (fields, { say }) => [nameIn(fields) || say("find.no_name"), fields.name_kana ?? ""],
  },
  workplace: {
    header: "find.column_workplace",
    width: 15,
    of: people,
    lines: ({ client_name, organization_name, post }) => [
      client_name ?? "",
      joined(" · ", organization_name, post),
    ],
  },
  contact: {
    header: "find.column_contact",
    width: 15,
    of: people,
    lines: ({ tel, mobile_tel, email, mobile_email }) => [
      tel ?? mobile_tel ?? "",
      email ?? mobile_email ?? "",
    ],
  },
  location: {
    header: "find.column_location",
    width: 15,
    of: ["clients"],
    lines: ({ zip, pref, address }) => [joined(" ", pref, address), zip ?? ""],
  },
};

/** The ids of all columns that a table can show: those of two lines, and keys of fields. */
export function columnIds(entity: Entity): string[] {
  const pairs = Object.keys(twoLines).filter((id) => twoLines[id]?.of.includes(entity));
  return [...pairs, ...answeredFields(entity).map(({ key }) => key)];
}

/** All of them. */
export function columnsOf(entity: Entity, words: Words, write: Write): Column<FoundRecord>[] {
  const pairs = Object.entries(twoLines)
    .filter(([, { of }]) => of.includes(entity))
    .map(([id, { header, width, lines }]) => ({
      id,
      header: words.say(header),
      width,
      lines: ({ fields }: FoundRecord) => lines(fields, words),
    }));
  const single = answeredFields(entity).map(({ key }) => ({
    id: key,
    header: columnLabel(words, entity, key),
    width: widthOf(entity, key),
    lines: ({ fields }: FoundRecord): Lines => {
      const text = fields[key];
      return [text ? write(key, text) : "", ""];
    },
  }));
  return [...pairs, ...single];
}

/** A field's name; where it holds the number of what another field names, it says so. */
export function columnLabel({ say, label }: Words, entity: Entity, key: string): string {
  const name = label(entity, key);
  const beside = answeredFields(entity).some((field) => numberBeside(entity, field.key) === key);
  return beside ? say("find.by_number", { label: name }) : name;
}

// In rem.
function widthOf(entity: Entity, key: string): number {
  const field = fieldOf(entity, key);
  if (key === "id") return 6;
  return field?.long || field?.kind.type === "text" ? 13 : 11;
}

function joined(sign: string, ...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(sign);
}
