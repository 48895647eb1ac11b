// A record whose answer was lost, beside those of the service that are like it: the person decides.

import { Button, Text } from "@mantine/core";
import { IconEqualNot } from "@tabler/icons-react";
import type { Candidate, OutboxRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import type { Deed } from "../../outbox/actions";
import { titleOfRecord } from "../../outbox/naming";
import { useValues } from "../find/values";
import { compare } from "./comparing";
import classes from "./OutboxPage.module.css";
import { SideBySide } from "./SideBySide";
import { WaysOut } from "./WaysOut";

type Props = {
  record: OutboxRecord;
  candidates: Candidate[];
  isBusy: boolean;
  onDeed: (deed: Deed) => void;
};

export function Deciding({ candidates, ...props }: Props) {
  const { say } = useWords();
  const { record, isBusy, onDeed } = props;
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
      <WaysOut send="decide.send_again" {...props} />
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
    <SideBySide
      label={`${say("decide.comparison")}: ${titleOfRecord(words, record)}`}
      heads={[
        { key: "field", head: say("decide.field") },
        { key: "yours", head: say("decide.yours") },
        ...candidates.map((candidate, at) => ({
          key: keyOf(candidate, at),
          head: called(candidate),
        })),
      ]}
    >
      <tbody>
        {compare(record.form, candidates).map(({ key, yours, theirs }) => (
          <tr key={key}>
            <th scope="row">{label(record.form.entity, key)}</th>
            <td>{yours && write(key, yours)}</td>
            {theirs.map(({ text, differs }, at) => (
              <td key={keyOf(candidates[at], at)} data-differs={differs}>
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
            <td key={keyOf(candidate, at)}>
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
    </SideBySide>
  );
}

function keyOf(candidate: Candidate | undefined, at: number): string {
  return String(candidate?.id ?? `at ${at}`);
}
