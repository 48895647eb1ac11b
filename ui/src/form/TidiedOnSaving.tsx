// What was tidied or looked like a slip as the record before was saved: its form is gone, so that it is
// said here, with the name of that record. As long as it is not sent, the key that puts back brings it
// into the form again, as it was typed; once it is, what is typed next has the word.

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
import { isUntouched, leaveAll, putBackAll } from "./form";
import { formsOf, takeTurn } from "./forms";
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
  const { say, label, hint } = words;
  const forms = formsOf(useConnection().id);
  const store = forms[from];
  const became = useBecame(store);
  const { tidied, noticed, record: saved } = useStore(store, ({ tidy }) => tidy.onSaving);
  const isAwaited = useStore(forms[entity], ({ needs }) => needs === saved);
  const isNext = useStore(forms[entity], isUntouched);
  const record = useOutboxRecord(saved);
  const deeds = useDeeds();
  const isWaiting = record?.stage.stage === "waiting";
  const isMeant = from === entity ? isNext || isWaiting : isAwaited;
  const told = isMeant && record && tidied.length + noticed.length > 0 ? record : null;
  const canPutBack = told !== null && isWaiting;
  const [first] = tidied.flat();
  const goBack = () => {
    if (!told || deeds.isPending) return;
    deeds
      .mutateAsync({ deed: "into_form", record: told })
      .then(() => {
        leaveAll(store, noticed);
        putBackAll(store, tidied);
        if (from === entity) takeTurn(forms, entity, first?.key ?? noticed[0]?.key);
      })
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

  const name = told ? nameOfRecord(words, told) : "";
  return (
    <div className={classes.told}>
      <div role="status" className={classes.what}>
        {told && tidied.length > 0 && (
          <>
            <strong>{say("tidy.on_saving", { name })}</strong>{" "}
            <span>{tidied.map(became).join(" ")}</span>{" "}
          </>
        )}
        {told && noticed.length > 0 && (
          <>
            <strong>{say("hint.on_saving", { name })}</strong>{" "}
            <span>
              {noticed.map((one) => `${label(from, one.key)}: ${hint(one.hint)}`).join(" ")}
            </span>
          </>
        )}
      </div>
      {canPutBack && (
        <Button
          className={classes.back}
          variant="subtle"
          title={first?.before}
          loading={deeds.isPending}
          onClick={goBack}
        >
          {first ? say("tidy.put_back", { before: first.before }) : say("hint.correct")} (
          {putBackKey})
        </Button>
      )}
    </div>
  );
}
