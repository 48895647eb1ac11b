// Companies for what was typed: at once those that this machine knows, and never while an input
// method is converting. HotProfile is asked after a pause in typing where none is known, or where
// the person wishes. Its answer to an older text is never shown for a newer one.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useConnection } from "../app/connection";
import { backend, type Company, type FoundCompanies } from "../backend";
import { callWithTicket } from "../backend/tickets";

const pause = 300;

export type FoundFor = {
  /** None while nothing can be said yet. */
  companies: readonly Company[] | null;
  waiting: readonly number[];
  /** They are those of the text before, and stay until those of this one come, a moment later. */
  isBefore: boolean;
  /** The company that is called so, where no other is. */
  calledSo: Company | undefined;
  /** Whether HotProfile was not asked and can be. */
  isMore: boolean;
  isAsking: boolean;
  error: Error | null;
  /** Asks HotProfile, again where it was asked. */
  ask: () => void;
};

export function useCompanies(text: string, isConverting: boolean, isHere: boolean): FoundFor {
  const { id } = useConnection();
  const part = text.trim();
  const isWanted = isHere && part !== "" && !isConverting;
  const paused = usePaused(part, isConverting);
  const [wished, wish] = useState<string | null>(null);

  // What is known changes with every answer, and reading it costs nothing.
  const known = useQuery({
    queryKey: [id, "known_companies", part],
    queryFn: () => backend.knownCompanies(part),
    enabled: isWanted,
    staleTime: 0,
    gcTime: 0,
    placeholderData: keepPreviousData,
  });
  const isTold = !known.isPending && !known.isPlaceholderData;
  const isKnown = known.data !== undefined && holdsAny(known.data);
  const isAsked = isWanted && (wished === part || (paused === part && isTold && !isKnown));
  const answer = useQuery({
    queryKey: [id, "companies", part],
    queryFn: ({ signal }) =>
      callWithTicket(signal, (ticket) => backend.companies(part, wished === part, ticket)),
    enabled: isAsked,
  });

  const isAnswered = isAsked && answer.data !== undefined;
  const found = isAnswered ? answer.data : isWanted && isKnown ? known.data : null;
  const isBefore = !isAnswered && known.isPlaceholderData;
  const error = isAsked && !answer.isFetching ? answer.error : null;
  return {
    companies: found?.companies ?? null,
    waiting: found?.waiting ?? [],
    isBefore,
    calledSo: isBefore ? undefined : found?.companies.find(({ id }) => id === found.called_so),
    isMore: found !== null && !isAsked,
    isAsking: isAsked && !isAnswered && !error,
    error,
    ask: () => {
      wish(part);
      if (error) answer.refetch();
    },
  };
}

function holdsAny({ companies, waiting }: FoundCompanies): boolean {
  return companies.length + waiting.length > 0;
}

/** The text at the latest pause in typing. */
function usePaused(part: string, isConverting: boolean): string | null {
  const [paused, setPaused] = useState<string | null>(null);
  useEffect(() => {
    if (isConverting) return;
    const timer = setTimeout(() => setPaused(part), pause);
    return () => clearTimeout(timer);
  }, [part, isConverting]);
  return paused;
}
