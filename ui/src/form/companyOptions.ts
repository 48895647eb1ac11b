// What can be chosen below the company field: companies, and what else can be done with the text.

import type { Company, OutboxRecord } from "../backend";
import type { FoundFor } from "./useCompanies";

export type CompanyOption =
  | { kind: "waiting"; value: string; record: OutboxRecord }
  | { kind: "company"; value: string; company: Company }
  | { kind: "more" | "again" | "new"; value: string };

/** In the order in which they stand. */
export function optionsFor(
  { companies, isMore, error }: FoundFor,
  waiting: readonly OutboxRecord[],
): CompanyOption[] {
  const can = (kind: "more" | "again" | "new", it: boolean) => (it ? [{ kind, value: kind }] : []);
  return [
    ...waiting.map((record) => ({
      kind: "waiting" as const,
      value: `waiting ${record.id}`,
      record,
    })),
    ...(companies ?? []).map((company) => ({
      kind: "company" as const,
      value: String(company.id),
      company,
    })),
    ...can("more", isMore),
    ...can("again", error !== null),
    ...can("new", companies !== null || error !== null),
  ];
}

/** Whether it is a company, with which one goes on. */
export function isCompany({ kind }: CompanyOption): boolean {
  return kind === "waiting" || kind === "company";
}
