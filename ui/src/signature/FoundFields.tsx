// The fields that were found: each with its tick, to be corrected, and with what stands in the form.

import { Checkbox, Text, Textarea, TextInput } from "@mantine/core";
import { useConnection } from "../app/connection";
import type { Entity } from "../backend";
import { ChoiceInput } from "../choices/ChoiceInput";
import { useChoices } from "../choices/choices";
import { declaredField } from "../form/layout";
import { useWords } from "../i18n/useWords";
import { type Row, readingOf, take } from "./reading";
import classes from "./SignatureDialog.module.css";

type Props = { entity: Entity; rows: readonly Row[] };

export function FoundFields({ entity, rows }: Props) {
  const { say } = useWords();
  return (
    <ul className={classes.rows} aria-label={say("signature.fields")}>
      {rows.map((row) => (
        <FoundField key={row.key} entity={entity} row={row} />
      ))}
    </ul>
  );
}

function FoundField({ entity, row }: { entity: Entity; row: Row }) {
  const { say, label } = useWords();
  const { titleOf } = useChoices();
  const reading = readingOf(useConnection().id);
  const { key, value, present, isTaken } = row;
  const field = declaredField(entity, key);
  const name = label(entity, key);
  const of = field?.kind.type === "id" ? field.kind.of : null;
  const correct = (text: string) => {
    reading.set({ corrected: { ...reading.get().corrected, [key]: text } });
    take(reading, key, true);
  };
  const common = { name: `signature_${key}`, "aria-label": name, value };
  const box = () => {
    if (of !== null) return <ChoiceInput {...common} of={of} onChange={correct} />;
    if (field?.long) {
      return (
        <Textarea {...common} rows={2} onChange={(event) => correct(event.currentTarget.value)} />
      );
    }
    return <TextInput {...common} onChange={(event) => correct(event.currentTarget.value)} />;
  };
  return (
    <li className={classes.row} data-taken={isTaken}>
      <Checkbox
        className={classes.take}
        label={name}
        aria-label={say("signature.take", { field: name })}
        checked={isTaken}
        onChange={(event) => take(reading, key, event.currentTarget.checked)}
      />
      <div>
        {box()}
        {present !== "" && (
          <Text size="sm" className={classes.present}>
            {say("signature.present", {
              value: (of !== null && titleOf(of, present)) || present,
            })}
          </Text>
        )}
      </div>
    </li>
  );
}
