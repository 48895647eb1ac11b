// The records of the outbox, as the program tells of them: read anew whenever one of them moves.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useConnection } from "../app/connection";
import { backend, type Counts, listenToOutbox, type OutboxRecord } from "../backend";

/** Everything that is not registered yet, drafts among them. */
export function useOutbox() {
  const { id } = useConnection();
  return useQuery({ queryKey: [id, "outbox"], queryFn: () => upToDate(() => backend.outbox()) });
}

/** One record, wherever it stands; nothing while it is not known or no longer there. */
export function useOutboxRecord(record: number | null) {
  const { id } = useConnection();
  const answer = useQuery({
    queryKey: [id, "record", record],
    enabled: record !== null,
    queryFn: () => upToDate(() => backend.outboxRecord(Number(record))),
  });
  return record === null || answer.error ? null : (answer.data ?? null);
}

export function useCounts(): Counts | null {
  const { id } = useConnection();
  const answer = useQuery({
    queryKey: [id, "counts"],
    queryFn: () => upToDate(() => backend.counts()),
  });
  return answer.data ?? null;
}

/**
 * Reads until nothing moved meanwhile. What was asked for before the latest news may answer after
 * it, and tells how things were: for a first reading that is on its way, news alone asks no second.
 */
export async function upToDate<T>(read: () => Promise<T>): Promise<T> {
  for (;;) {
    const before = news;
    const answer = await read();
    if (news === before) return answer;
  }
}

// Counts what was told of the outbox.
let news = 0;

/** How many are not registered yet, drafts not among them. */
export function unsentIn(counts: Counts): number {
  const { waiting, sending, uncertain, undecided, conflict, refused } = counts;
  return waiting + sending + uncertain + undecided + conflict + refused;
}

/** Whether it waits for the person. */
export function needsPerson({ stage }: OutboxRecord): boolean {
  return ["undecided", "conflict", "altered", "refused"].includes(stage.stage);
}

/** How many wait for the person. */
export function needingPerson({ undecided, conflict, altered, refused }: Counts): number {
  return undecided + conflict + altered + refused;
}

/** Follows the outbox of the open connection. To be used once. */
export function useOutboxNews(): void {
  const { id } = useConnection();
  const client = useQueryClient();
  useEffect(
    () =>
      listenToOutbox((counts) => {
        news += 1;
        const before = client.getQueryData<Counts>([id, "counts"]);
        client.setQueryData([id, "counts"], counts);
        for (const what of ["outbox", "record", "history", "choices"]) {
          client.invalidateQueries({ queryKey: [id, what] });
        }
        // Something was registered or changed: what was found out before may lack it.
        if (before && unsentIn(counts) < unsentIn(before)) {
          for (const what of ["find", "companies", "change"]) {
            client.removeQueries({ queryKey: [id, what], type: "inactive" });
          }
          // What is being looked at is found anew, once for all that was on its way.
          if (counts.waiting + counts.sending === 0) {
            client.invalidateQueries({ queryKey: [id, "find"] });
          }
        }
      }),
    [client, id],
  );
}

/** Reads the records anew after the person did something with one. */
export function useReadAnew(): () => Promise<unknown> {
  const { id } = useConnection();
  const client = useQueryClient();
  return () =>
    Promise.all(
      ["outbox", "record", "counts"].map((what) =>
        client.invalidateQueries({ queryKey: [id, what] }),
      ),
    );
}
