// A change that is at the service, with fields that are not as they should be: each with its old
// value at hand.

import { ActionIcon, Button, Group, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import type { Alteration, OutboxRecord } from "../../backend";
import { useChoices } from "../../choices/choices";
import { useWords } from "../../i18n/useWords";
import type { Deed } from "../../outbox/actions";
import { nameOfRecord, titleOfRecord } from "../../outbox/naming";
import { copyText } from "../../table/copying";
import { useValues } from "../find/values";
import classes from "./OutboxPage.module.css";
import { putBack, writable } from "./puttingBack";
import { SideBySide } from "./SideBySide";

type Props = {
  record: OutboxRecord;
  alterations: Alteration[];
  isBusy: boolean;
  onDeed: (deed: Deed) => void;
};

const heads = ["decide.field", "altered.before", "altered.after"] as const;

export function Altered({ record, alterations, isBusy, onDeed }: Props) {
  const words = useWords();
  const { say, label } = words;
  const { entity } = record.form;
  const write = useValues(entity);
  const { id } = useConnection();
  const choices = useChoices();
  const leaving = useRef(new AbortController());
  const puttingBack = useMutation({
    mutationFn: () => putBack(id, record, alterations, choices, leaving.current.signal),
  });
  // Whoever leaves meanwhile is not taken into the form later.
  useEffect(() => {
    const left = new AbortController();
    leaving.current = left;
    return () => left.abort();
  }, []);
  const canPutBack = writable(entity, alterations).length > 0;
  const name = nameOfRecord(words, record);
  return (
    <div className={classes.deciding}>
      <Text>{say("altered.what")}</Text>
      <SideBySide
        label={`${say("altered.fields")}: ${titleOfRecord(words, record)}`}
        heads={heads.map((key) => ({ key, head: say(key) }))}
      >
        <tbody>
          {alterations.map(({ key, before, after }) => (
            <tr key={key}>
              <th scope="row">{label(entity, key)}</th>
              <td>
                {before === "" ? (
                  say("conflict.empty")
                ) : (
                  <span className={classes.old}>
                    {write(key, before)}
                    <Copy text={before} name={label(entity, key)} />
                  </span>
                )}
              </td>
              <td data-differs>{after === "" ? say("conflict.empty") : write(key, after)}</td>
            </tr>
          ))}
        </tbody>
      </SideBySide>
      {puttingBack.error && (
        <TroubleNote error={puttingBack.error} safe={say("altered.not_put_back")} />
      )}
      <Group gap="xs">
        {canPutBack && (
          <Button
            disabled={isBusy}
            loading={puttingBack.isPending}
            aria-label={`${say("altered.put_back")}: ${name}`}
            onClick={() => puttingBack.mutate()}
          >
            {say("altered.put_back")}
          </Button>
        )}
        <Button
          variant="default"
          disabled={isBusy}
          aria-label={`${say("altered.seen")}: ${name}`}
          onClick={() => onDeed({ deed: "decide", record, decision: { decision: "seen" } })}
        >
          {say("altered.seen")}
        </Button>
      </Group>
    </div>
  );
}

function Copy({ text, name }: { text: string; name: string }) {
  const { say } = useWords();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => setCopied(await copyText(text));
  const title = say("altered.copy", { name });
  return (
    <>
      <ActionIcon variant="default" size={32} aria-label={title} title={title} onClick={copy}>
        {isCopied ? <IconCheck size={18} aria-hidden /> : <IconCopy size={18} aria-hidden />}
      </ActionIcon>
      <span role="status" className="visually-hidden">
        {isCopied && say("recovery.copied")}
      </span>
    </>
  );
}
