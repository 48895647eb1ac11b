// Registering a business card: the form, the card drawn from it, the keys, the new company.

import { Anchor, Title } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useConnection } from "../../app/connection";
import { places } from "../../app/places";
import { focusAtEnd, useFocusOnProblem } from "../../form/focus";
import { discard, putAside, save, useKeeping } from "../../form/keeping";
import { useWords } from "../../i18n/useWords";
import { goOnWithEnter } from "../../keys/goOn";
import { isSave } from "../../keys/guard";
import { useCounts } from "../../outbox/records";
import { useStore } from "../../store/store";
import { CardForm } from "./CardForm";
import { CardPreview } from "./CardPreview";
import { beginCompany, draftOf, resume } from "./draft";
import { NewCompanyDialog } from "./NewCompanyDialog";
import classes from "./RegisterCardPage.module.css";
import { SaveBar } from "./SaveBar";
import { SavedLine } from "./SavedLine";

export function RegisterCardPage() {
  const draft = draftOf(useConnection().id);
  const isResumed = useStore(draft.atWork, (atWork) => atWork.isResumed);
  useEffect(() => {
    resume(draft);
  }, [draft]);
  // Nothing can be typed before what was typed last is there: neither ever overwrites the other.
  return isResumed ? <RegisterCard /> : null;
}

function RegisterCard() {
  const { say } = useWords();
  const draft = draftOf(useConnection().id);
  const cards = useStore(draft.atWork, (atWork) => atWork.cards);
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(draft.card, form);
  useKeeping(draft.card, "business_cards");

  const nextCard = () => draft.atWork.set({ cards: draft.atWork.get().cards + 1 });
  const leaveForm = async (leaving: Promise<{ id: number } | null>) => {
    const record = await leaving;
    if (!record) return;
    draft.atWork.set({ told: record.id });
    nextCard();
  };
  const saveCard = () => leaveForm(save(draft.card, "business_cards"));

  // Where the person left off: after what was typed last, or in the empty form's first field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: anew for each card
  useEffect(() => {
    if (form.current) focusAtEnd(form.current);
  }, [cards]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
      if (isInDialog || !isSave(event)) return;
      event.preventDefault();
      saveCard();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });

  return (
    <div className={classes.page}>
      <div className={classes.body}>
        <form
          ref={form}
          className={classes.form}
          aria-label={say("register.title")}
          autoComplete="off"
          noValidate
          onSubmit={(event) => event.preventDefault()}
          onKeyDown={({ nativeEvent, currentTarget }) => goOnWithEnter(nativeEvent, currentTarget)}
        >
          <div className={classes.head}>
            <Title order={1}>{say("register.title")}</Title>
            <DraftsLink />
          </div>
          <SavedLine />
          <CardForm key={cards} onRegisterCompany={(name) => beginCompany(draft, name)} />
        </form>
        <CardPreview />
      </div>
      <SaveBar
        onSave={saveCard}
        onPutAside={() => leaveForm(putAside(draft.card, "business_cards"))}
        onClear={() => discard(draft.card).then(nextCard)}
      />
      <NewCompanyDialog />
    </div>
  );
}

/** The way to the drafts, where there are others than the one in the form. */
function DraftsLink() {
  const { say } = useWords();
  const draft = draftOf(useConnection().id);
  const inForms = [
    useStore(draft.card, (form) => form.draft),
    useStore(draft.newCompany, (form) => form.draft),
  ].filter((id) => id !== null).length;
  const others = (useCounts()?.drafts ?? 0) - inForms;
  if (others <= 0) return null;
  return (
    <Anchor href={`#${places.outbox}`} size="sm" className={classes.drafts}>
      {say("register.drafts", { count: others })}
    </Anchor>
  );
}
