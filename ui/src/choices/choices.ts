// The names of choices, as far as the open connection knows them: departments, prefectures, users.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useConnection } from "../app/connection";
import { backend, type Choice, type NamedChoice } from "../backend";

export type Choices = {
  /** Those of one kind that are known, in the order in which they are offered. */
  named(of: Choice): readonly NamedChoice[];
  /** The name of a choice; none where it is not known. */
  nameOf(of: Choice, id: string | number): string | null;
  /** Its name, with its number where another of the kind has the same name. */
  titleOf(of: Choice, id: string | number): string | null;
};

const none: readonly NamedChoice[] = [];

export function useChoices(): Choices {
  const { id } = useConnection();
  const { data = none } = useQuery({
    queryKey: [id, "choices"],
    queryFn: () => backend.choices(),
  });
  return useMemo(() => choicesIn(data), [data]);
}

function choicesIn(known: readonly NamedChoice[]): Choices {
  const kinds = new Map<Choice, NamedChoice[]>();
  for (const choice of known) {
    kinds.set(choice.of, [...(kinds.get(choice.of) ?? []), choice]);
  }
  // Prefectures have an order that everyone knows, and it is that of their numbers.
  kinds.get("pref")?.sort((one, other) => one.id - other.id);
  const named: Choices["named"] = (of) => kinds.get(of) ?? none;
  const nameOf: Choices["nameOf"] = (of, id) =>
    named(of).find((choice) => choice.id === Number(id))?.name || null;
  const titleOf: Choices["titleOf"] = (of, id) => {
    const name = nameOf(of, id);
    if (name === null) return null;
    const isAlone = named(of).filter((choice) => choice.name === name).length === 1;
    return isAlone ? name : `${name} (${Number(id)})`;
  };
  return { named, nameOf, titleOf };
}

/** Reads the names anew; they are on this machine, so it costs no call. */
export function useReadChoicesAnew(): () => Promise<void> {
  const { id } = useConnection();
  const client = useQueryClient();
  return () => {
    // A form for a change shows what they stand for.
    client.removeQueries({ queryKey: [id, "change"], type: "inactive" });
    return client.invalidateQueries({ queryKey: [id, "choices"] });
  };
}

// Answers of the service bring names with them.
const teaching: readonly unknown[] = ["find", "companies"];

/** Reads the names anew whenever the service answered. To be used once. */
export function useChoicesNews(): void {
  const { id } = useConnection();
  const client = useQueryClient();
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        const [of, what] = event.query.queryKey;
        const isAnswer = event.type === "updated" && event.action.type === "success";
        if (isAnswer && of === id && teaching.includes(what)) {
          client.invalidateQueries({ queryKey: [id, "choices"] });
        }
      }),
    [client, id],
  );
}
