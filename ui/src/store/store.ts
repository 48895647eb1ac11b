// A value outside the pages, so that it survives moving between them. Kept in memory alone: nothing
// here may reach the webview's own storage. What is to survive the program is in `kept`.

import { useSyncExternalStore } from "react";

export type Store<T> = {
  get(): T;
  /** Replaces some of its parts. */
  set(parts: Partial<T>): void;
  reset(): void;
  subscribe(onChange: () => void): () => void;
};

export function createStore<T extends object>(initial: () => T): Store<T> {
  let value = initial();
  const listeners = new Set<() => void>();
  const put = (next: T) => {
    value = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => value,
    set: (parts) => put({ ...value, ...parts }),
    reset: () => put(initial()),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** One part of a store; the component is drawn anew only when that part changes. */
export function useStore<T extends object, S>(store: Store<T>, part: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => part(store.get()));
}

/**
 * One store for each connection. What was typed for one never shows up in another, where the same
 * ids mean other companies. `onMade` is told of each as it is made.
 */
export function perConnection<T extends object>(
  initial: (id: string) => T,
  onMade: (id: string, store: Store<T>) => void = () => undefined,
): (id: string) => Store<T> {
  const stores = new Map<string, Store<T>>();
  forgetters.push((id) => stores.delete(id));
  return (id) => {
    const known = stores.get(id);
    if (known) return known;
    const store = createStore(() => initial(id));
    stores.set(id, store);
    onMade(id, store);
    return store;
  };
}

/** Forgets everything typed for a connection. */
export function forgetConnection(id: string): void {
  for (const forget of forgetters) forget(id);
}

/** Tells whenever a connection is forgotten. */
export function onForgotten(forget: (id: string) => void): void {
  forgetters.push(forget);
}

const forgetters: ((id: string) => void)[] = [];
