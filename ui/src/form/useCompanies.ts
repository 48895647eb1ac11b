// Companies for what was typed: asked for once a pause in typing, never while an input method is
// converting. The answer to an older text is never shown for a newer one.

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useConnection } from "../app/connection";
import { backend } from "../backend";

const pause = 300;

export function useCompanies(text: string, isConverting: boolean, isWanted: boolean) {
  const connection = useConnection();
  const part = text.trim();
  const [asked, ask] = useState("");

  useEffect(() => {
    if (isConverting) return;
    const timer = setTimeout(() => ask(part), pause);
    return () => clearTimeout(timer);
  }, [part, isConverting]);

  const isAsked = isWanted && part !== "" && asked === part;
  const answer = useQuery({
    queryKey: [connection.id, "companies", asked],
    queryFn: () => backend.companies(asked),
    enabled: isAsked && !isConverting,
  });
  return {
    companies: isAsked ? (answer.data ?? null) : null,
    error: isAsked && !answer.isFetching ? answer.error : null,
    again: () => answer.refetch(),
  };
}
