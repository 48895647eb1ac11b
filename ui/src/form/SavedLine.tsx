// What became of the record before: its name, where it stands now, the way to it, and the way back
// while there is one.

import { Button } from "@mantine/core";
import { useConnection } from "../app/connection";
import { TroubleNote } from "../app/TroubleNote";
import type { Stage } from "../backend";
import type { MessageId } from "../i18n/messages";
import { useWords } from "../i18n/useWords";
import { useDeeds } from "../outbox/actions";
import { besideName, nameOfRecord } from "../outbox/naming";
import { useOutboxRecord } from "../outbox/records";
import { StageMark } from "../outbox/StageMark";
import { showSaved } from "../pages/find/showing";
import { useStore } from "../store/store";
import classes from "./FormPage.module.css";
import { type FormName, formsOf } from "./forms";

const waysBack: { [stage in Stage["stage"]]?: MessageId } = {
  waiting: "saved.undo",
  refused: "record.into_form",
  draft: "record.take_up",
};

export function SavedLine({ name }: { name: FormName }) {
  const words = useWords();
  const { say } = words;
  const { id } = useConnection();
  const { atWork } = formsOf(id);
  const record = useOutboxRecord(useStore(atWork, ({ told }) => told[name] ?? null));
  const deeds = useDeeds();
  const stage = record?.stage;
  const isInForm = stage?.stage === "draft" && !stage.aside;
  const wayBack = stage && !isInForm ? waysBack[stage.stage] : undefined;
  return (
    <>
      <div className={classes.saved}>
        <div role="status" className={classes.told}>
          {record && !isInForm && (
            <>
              <span>
                <strong>{nameOfRecord(words, record)}</strong> {besideName(words, record)}
              </span>
              <StageMark record={record} />
            </>
          )}
        </div>
        {record && !isInForm && (
          <Button
            variant="subtle"
            aria-label={`${say("saved.open")}: ${nameOfRecord(words, record)}`}
            onClick={() => showSaved(id, record)}
          >
            {say("saved.open")}
          </Button>
        )}
        {record && wayBack && (
          <Button
            variant="subtle"
            loading={deeds.isPending}
            aria-label={`${say(wayBack)}: ${nameOfRecord(words, record)}`}
            onClick={() => deeds.mutate({ deed: "into_form", record })}
          >
            {say(wayBack)}
          </Button>
        )}
      </div>
      {deeds.error && <TroubleNote error={deeds.error} />}
    </>
  );
}
