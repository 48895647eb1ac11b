// A change whose record a colleague changed meanwhile: the versions side by side, and the choice.

import { Button, Group, Radio, Text } from "@mantine/core";
import { useId, useState } from "react";
import type { Difference, OutboxRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import type { Deed } from "../../outbox/actions";
import { nameOfRecord, titleOfRecord } from "../../outbox/naming";
import { useValues } from "../find/values";
import classes from "./OutboxPage.module.css";
import { SideBySide } from "./SideBySide";
import {
  type Chosen,
  chosenAtFirst,
  needsCompany,
  type Side,
  undecidedIn,
  type Version,
  valuesOf,
  versionsIn,
} from "./versions";
import { IntoForm } from "./WaysOut";

type Props = {
  record: OutboxRecord;
  differences: Difference[];
  isBusy: boolean;
  onDeed: (deed: Deed) => void;
};

export function Conflict({ record, differences, isBusy, onDeed }: Props) {
  const words = useWords();
  const { say, label } = words;
  const { entity } = record.form;
  const versions = versionsIn(entity, differences);
  // Where it changes yet again, what was chosen for other versions no longer counts.
  const [choice, choose] = useState<{ of: string; chosen: Chosen } | null>(null);
  const of = JSON.stringify(differences);
  const chosen = choice?.of === of ? choice.chosen : chosenAtFirst(versions);
  const open = undecidedIn(versions, chosen);
  const values = valuesOf(versions, chosen);
  const isNothing = Object.keys(values).length === 0;
  const isForForm = !isNothing && needsCompany(entity, versions, chosen);
  const hint = useId();
  const name = nameOfRecord(words, record);
  return (
    <div className={classes.deciding}>
      <Text>{say("conflict.what")}</Text>
      <Versions
        record={record}
        versions={versions}
        chosen={chosen}
        onChoose={(key, side) => choose({ of, chosen: { ...chosen, [key]: side } })}
      />
      <Text id={hint} role="status" className={classes.quiet}>
        {open.length > 0
          ? say("conflict.choose", {
              count: open.length,
              fields: words.list(open.map(({ key }) => label(entity, key))),
            })
          : isForForm
            ? say("conflict.company")
            : say(isNothing ? "conflict.nothing" : "conflict.sends", {
                count: Object.keys(values).length,
              })}
      </Text>
      <Group gap="xs">
        <Button
          disabled={isBusy || open.length > 0 || isForForm}
          aria-label={`${say(isNothing ? "conflict.leave" : "conflict.send")}: ${name}`}
          aria-describedby={hint}
          onClick={() =>
            onDeed({ deed: "decide", record, decision: { decision: "resolve", values } })
          }
        >
          {say(isNothing ? "conflict.leave" : "conflict.send")}
        </Button>
        <IntoForm record={record} isBusy={isBusy} onDeed={onDeed} />
      </Group>
    </div>
  );
}

type VersionsProps = {
  record: OutboxRecord;
  versions: Version[];
  chosen: Chosen;
  onChoose: (key: string, side: Side) => void;
};

const heads = ["decide.field", "conflict.opened", "conflict.ours", "conflict.theirs"] as const;

function Versions({ record, versions, chosen, onChoose }: VersionsProps) {
  const words = useWords();
  const { say, label } = words;
  const { entity } = record.form;
  const write = useValues(entity);
  const told = (key: string, text: string) =>
    text === "" ? say("conflict.empty") : write(key, text);
  const service = ({ key, shownAs, isHidden }: Version, text: string) =>
    isHidden ? say("conflict.hidden") : told(shownAs ?? key, text);
  return (
    <SideBySide
      label={`${say("decide.comparison")}: ${titleOfRecord(words, record)}`}
      heads={heads.map((key) => ({ key, head: say(key) }))}
    >
      <tbody>
        {versions.map((version) => {
          const { key, ours, opened, theirs } = version;
          const name = `${record.id} ${key}`;
          const side = (side: Side, text: string) => (
            <Radio
              size="md"
              classNames={{ body: classes.side, label: classes.sideLabel }}
              name={name}
              aria-label={`${label(entity, key)}, ${say(`conflict.${side}`)}: ${text}`}
              label={text}
              checked={chosen[key] === side}
              onChange={() => onChoose(key, side)}
            />
          );
          return (
            <tr key={key}>
              <th scope="row">{label(entity, key)}</th>
              <td>{service(version, opened)}</td>
              {ours === null ? (
                <>
                  <td className={classes.quiet}>{say("conflict.untouched")}</td>
                  <td data-differs>{service(version, theirs)}</td>
                </>
              ) : (
                <>
                  <td data-differs={opened !== ours}>{side("ours", told(key, ours))}</td>
                  <td data-differs={opened !== theirs}>
                    {side("theirs", service(version, theirs))}
                  </td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </SideBySide>
  );
}
