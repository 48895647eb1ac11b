// The kinds of choice that have names; the others are records, which have their own pages.

import type { Choice } from "../backend";

type RecordKind = "business_card" | "client" | "lead";
export type NamedKind = Exclude<Choice, RecordKind>;

export function isRecord(choice: Choice): choice is RecordKind {
  return choice === "business_card" || choice === "client" || choice === "lead";
}

/** In the order in which they are offered. */
export const namedKinds: readonly NamedKind[] = [
  "organization",
  "user",
  "pref",
  "lead_source",
  "lead_status",
  "business_category",
  "worker_number",
  "capital",
  "ipo",
  "role",
  "tag",
];
