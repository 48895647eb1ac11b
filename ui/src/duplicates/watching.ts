// Duplicates of what is being typed: among what the program knows after every pause in typing, and
// in the service once for a person's company or a company's name, as soon as the program finds that
// worth a call.

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { backend, type Duplicate, type Likely, type Whose } from "../backend";
import { lookForDuplicates } from "../backend/finding";
import { type Form, type FormStore, isUntouched, typedOf, valueIn } from "../form/form";
import { useStore } from "../store/store";

/** How long nothing is typed before it is looked at, and how long a steady typist waits, in ms. */
const pause = 300;
const longest = 1200;
/** How long saving waits for what is being found out, in ms. */
const patience = 2000;

export type Watching = {
  /** Those that the person has not dismissed, the likeliest first. */
  duplicates: readonly Duplicate[];
  /** Whether the service is being asked, or has told of everybody and there is nobody like that. */
  asking: "not_asked" | "asking" | "none";
  /** Where the caret goes when somebody wants to see them. */
  title: RefObject<HTMLHeadingElement | null>;
  /** Waits a moment for what is to be told of a company, for whoever saves before that is there. */
  foundOut: () => Promise<void>;
};

/** What was found out, and for which form: each begins with values of its own. */
type Told = { of: Form["begun"]; likely: Likely };

export function useDuplicates(store: FormStore): Watching {
  const form = useStore(store, (form) => form);
  const { begun, likeness } = form;
  const [told, tell] = useState<Told | null>(null);
  const [again, readAgain] = useState(0);
  // A company may be begun with its name.
  const isEmpty = isUntouched(form) && valueIn(form, "name") === "";
  const text = isEmpty ? "" : JSON.stringify(typedOf(form));

  const waitsSince = useRef<number | null>(null);
  const asked = useRef(0);
  const answered = useRef(0);
  const read = useCallback(async (): Promise<Likely | null> => {
    const { draft, begun } = store.get();
    asked.current += 1;
    const turn = asked.current;
    const likely = await backend.knownDuplicates(draft, typedOf(store.get())).catch(() => null);
    // Whoever types steadily is told of the text a moment ago, but never of one before that.
    if (!likely || turn < answered.current || store.get().begun !== begun) return null;
    answered.current = turn;
    tell({ of: begun, likely });
    return likely;
  }, [store]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew once the service was asked
  useEffect(() => {
    if (text === "") return;
    const now = Date.now();
    waitsSince.current ??= now;
    const look = () => {
      waitsSince.current = null;
      if (store.get().phase === "typing") read();
    };
    const timer = setTimeout(look, Math.min(pause, waitsSince.current + longest - now));
    return () => clearTimeout(timer);
  }, [store, text, again]);

  const { isAsking, ask, call } = useAsking(store, (begun, likely) => {
    tell({ of: begun, likely });
    // More may be typed by now: with what is known now it is looked at once more.
    readAgain((times) => times + 1);
  });
  const subject = subjectOf(form);
  const isWorthAsking = told?.of === begun && told.likely.worth_asking && !isAsked(form);
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each form and subject
  useEffect(() => {
    if (isWorthAsking) ask();
  }, [store, begun, subject, isWorthAsking]);

  const foundOut = async () => {
    // A person is looked for long before one saves. A company can be saved right out of its name,
    // before there was a pause to look in.
    if (!isCompany(store.get())) return;
    const finding = async () => {
      if ((await read())?.worth_asking && !isAsked(store.get())) ask();
      await call.current?.answer;
    };
    await Promise.race([finding(), new Promise<void>((over) => setTimeout(over, patience))]);
  };

  const title = useRef<HTMLHeadingElement>(null);
  const found = told?.of === begun && text !== "" ? told.likely.duplicates : nothing;
  // What was told of another company says nothing of this one.
  const isTold = likeness.isAnswered && isAsked(form);
  const isNone = told?.of === begun && told.likely.is_named && told.likely.duplicates.length === 0;
  useForgottenQuestion(store, told?.of === begun ? told.likely : null);
  return {
    duplicates: found.filter(({ whose }) => !isAmong(likeness.dismissed, whose)),
    title,
    asking: isAsking ? "asking" : isTold && isNone ? "none" : "not_asked",
    foundOut,
  };
}

type Call = { given: AbortController; answer: Promise<void> };

/** Asks the service: the latest question alone is answered. */
function useAsking(store: FormStore, tell: (begun: Form["begun"], likely: Likely) => void) {
  const { begun } = useStore(store, (form) => form);
  const [isAsking, setAsking] = useState(false);
  const call = useRef<Call | null>(null);
  const ask = () => {
    const form = store.get();
    const { draft, begun, likeness } = form;
    const given = new AbortController();
    const { signal } = given;
    // Nobody waits for what is said of a company that is not chosen any more.
    call.current?.given.abort();
    const askedOf = subjectOf(form);
    store.set({ likeness: { ...likeness, askedOf, isAnswered: false } });
    setAsking(true);
    const answer = lookForDuplicates(draft, typedOf(form), signal)
      .then(({ likely, told_all }) => {
        if (signal.aborted) return;
        store.set({ likeness: { ...store.get().likeness, isAnswered: told_all } });
        tell(begun, likely);
      })
      // What the service could not tell is no trouble: nothing depends on it.
      .catch(() => undefined)
      .finally(() => {
        if (call.current?.given !== given) return;
        setAsking(false);
        // What was given up was not asked: whoever comes back to the form asks again.
        const now = store.get();
        if (signal.aborted && now.begun === begun) {
          store.set({ likeness: { ...now.likeness, askedOf: null } });
        }
      });
    call.current = { given, answer };
  };
  // Who leaves the form, or has saved it, waits for no answer.
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each form
  useEffect(() => () => call.current?.given.abort(), [begun]);
  return { isAsking, ask, call };
}

const nothing: readonly Duplicate[] = [];

const isCompany = ({ entity }: Form) => entity === "clients";

/** A person is asked for once at each company; a company once, as long as its name only grows. */
function isAsked(form: Form): boolean {
  const { askedOf } = form.likeness;
  const subject = subjectOf(form);
  return askedOf !== null && (isCompany(form) ? subject.includes(askedOf) : askedOf === subject);
}

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
