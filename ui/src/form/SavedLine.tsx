// What became of the record before: its name, where it stands now, and the way back while there is one.

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
  const { atWork } = formsOf(useConnection().id);
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
