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

/**
 * Puts the form into the outbox, once; only when it is there is the form emptied. What is still being
 * found out of it as it stands can be waited for.
 */
export async function save(
  store: FormStore,
  findingOut: () => Promise<void> = async () => undefined,
): Promise<OutboxRecord | null> {
  const { phase, tries } = store.get();
  if (phase !== "typing") return null;
  store.set({ phase: "saving", trouble: null, tries: tries + 1 });
  return inTurn(store, async () => {
    try {
      const { tidied, noticed } = await settle(store);
      const form = store.get();
      // As it is usually written it may be what stood there before.
      if (form.change && changedKeys(form).length === 0) {
        store.set({ phase: "typing" });
        return null;
      }
      await findingOut();
      const { draft, likeness } = store.get();
      const isTold = tidied.length + noticed.length > 0;
      const record = await backend.submit(draft, typedOf(form), [...likeness.seen], isTold);
      rememberTyping(store, form, record);
      store.reset();
      const onSaving = { tidied, noticed, record: record.id };
      store.set({ tidy: { ...store.get().tidy, onSaving } });
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
    const form = store.get();
    if (form.notKept || form.draft === null) return null;
    const record = await backend.putAside(form.draft);
    rememberTyping(store, form, record);
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
    ...typingOf(store, id),
    values: change ? typed : values,
    emptied: new Set(emptied),
    client_name: client_name ?? "",
    needs,
    draft: id,
  });
}

// How the latest forms were typed, for those who have one back: what is known by its `begun` (the
// readings of names, what was taken of the company) and what the program gave. It is nothing to keep
// longer than the program runs.
const mostRemembered = 50;
type Typing = Pick<Form, "begun" | "given">;
const typings = new WeakMap<FormStore, Map<number, Typing>>();

function rememberTyping(store: FormStore, { change, begun, given }: Form, { id }: OutboxRecord) {
  if (change) return;
  const remembered = typings.get(store) ?? new Map<number, Typing>();
  typings.set(store, remembered.set(id, { begun, given }));
  const [oldest] = remembered.keys();
  if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
}

function typingOf(store: FormStore, record: number): Typing | undefined {
  return typings.get(store)?.get(record);
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
