// The answer to the search. The one before stays in sight until the next has come.

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useConnection } from "../../app/connection";
import { type Entity, type Found, type Problem, troubleOf } from "../../backend";
import { findRecords } from "../../backend/finding";
import { useStore } from "../../store/store";
import { type Finding, useFinding } from "./looking";
import { useStayingWithRecord } from "./staying";

const noProblems: readonly Problem[] = [];

export function useFound(entity: Entity) {
  const connection = useConnection();
  const finding = useFinding(entity);
  const query = useStore(finding.looking, (looking) => looking.query);
  const answer = useQuery({
    queryKey: [connection.id, "find", entity, query],
    queryFn: ({ signal }) => findRecords(entity, query, signal),
    placeholderData: keepPreviousData,
  });
  useLastPage(finding, answer.isPlaceholderData ? null : (answer.data ?? null));
  useStayingWithRecord(finding, answer.isPlaceholderData ? null : (answer.data ?? null));
  const trouble = answer.error ? troubleOf(answer.error) : null;
  return {
    query,
    found: answer.error ? null : (answer.data ?? null),
    isFetching: answer.isFetching,
    error: answer.isFetching ? null : answer.error,
    problems: trouble?.code === "invalid" ? trouble.problems : noProblems,
    again: () => answer.refetch(),
  };
}

/** Where the page that was asked for is no more, the last one came: from here on that is asked for. */
function useLastPage({ entity, looking }: Finding, found: Found | null): void {
  const { id } = useConnection();
  const client = useQueryClient();
  useEffect(() => {
    const { query } = looking.get();
    if (!found || found.current_number >= query.number) return;
    if (found.total_number >= query.number) return;
    const last = { ...query, number: found.current_number };
    // It was answered already.
    client.setQueryData([id, "find", entity, last], found);
    looking.set({ query: last });
  }, [client, id, entity, looking, found]);
}
