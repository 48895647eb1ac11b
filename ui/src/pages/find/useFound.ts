// The answer to the search. The one before stays in sight until the next has come.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useConnection } from "../../app/connection";
import { type Entity, type Problem, troubleOf } from "../../backend";
import { findRecords } from "../../backend/finding";
import { useStore } from "../../store/store";
import { useFinding } from "./looking";
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
