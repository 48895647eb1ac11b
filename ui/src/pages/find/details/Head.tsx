// The head of the details: whose they are, and what closes or copies them.

import { ActionIcon, CloseButton, Title } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import type { Entity, FoundRecord } from "../../../backend";
import { useWords } from "../../../i18n/useWords";
import { inOneLine } from "../../../table/copying";
import { columnLabel, nameIn } from "../columns";
import { answeredFields, unpublished, useValues } from "../values";
import { furtherLabel } from "./Further";
import classes from "./RecordDetails.module.css";

type Props = {
  entity: Entity;
  record: FoundRecord;
  onCopy: (text: string) => void;
  onClose: () => void;
};

export function Head({ entity, record, onCopy, onClose }: Props) {
  const { say } = useWords();
  const asText = useAsText(entity);
  const name = nameIn(record.fields) || say("find.no_name");
  return (
    <header className={classes.head}>
      <Title order={2} className={classes.name} title={name}>
        {name}
      </Title>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={say("details.copy_all")}
        title={say("details.copy_all")}
        onClick={() => onCopy(asText(record))}
      >
        <IconCopy size={18} aria-hidden />
      </ActionIcon>
      <CloseButton size={34} aria-label={say("action.close")} title="Esc" onClick={onClose} />
    </header>
  );
}

/** A record as text: a line for each field, its name and what it holds with a tab between them. */
function useAsText(entity: Entity): (record: FoundRecord) => string {
  const words = useWords();
  const write = useValues(entity);
  return ({ fields, items }) => {
    const answered = answeredFields(entity).map(({ key }) => key as string);
    const known = answered
      .filter((key) => fields[key] && !(key === "items" && items.length > 0))
      .map((key) => [columnLabel(words, entity, key), write(key, fields[key] ?? "")]);
    const own = items.map((item) => [item.label, item.value]);
    const further = unpublished(entity, fields).map((key) => [
      furtherLabel(words, entity, key),
      write(key, fields[key] ?? ""),
    ]);
    return [...known, ...own, ...further]
      .map((parts) => parts.map(inOneLine).join("\t"))
      .join("\n");
  };
}
