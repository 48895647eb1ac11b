// A record whose answer was lost, beside those of the service that are like it: the person decides.

import { Button, Group, Text } from "@mantine/core";
import { IconEqualNot } from "@tabler/icons-react";
import { useState } from "react";
import { Confirm } from "../../app/Confirm";
import type { Candidate, OutboxRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import type { Deed } from "../../outbox/actions";
import { nameOfRecord, titleOfRecord } from "../../outbox/naming";
import { useValues } from "../find/values";
import { compare } from "./comparing";
import classes from "./OutboxPage.module.css";

type Props = {
  record: OutboxRecord;
  candidates: Candidate[];
  isBusy: boolean;
  onDeed: (deed: Deed) => void;
};

export function Deciding({ record, candidates, isBusy, onDeed }: Props) {
  const words = useWords();
  const { say } = words;
  const [asked, ask] = useState(false);
  const name = nameOfRecord(words, record);
  return (
    <div className={classes.deciding}>
      <Text>{say(candidates.length > 0 ? "decide.alike" : "decide.not_listed")}</Text>
      {candidates.length > 0 && (
        <Comparison
          record={record}
          candidates={candidates}
          isBusy={isBusy}
          onThatOne={(id) =>
            onDeed({ deed: "decide", record, decision: { decision: "that_one", id } })
          }
        />
      )}
      <Group gap="xs">
        <Button
          variant="default"
          disabled={isBusy}
          aria-label={`${say("decide.send_again")}: ${name}`}
          onClick={() => ask(true)}
        >
          {say("decide.send_again")}
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
        title={say("decide.send_again")}
        question={say("decide.send_again_confirm", { name })}
        action={say("decide.send_again")}
        onConfirm={() => onDeed({ deed: "decide", record, decision: { decision: "send_again" } })}
        onClose={() => ask(false)}
      />
    </div>
  );
}

type ComparisonProps = {
  record: OutboxRecord;
  candidates: Candidate[];
  isBusy: boolean;
  onThatOne: (id: number) => void;
};

function Comparison({ record, candidates, isBusy, onThatOne }: ComparisonProps) {
  const words = useWords();
  const { say, label } = words;
  const write = useValues(record.form.entity);
  const called = ({ id }: Candidate) =>
    id === null ? say("decide.no_number") : say("decide.number", { id: String(id) });
  return (
    <section
      className={classes.comparison}
      aria-label={`${say("decide.comparison")}: ${titleOfRecord(words, record)}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide comparison is scrolled by key too
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{say("decide.field")}</th>
            <th scope="col">{say("decide.yours")}</th>
            {candidates.map((candidate, at) => (
              <th key={candidate.id ?? `at ${at}`} scope="col">
                {called(candidate)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compare(record.form, candidates).map(({ key, yours, theirs }) => (
            <tr key={key}>
              <th scope="row">{label(record.form.entity, key)}</th>
              <td>{yours && write(key, yours)}</td>
              {theirs.map(({ text, differs }, at) => (
                <td key={candidates[at]?.id ?? `at ${at}`} data-differs={differs}>
                  {text && write(key, text)}
                  {differs && (
                    <span className={classes.differs}>
                      <IconEqualNot size={16} aria-hidden />
                      {say("decide.differs")}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <td />
            {candidates.map((candidate, at) => (
              <td key={candidate.id ?? `at ${at}`}>
                {candidate.id !== null && (
                  <Button
                    disabled={isBusy}
                    aria-label={`${say("decide.that_one")}: ${called(candidate)}`}
                    onClick={() => onThatOne(Number(candidate.id))}
                  >
                    {say("decide.that_one")}
                  </Button>
                )}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
