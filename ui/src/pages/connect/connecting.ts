// What a person gives to connect, what was read from it, and where a trouble belongs.

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { opening } from "../../app/opened";
import { useStandingChanges } from "../../app/standing";
import { backend, type Connection, type Trouble, troubleOf } from "../../backend";
import { callWithTicket } from "../../backend/tickets";

export type Typed = { host: string; host_again: string; api_key: string };

/** Beside which field a trouble is told; the rest is told above the button. */
export type Place = keyof Typed | "form";

export function placeOf(trouble: Trouble): Place {
  switch (trouble.code) {
    case "host_missing":
    case "host_with_credentials":
    case "host_is_ip_address":
    case "not_reachable":
    case "proxy_refused":
    case "not_hot_profile":
    case "not_trusted":
      return "host";
    case "host_unconfirmed":
      return "host_again";
    case "key_missing":
    case "key_not_accepted":
      return "api_key";
    default:
      return "form";
  }
}

const nothing: Typed = { host: "", host_again: "", api_key: "" };

export function useConnecting() {
  const { refresh } = useStandingChanges();
  const [typed, setTyped] = useState(nothing);
  const [foreignHost, setForeignHost] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const reads = useRef(0);
  const page = useRef(new AbortController());
  // Whoever leaves the page gives the try up: nothing of it is kept, and nothing is opened.
  useEffect(() => {
    page.current = new AbortController();
    return () => page.current.abort();
  }, []);

  const connecting = useMutation({
    mutationFn: (sessionOnly: boolean) =>
      callWithTicket(page.current.signal, (ticket) =>
        opening.connect({ ...typed, session_only: sessionOnly }, ticket),
      ),
    onSuccess: async () => {
      setTyped(nothing);
      setTrouble(null);
      await refresh();
    },
    onError: (error) => {
      const told = troubleOf(error);
      setTrouble(told);
      if (told.code === "host_unconfirmed") setForeignHost(told.host);
    },
  });

  return {
    typed,
    foreignHost,
    trouble,
    connection: (connecting.data ?? null) as Connection | null,
    isConnecting: connecting.isPending,
    isForSession: connecting.variables === true,
    type: (field: keyof Typed, text: string) => {
      setTyped((before) => ({ ...before, [field]: text }));
      if (field === "host") setForeignHost(null);
      if (trouble && placeOf(trouble) === field) setTrouble(null);
    },
    /** Shows which host the text became, as the person leaves the field. */
    readHost: async () => {
      reads.current += 1;
      const read = reads.current;
      if (typed.host.trim() === "") return;
      try {
        const { host, to_confirm } = await backend.readHost(typed.host);
        if (read !== reads.current) return;
        setTyped((before) => (before.host === typed.host ? { ...before, host } : before));
        setForeignHost(to_confirm ? host : null);
      } catch (error) {
        if (read === reads.current) setTrouble(troubleOf(error));
      }
    },
    /** Once at a time. */
    connect: (sessionOnly = false) => {
      if (!connecting.isPending) connecting.mutate(sessionOnly);
    },
  };
}
