// How the program stands: language, connections, the open one. Everything that changes it is here.

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { backend, type Connection, type Language, type Standing } from "../backend";
import { forgetRecords, formsOf } from "../form/forms";
import { forgetConnection } from "../store/store";
import { opening, toldOf } from "./opened";

const standingKey = ["standing"] as const;

/** Which connection goes, and whether what is unsent there may go with it. */
export type Removal = {
  connection: Connection;
  discardUnsent: boolean;
  /** There is no keychain to remove it from. */
  leaveKey: boolean;
};

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
      const connection = await opening.open(String(last));
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
        await opening.practise();
        await refresh();
      },
      open: async (connection: Connection) => {
        await opening.open(connection.id);
        await refresh();
      },
      /** Opens a connection whose database has lost its key, with the code that the person kept. */
      recover: async ({ id, code }: { id: string; code: string }) => {
        await opening.recover(id, code);
        await refresh();
      },
      /** Sets the database of a connection aside, and opens the connection with a new one. */
      beginAnew: async (id: string) => {
        await opening.beginAnew(id);
        forgetRecords(formsOf(id));
        await refresh();
      },
      remove: async ({ connection, discardUnsent, leaveKey }: Removal) => {
        await backend.removeConnection(connection.id, discardUnsent, leaveKey);
        forgetConnection(connection.id);
        client.removeQueries({ queryKey: [connection.id] });
        await refresh();
      },
      resetPractice: async (connection: Connection) => {
        await backend.resetPractice();
        const told = toldOf(connection.id).get();
        forgetConnection(connection.id);
        toldOf(connection.id).set(told);
        client.removeQueries({ queryKey: [connection.id] });
      },
    };
  }, [client]);
}
