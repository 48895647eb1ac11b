// What is typed is kept as a draft while it is being typed, and leaves the form only for the outbox,
// for the drafts put aside, or because the person says so.

import { useEffect } from "react";
import { backend, type OutboxRecord, TroubleError, troubleOf } from "../backend";
import { changedKeys } from "./changed";
import {
  emptyForm,
  type Form,
  type FormStore,
  formOfChange,
  isUntouched,
  refuse,
  typedOf,
} from "./form";
import { settle } from "./settling";

// A draft is never older than this while somebody types, in milliseconds.
const pause = 500;
const pauseAfterFailure = 5000;

/** Keeps what is typed, while the page is shown and once more as it is left. */
export function useKeeping(store: FormStore): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const now = () => {
      clearTimeout(timer);
      timer = undefined;
      keep(store);
    };
    const soon = () => {
      timer ??= setTimeout(now, store.get().notKept ? pauseAfterFailure : pause);
    };
    const stop = store.subscribe(soon);
    document.addEventListener("visibilitychange", now);
    window.addEventListener("pagehide", now);
    window.addEventListener("blur", now);
    return () => {
      stop();
      document.removeEventListener("visibilitychange", now);
      window.removeEventListener("pagehide", now);
      window.removeEventListener("blur", now);
      now();
    };
  }, [store]);
}

/** Keeps the form as a draft, where something new was typed into it. */
export function keep(store: FormStore): Promise<void> {
  return inTurn(store, async () => {
    const form = store.get();
    const typed = typedOf(form);
    const text = JSON.stringify(typed);
    if (isUntouched(form) || text === form.kept) return;
    try {
      const draft = await backend.saveDraft(form.draft, typed).catch((error) => {
        // Its draft went on elsewhere: what stands here is kept all the same.
        const { code } = troubleOf(error);
        if (code !== "record_gone" && code !== "record_went_on") throw error;
        return backend.saveDraft(null, typed);
      });
      // Another form may stand here by now: each begins with values of its own.
      if (store.get().begun === form.begun) store.set({ draft, kept: text, notKept: null });
    } catch (error) {
      if (store.get().begun === form.begun) store.set({ notKept: troubleOf(error) });
    }
  });
}

/** Puts the form into the outbox, once; only when it is there is the form emptied. */
export async function save(store: FormStore): Promise<OutboxRecord | null> {
  const { phase, tries } = store.get();
  if (phase !== "typing") return null;
  store.set({ phase: "saving", trouble: null, tries: tries + 1 });
  return inTurn(store, async () => {
    try {
      const tidied = await settle(store);
      const form = store.get();
      // As it is usually written it may be what stood there before.
      if (form.change && changedKeys(form).length === 0) {
        store.set({ phase: "typing" });
        return null;
      }
      const { draft, likeness } = form;
      const isTidied = tidied.length > 0;
      const record = await backend.submit(draft, typedOf(form), [...likeness.seen], isTidied);
      store.reset();
      store.set({ tidy: { ...store.get().tidy, onSaving: { tidied, record: record.id } } });
      return record;
    } catch (error) {
      refuse(store, troubleOf(error));
      return null;
    }
  });
}

/** Puts what is typed aside and empties the form; gives nothing where nothing was typed. */
export async function putAside(store: FormStore): Promise<OutboxRecord | null> {
  await keep(store);
  return inTurn(store, async () => {
    const { draft, notKept } = store.get();
    if (notKept || draft === null) return null;
    const record = await backend.putAside(draft);
    store.reset();
    return record;
  });
}

/** Empties the form for good; its draft goes too. */
export function discard(store: FormStore): Promise<void> {
  return inTurn(store, async () => {
    const { draft } = store.get();
    try {
      if (draft !== null) await backend.throwAway(draft);
      store.reset();
    } catch (error) {
      if (troubleOf(error).code === "record_gone") store.reset();
      else store.set({ trouble: troubleOf(error) });
    }
  });
}

/** Puts another form in place of this one. What is being typed there is put aside first. */
export async function replace(store: FormStore, form: Form): Promise<void> {
  await putAside(store);
  const { notKept } = store.get();
  if (notKept) throw new TroubleError(notKept);
  store.set(form);
}

/** Takes a draft into the form. */
export function takeInto(store: FormStore, { id, form }: OutboxRecord): Promise<void> {
  const { entity, change, client_name, needs, values } = form;
  const { id: _, ...typed } = values;
  const emptied = Object.keys(values).filter((key) => values[key] === "");
  return replace(store, {
    ...(change ? formOfChange(entity, change) : emptyForm(entity)),
    values: change ? typed : values,
    emptied: new Set(emptied),
    client_name: client_name ?? "",
    needs,
    draft: id,
  });
}

// One after the other: two drafts kept at once would be two of the same form.
function inTurn<T>(store: FormStore, work: () => Promise<T>): Promise<T> {
  const done = (turns.get(store) ?? Promise.resolve()).then(work);
  turns.set(
    store,
    done.catch(() => undefined),
  );
  return done;
}

const turns = new WeakMap<FormStore, Promise<unknown>>();
