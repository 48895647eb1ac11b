// The kinds of choice that have names; the others are records, which have their own pages.

import type { Choice } from "../backend";

export type NamedKind = Exclude<Choice, "business_card" | "client" | "lead">;

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
];
