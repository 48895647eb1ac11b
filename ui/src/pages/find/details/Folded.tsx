// Fields of which nothing is known, folded away: their names alone.

import type { Entity } from "../../../backend";
import { useWords } from "../../../i18n/useWords";
import classes from "./RecordDetails.module.css";

type Props = {
  entity: Entity;
  title: "details.empty" | "details.not_set";
  fields: readonly string[];
};

export function Folded({ entity, title, fields }: Props) {
  const { say, label } = useWords();
  if (fields.length === 0) return null;
  return (
    <details className={classes.folded}>
      <summary>{say(title, { count: fields.length })}</summary>
      <ul>
        {fields.map((key) => (
          <li key={key}>{label(entity, key)}</li>
        ))}
      </ul>
    </details>
  );
}
