// How many calls are left, and until when one that is refused would have to wait.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useConnection } from "../app/connection";
import { backend, type CallsLeft, listenToCalls, listenToLimitWaits } from "../backend";

/** The calls left at this moment: told whenever they are fewer, asked for when there are more. */
export function useCallsLeft(): CallsLeft | null {
  const { id } = useConnection();
  const client = useQueryClient();
  const { data, dataUpdatedAt, refetch } = useQuery({
    queryKey: [id, "calls"],
    queryFn: () => backend.callsLeft(),
  });
  useEffect(
    () => listenToCalls((calls) => client.setQueryData([id, "calls"], calls)),
    [client, id],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew with each answer, the same or not
  useEffect(() => {
    const seconds = data?.more_in_seconds ?? null;
    if (seconds === null) return;
    const timer = setTimeout(refetch, Math.max(1, seconds) * 1000);
    return () => clearTimeout(timer);
  }, [data, dataUpdatedAt, refetch]);
  return data ?? null;
}

export type LimitEnd = {
  /** When the next call goes through, in milliseconds; none while the limit is not used up. */
  until: number | null;
  secondsLeft: number;
};

/** Until when the limit is used up. A clock that is set makes it no longer. */
export function useLimitEnd(calls: CallsLeft | null): LimitEnd {
  const [end, setEnd] = useState<{ until: number; at: number } | null>(null);
  const [now, setNow] = useState(0);
  const seconds = calls?.left === 0 ? calls.more_in_seconds : null;

  useEffect(() => {
    const wait = (seconds: number) => {
      const now = performance.now();
      const at = now + seconds * 1000;
      setNow(now);
      setEnd((before) =>
        before && before.at >= at ? before : { until: Date.now() + seconds * 1000, at },
      );
    };
    if (seconds !== null) wait(seconds);
    return listenToLimitWaits((told) => wait(told.seconds));
  }, [seconds]);

  useEffect(() => {
    if (end === null) return;
    const ticking = setInterval(() => {
      const now = performance.now();
      setNow(now);
      // The one clock can be set, the other may stand still while the machine sleeps.
      if (now >= end.at || Date.now() >= end.until) setEnd(null);
    }, 500);
    return () => clearInterval(ticking);
  }, [end]);
  const secondsLeft = end === null ? 0 : Math.max(0, Math.ceil((end.at - now) / 1000));
  return { until: end?.until ?? null, secondsLeft };
}
