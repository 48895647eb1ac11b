// What was tidied as the record before was saved: its form is gone, so that it is said here, with the
// name of that record. As long as it is not sent, the key that puts back brings it into the form
// again, as it was typed; once it is, what is typed next has the word.

import { Button } from "@mantine/core";
import { useConnection } from "../app/connection";
import type { Entity } from "../backend";
import { useWords } from "../i18n/useWords";
import { isPutBack, putBackKey } from "../keys/guard";
import { useWindowKeys } from "../keys/useWindowKeys";
import { useDeeds } from "../outbox/actions";
import { nameOfRecord } from "../outbox/naming";
import { useOutboxRecord } from "../outbox/records";
import { useStore } from "../store/store";
import { isUntouched, putBackAll } from "./form";
import { formsOf } from "./forms";
import classes from "./TidiedOnSaving.module.css";
import { useBecame } from "./TidyNote";
import { lastTidied } from "./tidying";

type Props = {
  /** The form of the page. */
  entity: Entity;
  /** The form that was saved: this one, or that of a company that was registered on the spot. */
  from?: Entity;
};

export function TidiedOnSaving({ entity, from = entity }: Props) {
  const words = useWords();
  const { say } = words;
  const forms = formsOf(useConnection().id);
  const store = forms[from];
  const became = useBecame(store);
  const { tidied, record: saved } = useStore(store, ({ tidy }) => tidy.onSaving);
  const isAwaited = useStore(forms[entity], ({ needs }) => needs === saved);
  const isNext = useStore(forms[entity], isUntouched);
  const record = useOutboxRecord(saved);
  const deeds = useDeeds();
  const isWaiting = record?.stage.stage === "waiting";
  const isMeant = from === entity ? isNext || isWaiting : isAwaited;
  const told = isMeant && record && tidied.length > 0 ? record : null;
  const canPutBack = told !== null && isWaiting;
  const goBack = () => {
    if (!told || deeds.isPending) return;
    deeds
      .mutateAsync({ deed: "into_form", record: told })
      .then(() => putBackAll(store, tidied))
      // The line above the form tells where it stands.
      .catch(() => undefined);
  };

  useWindowKeys((event) => {
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
    if (!canPutBack || isInDialog || event.defaultPrevented || !isPutBack(event)) return;
    // What was tidied in this form since comes first.
    if (lastTidied(forms[entity].get())) return;
    event.preventDefault();
    goBack();
  });

  const [first] = tidied.flat();
  return (
    <div className={classes.told}>
      <div role="status" className={classes.what}>
        {told && (
          <>
            <strong>{say("tidy.on_saving", { name: nameOfRecord(words, told) })}</strong>{" "}
            <span>{tidied.map(became).join(" ")}</span>
          </>
        )}
      </div>
      {first && canPutBack && (
        <Button
          className={classes.back}
          variant="subtle"
          title={first.before}
          loading={deeds.isPending}
          onClick={goBack}
        >
          {say("tidy.put_back", { before: first.before })} ({putBackKey})
        </Button>
      )}
    </div>
  );
}
