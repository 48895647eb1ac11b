// One record of the outbox: its name, where it stands, and what can be done with it.

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Confirm } from "../../app/Confirm";
import type { OutboxRecord, Stage } from "../../backend";
import { writeMoment } from "../../i18n/dates";
import type { MessageId } from "../../i18n/messages";
import { useWords } from "../../i18n/useWords";
import type { Deed } from "../../outbox/actions";
import { besideName, nameOfRecord, titleOfRecord } from "../../outbox/naming";
import { StageMark } from "../../outbox/StageMark";
import { Altered } from "./Altered";
import { Conflict } from "./Conflict";
import { Deciding } from "./Deciding";
import { Gone } from "./Gone";
import classes from "./OutboxPage.module.css";

type Props = { record: OutboxRecord; isBusy: boolean; onDeed: (deed: Deed) => void };

export function RecordEntry({ record, isBusy, onDeed }: Props) {
  const words = useWords();
  const { say } = words;
  const intl = useIntl();
  const [asked, ask] = useState(false);
  const { stage, saved_at } = record;
  const name = nameOfRecord(words, record);
  const wayBack = wayBackOf(stage);
  const button = (id: MessageId) => ({ disabled: isBusy, "aria-label": `${say(id)}: ${name}` });
  return (
    <>
      <div className={classes.line}>
        <div className={classes.about}>
          <div className={classes.names}>
            <strong>{titleOfRecord(words, record)}</strong>
            <span>{besideName(words, record)}</span>
            <span className={classes.quiet}>{writeMoment(intl, saved_at)}</span>
          </div>
          <StageMark record={record} />
        </div>
        <Group gap="xs">
          {stage.stage === "draft" && (
            <Button
              {...button("record.throw_away")}
              variant="subtle"
              color="red"
              onClick={() => ask(true)}
            >
              {say("record.throw_away")}
            </Button>
          )}
          {wayBack && (
            <Button
              {...button(wayBack)}
              variant="default"
              onClick={() => onDeed({ deed: "into_form", record })}
            >
              {say(wayBack)}
            </Button>
          )}
        </Group>
      </div>
      {stage.stage === "undecided" && (
        <Deciding record={record} candidates={stage.candidates} isBusy={isBusy} onDeed={onDeed} />
      )}
      {stage.stage === "conflict" && stage.differences.length > 0 && (
        <Conflict record={record} differences={stage.differences} isBusy={isBusy} onDeed={onDeed} />
      )}
      {stage.stage === "conflict" && stage.differences.length === 0 && (
        <Gone record={record} isBusy={isBusy} onDeed={onDeed} />
      )}
      {stage.stage === "altered" && (
        <Altered record={record} alterations={stage.alterations} isBusy={isBusy} onDeed={onDeed} />
      )}
      <Confirm
        opened={asked}
        title={say("record.throw_away")}
        question={say("record.throw_away_confirm", { name })}
        action={say("record.throw_away")}
        onConfirm={() => onDeed({ deed: "throw_away", record })}
        onClose={() => ask(false)}
      />
    </>
  );
}

/** How the way back into the form is called, where there is one; those that wait for the person have
 * their own. */
function wayBackOf({ stage }: Stage): MessageId | null {
  switch (stage) {
    case "draft":
      return "record.take_up";
    case "waiting":
      return "record.withdraw";
    case "refused":
      return "record.into_form";
    default:
      return null;
  }
}
