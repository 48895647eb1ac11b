// What is typed beside what is known of a likely duplicate: what differs, field by field, one below
// the other, so that it fits beside the form.

import { IconEqualNot } from "@tabler/icons-react";
import { contract, type Duplicate } from "../backend";
import { type FormStore, typedOf } from "../form/form";
import { useWords } from "../i18n/useWords";
import { useValues } from "../pages/find/values";
import { compare } from "../pages/outbox/comparing";
import { useStore } from "../store/store";
import classes from "./Duplicates.module.css";

type Props = { store: FormStore; duplicate: Duplicate; name: string };

export function Differences({ store, duplicate, name }: Props) {
  const { say, label } = useWords();
  const form = useStore(store, (form) => form);
  const write = useValues(form.entity);
  const { fields } = duplicate;
  const rows = compare(typedOf(form), [{ id: null, fields }]).flatMap(({ key, yours, theirs }) => {
    const [{ text, differs } = { text: "", differs: false }] = theirs;
    return differs && !isLong(form.entity, key) ? [{ key, yours, theirs: text }] : [];
  });
  // What is typed differently first, then what is not typed yet.
  const sorted = [...rows.filter(({ yours }) => yours), ...rows.filter(({ yours }) => !yours)];
  if (sorted.length === 0)
    return <p className={classes.quiet}>{say("duplicates.no_difference")}</p>;
  const told = (key: string, text: string) => (text === "" ? "–" : write(key, text));
  return (
    <table className={classes.differences}>
      <caption className="visually-hidden">{`${say("decide.comparison")}: ${name}`}</caption>
      <thead>
        <tr>
          <th scope="col">{say("duplicates.typed")}</th>
          <th scope="col">{say("duplicates.there")}</th>
        </tr>
      </thead>
      {sorted.map(({ key, yours, theirs }) => (
        <tbody key={key}>
          <tr>
            <th scope="rowgroup" colSpan={2}>
              {label(form.entity, key)}
            </th>
          </tr>
          <tr data-differs={yours !== "" && theirs !== ""}>
            <td>{told(key, yours)}</td>
            <td>
              {told(key, theirs)}
              {yours !== "" && theirs !== "" && (
                <IconEqualNot size={16} role="img" aria-label={say("decide.differs")} />
              )}
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

/** Memos are not kept on this machine: that they differ can not be told. */
function isLong(entity: keyof typeof contract, wanted: string): boolean {
  return contract[entity].fields.some(({ key, long }) => key === wanted && long);
}
