// Whoever leaves while something is being fetched to open another page is not taken there later.

import { useEffect, useRef } from "react";

/** Gives the signal that aborts as soon as the component is left. */
export function useLeaving(): () => AbortSignal {
  const leaving = useRef(new AbortController());
  useEffect(() => {
    const left = new AbortController();
    leaving.current = left;
    return () => left.abort();
  }, []);
  return () => leaving.current.signal;
}
