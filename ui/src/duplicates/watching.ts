// Duplicates of what is being typed: among what the program knows after every pause in typing, and
// in the service once for a form and its company, as soon as the program finds that worth a call.

import { type RefObject, useEffect, useRef, useState } from "react";
import { backend, type Duplicate, type Likely, type Whose } from "../backend";
import { lookForDuplicates } from "../backend/finding";
import { type Form, type FormStore, isUntouched, typedOf, valueIn } from "../form/form";
import { useStore } from "../store/store";

/** How long nothing is typed before it is looked at, and how long a steady typist waits, in ms. */
const pause = 300;
const longest = 1200;

export type Watching = {
  /** Those that the person has not dismissed, the likeliest first. */
  duplicates: readonly Duplicate[];
  /** Whether the service is being asked, or has told of everybody and there is nobody like that. */
  asking: "not_asked" | "asking" | "none";
  /** Where the caret goes when somebody wants to see them. */
  title: RefObject<HTMLHeadingElement | null>;
};

/** What was found out, and for which form: each begins with values of its own. */
type Told = { of: Form["begun"]; likely: Likely };

export function useDuplicates(store: FormStore): Watching {
  const form = useStore(store, (form) => form);
  const { begun, likeness } = form;
  const [told, tell] = useState<Told | null>(null);
  const [isAsking, ask] = useState(false);
  const [again, readAgain] = useState(0);
  const text = isUntouched(form) ? "" : JSON.stringify(typedOf(form));

  const waitsSince = useRef<number | null>(null);
  const asked = useRef(0);
  const answered = useRef(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew once the service was asked
  useEffect(() => {
    if (text === "") return;
    const read = async () => {
      waitsSince.current = null;
      const { draft, begun, phase } = store.get();
      if (phase !== "typing") return;
      asked.current += 1;
      const turn = asked.current;
      const likely = await backend.knownDuplicates(draft, typedOf(store.get())).catch(() => null);
      // Whoever types steadily is told of the text a moment ago, but never of one before that.
      if (!likely || turn < answered.current || store.get().begun !== begun) return;
      answered.current = turn;
      tell({ of: begun, likely });
    };
    const now = Date.now();
    waitsSince.current ??= now;
    const timer = setTimeout(read, Math.min(pause, waitsSince.current + longest - now));
    return () => clearTimeout(timer);
  }, [store, text, again]);

  const subject = subjectOf(form);
  // A company's form asks once; a person's once for each company.
  const isAsked = likeness.askedOf !== null && (isCompany(form) || likeness.askedOf === subject);
  const isWorthAsking = told?.of === begun && told.likely.worth_asking && !isAsked;
  const call = useRef<AbortController | null>(null);
  useEffect(() => {
    if (!isWorthAsking) return;
    const { draft, likeness } = store.get();
    const typed = typedOf(store.get());
    const called = new AbortController();
    const { signal } = called;
    // Nobody waits for what is said of a company that is not chosen any more.
    call.current?.abort();
    call.current = called;
    store.set({ likeness: { ...likeness, askedOf: subject, isAnswered: false } });
    ask(true);
    lookForDuplicates(draft, typed, signal)
      // What the service could not tell is no trouble: nothing depends on it.
      .then(({ likely, told_all }) => {
        if (signal.aborted) return;
        tell({ of: begun, likely });
        store.set({ likeness: { ...store.get().likeness, isAnswered: told_all } });
        // More may be typed by now: with what is known now it is looked at once more.
        readAgain((times) => times + 1);
      })
      .catch(() => undefined)
      .finally(() => {
        if (call.current === called) ask(false);
      });
  }, [store, begun, subject, isWorthAsking]);

  // Who leaves the form, or has saved it, waits for no answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each form
  useEffect(() => () => call.current?.abort(), [begun]);

  const title = useRef<HTMLHeadingElement>(null);
  const found = told?.of === begun && text !== "" ? told.likely.duplicates : nothing;
  // What was told of another company says nothing of this one.
  const isTold = likeness.isAnswered && likeness.askedOf === subject;
  const isNone = told?.of === begun && told.likely.is_named && told.likely.duplicates.length === 0;
  useForgottenQuestion(store, told?.of === begun ? told.likely : null);
  return {
    duplicates: found.filter(({ whose }) => !isAmong(likeness.dismissed, whose)),
    title,
    asking: isAsking ? "asking" : isTold && isNone ? "none" : "not_asked",
  };
}

const nothing: readonly Duplicate[] = [];

const isCompany = ({ entity }: Form) => entity === "clients";

/** What the service is asked of: a person's company by its number, a company by its name. */
function subjectOf(form: Form): string {
  return valueIn(form, isCompany(form) ? "name" : "client_id");
}

/** A question about duplicates that are none any more is taken back. */
function useForgottenQuestion(store: FormStore, likely: Likely | null): void {
  useEffect(() => {
    const { trouble } = store.get();
    if (!likely || trouble?.code !== "likely_duplicate") return;
    const still = likely.duplicates.map(({ whose }) => whose);
    if (!trouble.whose.some((whose) => isAmong(still, whose))) store.set({ trouble: null });
  }, [store, likely]);
}

/** The person has seen these, and wants to register all the same. */
export function dismiss(store: FormStore, duplicates: readonly Duplicate[]): void {
  const { likeness, trouble } = store.get();
  const whose = duplicates.map(({ whose }) => whose);
  store.set({
    likeness: {
      ...likeness,
      seen: [...likeness.seen, ...whose],
      dismissed: [...likeness.dismissed, ...whose],
    },
    trouble: trouble?.code === "likely_duplicate" ? null : trouble,
  });
}

function isAmong(all: readonly Whose[], { at, id }: Whose): boolean {
  return all.some((other) => other.at === at && other.id === id);
}

/** A name for it that no other has. */
export function keyOf({ whose }: Duplicate): string {
  return `${whose.at} ${whose.id}`;
}
