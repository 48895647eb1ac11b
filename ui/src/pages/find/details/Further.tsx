// What HotProfile answers beyond the fields that are published for its answers, folded away.

import { Text } from "@mantine/core";
import type { Entity, FoundRecord } from "../../../backend";
import { labelId } from "../../../i18n/messages";
import { useWords, type Words } from "../../../i18n/useWords";
import { unpublished, useValues } from "../values";
import { Entries, Entry } from "./Entries";
import classes from "./RecordDetails.module.css";

type Props = { entity: Entity; record: FoundRecord; onCopy: (text: string) => void };

export function Further({ entity, record: { fields }, onCopy }: Props) {
  const words = useWords();
  const write = useValues(entity);
  const keys = unpublished(entity, fields);
  if (keys.length === 0) return null;
  const isNamed = keys.every((key) => labelId(entity, key) !== null);
  return (
    <details className={classes.folded}>
      <summary>{words.say("details.further", { count: keys.length })}</summary>
      {!isNamed && <Text className={classes.beside}>{words.say("details.further_names")}</Text>}
      <Entries>
        {keys.map((key) => (
          <Entry
            key={key}
            name={furtherLabel(words, entity, key)}
            text={write(key, fields[key] ?? "")}
            onCopy={onCopy}
          />
        ))}
      </Entries>
    </details>
  );
}

/** Its usual name, where it has one elsewhere; else the words of which its key is made. */
export function furtherLabel({ label }: Words, entity: Entity, key: string): string {
  return labelId(entity, key) === null ? wordsOf(key) : label(entity, key);
}

/** `salesRank_2` as "sales rank 2". */
function wordsOf(key: string): string {
  const words = key
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .split(/[\s_.:/-]+/)
    .filter(Boolean)
    .map((word) => (/^\p{Lu}\p{Ll}/u.test(word) ? word.toLowerCase() : word));
  return words.join(" ") || key;
}
