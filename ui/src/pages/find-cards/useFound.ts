// The answer to the search. The one before stays in sight until the next has come.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useConnection } from "../../app/connection";
import { backend, type Problem, troubleOf } from "../../backend";
import { useStore } from "../../store/store";
import { lookingOf } from "./looking";

const noProblems: readonly Problem[] = [];

export function useFound() {
  const connection = useConnection();
  const query = useStore(lookingOf(connection.id), (looking) => looking.query);
  const answer = useQuery({
    queryKey: [connection.id, "find", "business_cards", query],
    queryFn: () => backend.find("business_cards", query, 0),
    placeholderData: keepPreviousData,
  });
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
