// The open connection, for the pages inside the frame.

import { createContext, useContext } from "react";
import type { Connection } from "../backend";

export const ConnectionContext = createContext<Connection | null>(null);

/** The open connection; only to be asked for inside the frame. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext);
  if (!connection) throw new Error("no connection is open here");
  return connection;
}
