// A change whose record can not be found at the service any more.

import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "../../app/Confirm";
import type { OutboxRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import type { Deed } from "../../outbox/actions";
import { nameOfRecord } from "../../outbox/naming";
import classes from "./OutboxPage.module.css";

type Props = { record: OutboxRecord; isBusy: boolean; onDeed: (deed: Deed) => void };

export function Gone({ record, isBusy, onDeed }: Props) {
  const words = useWords();
  const { say } = words;
  const [asked, ask] = useState(false);
  const name = nameOfRecord(words, record);
  return (
    <div className={classes.deciding}>
      <Text>{say("conflict.gone")}</Text>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={isBusy}
          aria-label={`${say("conflict.send_anyway")}: ${name}`}
          onClick={() => ask(true)}
        >
          {say("conflict.send_anyway")}
        </Button>
        <Button
          variant="default"
          disabled={isBusy}
          aria-label={`${say("record.into_form")}: ${name}`}
          onClick={() => onDeed({ deed: "into_form", record })}
        >
          {say("record.into_form")}
        </Button>
      </Group>
      <Confirm
        opened={asked}
        title={say("conflict.send_anyway")}
        question={say("conflict.send_anyway_confirm", { name })}
        action={say("conflict.send_anyway")}
        onConfirm={() => onDeed({ deed: "decide", record, decision: { decision: "send_again" } })}
        onClose={() => ask(false)}
      />
    </div>
  );
}
