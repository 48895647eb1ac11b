// Registering a business card: the form, the card drawn from it, the keys, the new company.

import { Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useConnection } from "../../app/connection";
import { places } from "../../app/places";
import { useFocusOnProblem } from "../../form/focus";
import { save } from "../../form/form";
import { useWords } from "../../i18n/useWords";
import { goOnWithEnter } from "../../keys/goOn";
import { isSave } from "../../keys/guard";
import { useStore } from "../../store/store";
import { lookUpCard } from "../find-cards/looking";
import { CardForm } from "./CardForm";
import { CardPreview } from "./CardPreview";
import { beginCompany, clearDraft, draftOf } from "./draft";
import { NewCompanyDialog } from "./NewCompanyDialog";
import classes from "./RegisterCardPage.module.css";
import { SaveBar } from "./SaveBar";

export function RegisterCardPage() {
  const { say } = useWords();
  const connection = useConnection();
  const client = useQueryClient();
  const [, go] = useLocation();
  const draft = draftOf(connection.id);
  const phase = useStore(draft.card, (card) => card.phase);
  const form = useRef<HTMLFormElement>(null);
  const [isRegisteringCompany, registerCompany] = useState(false);
  const [card, countCards] = useState(0);
  useFocusOnProblem(draft.card, form);

  const saveCard = async (despite: boolean) => {
    await save(draft.card, "business_cards", despite);
    if (draft.card.get().phase !== "saved") return;
    client.removeQueries({ queryKey: [connection.id, "find"] });
  };
  const nextCard = () => {
    clearDraft(draft);
    countCards(card + 1);
  };
  const lookUp = () => {
    const { family_name = "", first_name = "" } = draft.card.get().values;
    lookUpCard(connection.id, { family_name, first_name });
    client.removeQueries({ queryKey: [connection.id, "find"] });
    go(places.findCards);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
      if (isInDialog || !isSave(event)) return;
      event.preventDefault();
      if (phase === "saved") nextCard();
      else saveCard(false);
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
          <Title order={1}>{say("register.title")}</Title>
          <fieldset key={card} disabled={phase === "saved"} className="plain">
            <CardForm
              onRegisterCompany={(name) => {
                beginCompany(draft, name);
                registerCompany(true);
              }}
            />
          </fieldset>
        </form>
        <CardPreview />
      </div>
      <SaveBar onSave={saveCard} onNext={nextCard} onLookUp={lookUp} />
      <NewCompanyDialog opened={isRegisteringCompany} onClose={() => registerCompany(false)} />
    </div>
  );
}
