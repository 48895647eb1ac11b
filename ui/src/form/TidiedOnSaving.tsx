// What was tidied as the record before was saved: its form is gone, so that it is said here. As long
// as that record is not sent, the key that puts back brings it into the form again, as it was typed.

import { Button } from "@mantine/core";
import { useConnection } from "../app/connection";
import type { Entity } from "../backend";
import { useWords } from "../i18n/useWords";
import { isPutBack, putBackKey } from "../keys/guard";
import { useWindowKeys } from "../keys/useWindowKeys";
import { useDeeds } from "../outbox/actions";
import { useOutboxRecord } from "../outbox/records";
import { useStore } from "../store/store";
import { putBackAll } from "./form";
import { formsOf } from "./forms";
import { useBecame } from "./TidyNote";
import classes from "./TidyNote.module.css";
import { lastTidied } from "./tidying";

export function TidiedOnSaving({ entity }: { entity: Entity }) {
  const { say } = useWords();
  const forms = formsOf(useConnection().id);
  const store = forms[entity];
  const became = useBecame(store);
  const onSaving = useStore(store, ({ tidy }) => tidy.onSaving);
  const record = useOutboxRecord(useStore(forms.atWork, ({ told }) => told[entity] ?? null));
  const deeds = useDeeds();
  const canPutBack = onSaving.length > 0 && record?.stage.stage === "waiting";
  const goBack = () => {
    if (!record || deeds.isPending) return;
    deeds
      .mutateAsync({ deed: "into_form", record })
      .then(() => putBackAll(store, onSaving))
      // The line above the form tells where it stands.
      .catch(() => undefined);
  };

  useWindowKeys((event) => {
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
    if (!canPutBack || isInDialog || event.defaultPrevented || !isPutBack(event)) return;
    // What was tidied in this form since comes first.
    if (lastTidied(store.get())) return;
    event.preventDefault();
    goBack();
  });

  const [first] = onSaving.flat();
  return (
    <>
      <span role="status" className={classes.onSaving}>
        {onSaving.map(became).join(" ")}
      </span>
      {first && canPutBack && (
        <Button variant="subtle" loading={deeds.isPending} onClick={goBack}>
          {say("tidy.put_back", { before: first.before })} ({putBackKey})
        </Button>
      )}
    </>
  );
}
