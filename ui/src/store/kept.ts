// Stores that are kept with their connection's data, encrypted, and stand as they were left when
// the program is opened again: columns, filters, which page was open.

import { useEffect, useState } from "react";
import { backend } from "../backend";
import { onForgotten, perConnection, type Store } from "./store";

type Keeping<T> = {
  /** What of it is kept. */
  keep: (value: T) => object;
  /**
   * Reads what was kept, maybe by another version: what it can not use it leaves out, and the
   * initial parts stand instead. `partsOf`, `textsIn` and their like in `reading` help with that.
   */
  restore: (kept: unknown) => Partial<T>;
};

// A view is never kept later than this after it changed, in milliseconds.
const pause = 500;

/** A store for each connection, that is kept under this name and restored. */
export function keptPerConnection<T extends object>(
  name: string,
  initial: () => T,
  { keep, restore }: Keeping<T>,
): (id: string) => Store<T> {
  return perConnection(initial, (id, store) => {
    const text = views.get(id)?.[name];
    if (text !== undefined) store.set(restored(text, restore));
    let last = JSON.stringify(keep(store.get()));
    store.subscribe(() => {
      const now = JSON.stringify(keep(store.get()));
      if (now === last) return;
      last = now;
      keepSoon(id, name, now);
    });
  });
}

function restored<T>(text: string, restore: (kept: unknown) => Partial<T>): Partial<T> {
  try {
    return restore(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Whether the views of this connection stand as they were left; until then no page is shown. */
export function useRestoredViews(id: string): boolean {
  const [ready, setReady] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    // What can not be read is as if it had not been kept.
    const reading = backend.views().catch(() => ({}));
    reading.then((kept) => {
      if (!isWanted) return;
      views.set(id, kept);
      open = id;
      setReady(id);
    });
    return () => {
      isWanted = false;
    };
  }, [id]);
  return ready === id;
}

// What was kept of each connection, by name; and the one that is open, to which alone can be kept.
const views = new Map<string, Readonly<Record<string, string>>>();
let open: string | null = null;
onForgotten((id) => {
  views.delete(id);
  waiting.delete(id);
});

// What is to be kept still, for each connection by name.
const waiting = new Map<string, Map<string, string>>();
let timer: ReturnType<typeof setTimeout> | undefined;

function keepSoon(id: string, name: string, text: string): void {
  const views = waiting.get(id) ?? new Map<string, string>();
  waiting.set(id, views.set(name, text));
  timer ??= setTimeout(keepViews, pause);
}

/** Keeps what changed, at once. */
export async function keepViews(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  if (open === null) return;
  const changed = [...(waiting.get(open) ?? [])];
  waiting.delete(open);
  // How a page was left is worth no word of trouble: the next change is kept again.
  await Promise.allSettled(changed.map(([name, text]) => backend.keepView(name, text)));
}

/** Opens another connection: what belongs to the one before is kept there, and nowhere else. */
export async function changingConnection<T>(opening: () => Promise<T>): Promise<T> {
  await keepViews();
  const before = open;
  open = null;
  try {
    return await opening();
  } catch (error) {
    // Another one may be open by now, which was asked for while this one was being opened.
    open ??= before;
    throw error;
  }
}

/** Keeps the views as the window is left, hidden or closed. */
export function useKeepingViews(): void {
  useEffect(() => {
    const now = () => {
      keepViews();
    };
    document.addEventListener("visibilitychange", now);
    window.addEventListener("pagehide", now);
    window.addEventListener("blur", now);
    return () => {
      document.removeEventListener("visibilitychange", now);
      window.removeEventListener("pagehide", now);
      window.removeEventListener("blur", now);
      now();
    };
  }, []);
}
