// The ways out of what the program can not decide: back into the form, or sent all the same.

import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { Confirm } from "../../app/Confirm";
import type { OutboxRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import type { Deed } from "../../outbox/actions";
import { nameOfRecord } from "../../outbox/naming";

type Props = { record: OutboxRecord; isBusy: boolean; onDeed: (deed: Deed) => void };

/** Sends it after asking, or takes it back. */
export function WaysOut({
  send,
  ...props
}: Props & { send: "decide.send_again" | "conflict.send_anyway" }) {
  const words = useWords();
  const { say } = words;
  const { record, isBusy, onDeed } = props;
  const [asked, ask] = useState(false);
  const name = nameOfRecord(words, record);
  return (
    <>
      <Group gap="xs">
        <Button
          variant="default"
          disabled={isBusy}
          aria-label={`${say(send)}: ${name}`}
          onClick={() => ask(true)}
        >
          {say(send)}
        </Button>
        <IntoForm {...props} />
      </Group>
      <Confirm
        opened={asked}
        title={say(send)}
        question={say(`${send}_confirm`, { name })}
        action={say(send)}
        onConfirm={() => onDeed({ deed: "decide", record, decision: { decision: "send_again" } })}
        onClose={() => ask(false)}
      />
    </>
  );
}

/** Takes it back into the form. */
export function IntoForm({ record, isBusy, onDeed }: Props) {
  const words = useWords();
  return (
    <Button
      variant="default"
      disabled={isBusy}
      aria-label={`${words.say("record.into_form")}: ${nameOfRecord(words, record)}`}
      onClick={() => onDeed({ deed: "into_form", record })}
    >
      {words.say("record.into_form")}
    </Button>
  );
}
