// The words of the three languages. The type makes a language complete: a message, a field of the
// contract, a trouble or a fault without its words does not compile.

import type { contract, Entity, Fault, Language, Trouble, Why } from "../backend";
import en from "./en.json";
import ja from "./ja.json";
import ru from "./ru.json";

export type MessageId = keyof typeof en;

type Contract = typeof contract;
type Declared = Contract[Entity];
type FieldKey = Declared["fields"][number]["key"] | Declared["searches"][number]["field"];

type Needed =
  | MessageId
  | `field.${FieldKey}`
  | `trouble.${Trouble["code"]}`
  | `fault.${Fault["fault"]}`
  | `why.${Why}`;

export const messages: Record<Language, Record<Needed, string>> = { ja, en, ru };

/** Each language by its own name, in the order in which they are offered. */
export const languages: readonly { value: Language; label: string }[] = [
  { value: "ja", label: "日本語" },
  { value: "en", label: "English" },
  { value: "ru", label: "Русский" },
];

/** The language that the system asks for, before the program has told which one is chosen. */
export function systemLanguage(tags: readonly string[]): Language {
  const known = tags.map((tag) => tag.slice(0, 2).toLowerCase());
  const found = known.find((tag) => languages.some(({ value }) => value === tag));
  return (found as Language | undefined) ?? "en";
}

export function isMessage(id: string): id is MessageId {
  return id in en;
}

/** The message that names a field: the record's own name for it, where it has one. */
export function labelId(entity: Entity, key: string): MessageId | null {
  const ids = [`field.${entity}.${key}`, `field.${key}`];
  return ids.find(isMessage) ?? null;
}
