// The way to the drafts, where there are others than those in the forms.

import { Anchor } from "@mantine/core";
import { useConnection } from "../app/connection";
import { places } from "../app/places";
import { useWords } from "../i18n/useWords";
import { useCounts } from "../outbox/records";
import { useStore } from "../store/store";
import classes from "./FormPage.module.css";
import { formsOf } from "./forms";

export function DraftsLink() {
  const { say } = useWords();
  const others = (useCounts()?.drafts ?? 0) - useDraftsInForms().length;
  if (others <= 0) return null;
  return (
    <Anchor href={`#${places.outbox}`} size="sm" className={classes.drafts}>
      {say("register.drafts", { count: others })}
    </Anchor>
  );
}

/** The drafts that are being typed: they stand in their forms. */
export function useDraftsInForms(): number[] {
  const forms = formsOf(useConnection().id);
  const drafts = [
    useStore(forms.business_cards, ({ draft }) => draft),
    useStore(forms.leads, ({ draft }) => draft),
    useStore(forms.clients, ({ draft }) => draft),
    useStore(forms.change, ({ draft }) => draft),
  ];
  return drafts.filter((draft) => draft !== null);
}
