// Everything that is known of one record, beside the table.

import type { Entity, FoundRecord } from "../../../backend";
import { useWords } from "../../../i18n/useWords";
import { answeredFields, isFlag, isSet, numberBeside } from "../values";
import { Actions } from "./Actions";
import { Entries, Entry, FieldEntry } from "./Entries";
import { Folded } from "./Folded";
import { Further } from "./Further";
import { Head } from "./Head";
import { More } from "./More";
import classes from "./RecordDetails.module.css";
import { Company } from "./Related";
import { UnderName } from "./UnderName";

type Props = {
  entity: Entity;
  record: FoundRecord;
  onCopy: (text: string) => void;
  onClose: () => void;
};

export function RecordDetails({ entity, record, onCopy, onClose }: Props) {
  const { say } = useWords();
  const { filled, notSet, empty } = sorted(entity, record);
  return (
    <aside className={classes.panel} aria-label={say(`find.${entity}.details`)}>
      <Head entity={entity} record={record} onCopy={onCopy} onClose={onClose} />
      <div className={classes.ways}>
        <Actions entity={entity} record={record} />
        {entity !== "clients" && <Company fields={record.fields} />}
        <More entity={entity} record={record} />
        {entity === "clients" && record.fields.name && (
          <UnderName key={record.id} name={record.fields.name} />
        )}
      </div>
      <Entries>
        {filled.map((key) => (
          <FieldEntry key={key} entity={entity} field={key} record={record} onCopy={onCopy} />
        ))}
      </Entries>
      {record.items.length > 0 && (
        <Entries title={say("field.items")}>
          {record.items.map(({ label, value }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two items may have the same label
            <Entry key={at} name={label || say("field.items")} text={value} onCopy={onCopy} />
          ))}
        </Entries>
      )}
      <Folded entity={entity} title="details.not_set" fields={notSet} />
      <Folded entity={entity} title="details.empty" fields={empty} />
      <Further entity={entity} record={record} onCopy={onCopy} />
    </aside>
  );
}

/** The fields of a record: those that hold something, and the others. */
function sorted(entity: Entity, { fields, items }: FoundRecord) {
  const inOrder = answeredFields(entity).map(({ key }) => key as string);
  // A number stands beside its name, and the items in a list of their own.
  const isElsewhere = (key: string) =>
    (key === "items" && items.length > 0) ||
    inOrder.some((name) => numberBeside(entity, name) === key && fields[name]);
  const own = inOrder.filter((key) => !isElsewhere(key));
  const holds = (key: string) => (isFlag(entity, key) ? isSet(fields[key]) : fields[key]);
  return {
    filled: own.filter(holds),
    notSet: own.filter((key) => isFlag(entity, key) && !isSet(fields[key])),
    empty: own.filter((key) => !isFlag(entity, key) && !fields[key]),
  };
}
