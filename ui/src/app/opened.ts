// What opening a connection told about its database, until the person has taken notice.

import { backend, type Opened } from "../backend";
import { changingConnection } from "../store/kept";
import { perConnection } from "../store/store";

type Told = {
  /** Opens the database where its key is lost; shown once. */
  recoveryCode: string | null;
  /** A file that could not be read was set aside for a new one. */
  isSetAside: boolean;
  /** Nothing is kept beyond this session. */
  isMemoryOnly: boolean;
};

export const toldOf = perConnection<Told>(() => ({
  recoveryCode: null,
  isSetAside: false,
  isMemoryOnly: false,
}));

/** The ways in which a connection comes to be open. Each tells how its database was found. */
export const opening = {
  connect: telling(backend.connect),
  practise: telling(backend.practise),
  open: telling(backend.openConnection),
  recover: telling(backend.recoverDatabase),
  beginAnew: telling(backend.beginDatabaseAnew),
};

function telling<A extends unknown[]>(open: (...args: A) => Promise<Opened>) {
  return async (...args: A) => {
    const { connection, recovery_code, set_aside, memory_only } = await changingConnection(() =>
      open(...args),
    );
    toldOf(connection.id).set({
      recoveryCode: recovery_code,
      isSetAside: set_aside,
      isMemoryOnly: memory_only,
    });
    return connection;
  };
}
