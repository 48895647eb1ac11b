// How the program stands: language, connections, the open one. Everything that changes it is here.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { backend, type Connection, type Language, type Standing } from "../backend";
import { forgetConnection } from "../store/store";

const standingKey = ["standing"] as const;

export function useStanding() {
  return useQuery({ queryKey: standingKey, queryFn: () => backend.standing() });
}

/**
 * Opens what was open last, once, where nothing is open. A keychain that asks a person can make it
 * wait, so the pages are there before.
 */
export function useOpeningOfLast(standing: Standing | undefined) {
  const client = useQueryClient();
  const last = standing && !standing.open ? standing.last : null;
  return useQuery({
    queryKey: ["open last", last],
    enabled: last !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const connection = await backend.openConnection(String(last));
      await client.invalidateQueries({ queryKey: standingKey });
      return connection;
    },
  });
}

export function useStandingChanges() {
  const client = useQueryClient();
  return useMemo(() => {
    const refresh = () => client.invalidateQueries({ queryKey: standingKey });
    return {
      /** Another connection is open: read the standing anew. */
      refresh,
      speak: async (language: Language) => {
        const standing = client.getQueryData<Standing>(standingKey);
        if (standing) client.setQueryData(standingKey, { ...standing, language });
        await backend.setLanguage(language);
      },
      practise: async () => {
        await backend.practise();
        await refresh();
      },
      open: async (connection: Connection) => {
        await backend.openConnection(connection.id);
        await refresh();
      },
      remove: async (connection: Connection) => {
        await backend.removeConnection(connection.id);
        forgetConnection(connection.id);
        client.removeQueries({ queryKey: [connection.id] });
        await refresh();
      },
      resetPractice: async (connection: Connection) => {
        await backend.resetPractice();
        forgetConnection(connection.id);
        client.removeQueries({ queryKey: [connection.id] });
      },
    };
  }, [client]);
}
