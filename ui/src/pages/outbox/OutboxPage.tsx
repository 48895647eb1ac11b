// Everything that is typed and not registered yet: what needs the person, what is on its way, and
// the drafts.

import { Button, Stack, Text, Title } from "@mantine/core";
import { useRef } from "react";
import { places } from "../../app/places";
import { TroubleNote } from "../../app/TroubleNote";
import { type OutboxRecord, troubleOf } from "../../backend";
import { useDraftsInForms } from "../../form/DraftsLink";
import type { MessageId } from "../../i18n/messages";
import { useWords, type Words } from "../../i18n/useWords";
import { type Deed, useDeeds } from "../../outbox/actions";
import { needsPerson, useOutbox } from "../../outbox/records";
import classes from "./OutboxPage.module.css";
import { PauseNote } from "./PauseNote";
import { RecordEntry } from "./RecordEntry";

export function OutboxPage() {
  const words = useWords();
  const { say } = words;
  const { data: records, error, refetch } = useOutbox();
  const inForms = useDraftsInForms();
  const title = useRef<HTMLHeadingElement>(null);
  const deeds = useDeeds();
  // What was done makes its button go: the caret is put where the page begins.
  const act = (deed: Deed) => deeds.mutate(deed, { onSuccess: () => title.current?.focus() });

  const shown = (records ?? []).filter(({ id }) => !inForms.includes(id));
  const isDraft = ({ stage }: OutboxRecord) => stage.stage === "draft";
  const sections: { title: MessageId; records: OutboxRecord[] }[] = [
    { title: "outbox.needs_you", records: shown.filter(needsPerson) },
    {
      title: "outbox.on_its_way",
      records: shown.filter((record) => !isDraft(record) && !needsPerson(record)),
    },
    { title: "outbox.drafts", records: shown.filter(isDraft) },
  ];
  return (
    <Stack gap="md" className={classes.page}>
      <Title order={1} ref={title} tabIndex={-1} className={classes.title}>
        {say("outbox.title")}
      </Title>
      {error && (
        <TroubleNote error={error}>
          <Button onClick={() => refetch()}>{say("action.try_again")}</Button>
        </TroubleNote>
      )}
      {deeds.error && (
        <TroubleNote error={deeds.error} safe={whatIsWrong(words, deeds.error, deeds.variables)} />
      )}
      {records && <PauseNote records={records} />}
      {records && shown.length === 0 && <Empty />}
      {sections
        .filter(({ records }) => records.length > 0)
        .map(({ title, records }) => (
          <section key={title} className={classes.section} aria-label={say(title)}>
            <Title order={2}>{say(title)}</Title>
            <ul className={classes.records}>
              {records.map((record) => (
                <li key={record.id} className={classes.record}>
                  <RecordEntry record={record} isBusy={deeds.isPending} onDeed={act} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </Stack>
  );
}

/** The fields that keep a record from being sent, each with its reason. */
function whatIsWrong(words: Words, error: Error, deed: Deed | undefined): string | undefined {
  const trouble = troubleOf(error);
  if (trouble.code !== "invalid" || !deed) return undefined;
  const { entity } = deed.record.form;
  const told = trouble.problems.map(
    ({ key, fault }) => `${words.label(entity, key)}: ${words.fault(fault)}`,
  );
  return told.join(" ");
}

function Empty() {
  const { say } = useWords();
  return (
    <Stack align="flex-start" gap="sm">
      <Text size="md">{say("outbox.empty")}</Text>
      <Text c="dimmed">{say("outbox.empty_hint")}</Text>
      <Button component="a" href={`#${places.registerCard}`} variant="default">
        {say("connect.start")}
      </Button>
    </Stack>
  );
}
