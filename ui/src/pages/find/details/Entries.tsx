// The fields of a record, one below the other, each with a button that copies it.

import { ActionIcon } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Entity, FoundRecord } from "../../../backend";
import { useWords } from "../../../i18n/useWords";
import { isFlag, isList, listIn, numberBeside, useValues } from "../values";
import classes from "./RecordDetails.module.css";

export function Entries({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <>
      {title && <h3 className={classes.title}>{title}</h3>}
      <dl className={classes.fields}>{children}</dl>
    </>
  );
}

type FieldProps = {
  entity: Entity;
  field: string;
  record: FoundRecord;
  onCopy: (text: string) => void;
};

/** A field of the contract. */
export function FieldEntry({ entity, field, record, onCopy }: FieldProps) {
  const { say, label } = useWords();
  const write = useValues(entity);
  const text = record.fields[field] ?? "";
  const number = record.fields[numberBeside(entity, field) ?? ""];
  const beside = number && !isList(entity, field) ? say("details.number", { number }) : null;
  return (
    <Entry
      name={label(entity, field)}
      text={isFlag(entity, field) ? say("flag.set") : write(field, text)}
      beside={beside}
      marks={isList(entity, field) ? listIn(write(field, text)) : null}
      onCopy={onCopy}
    />
  );
}

type EntryProps = {
  name: string;
  text: string;
  /** What stands quieter beside it. */
  beside?: string | null;
  /** Its values, where it holds several. */
  marks?: readonly string[] | null;
  onCopy: (text: string) => void;
};

export function Entry({ name, text, beside, marks, onCopy }: EntryProps) {
  const { say } = useWords();
  const label = say("details.copy_named", { label: name });
  return (
    <div className={classes.entry}>
      <dt>{name}</dt>
      <dd>
        {marks ? <Marks texts={marks} /> : text}
        {beside && <span className={classes.beside}> {beside}</span>}
      </dd>
      <dd className={classes.copy}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={label}
          title={label}
          onClick={() => onCopy(text)}
        >
          <IconCopy size={16} aria-hidden />
        </ActionIcon>
      </dd>
    </div>
  );
}

function Marks({ texts }: { texts: readonly string[] }) {
  return (
    <ul className={classes.marks}>
      {texts.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list may hold a text twice
        <li key={at}>{text}</li>
      ))}
    </ul>
  );
}
