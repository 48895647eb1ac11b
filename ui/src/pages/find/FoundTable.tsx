// The records that were found.

import { useMemo } from "react";
import type { Entity, FoundRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import { RecordTable } from "../../table/RecordTable";
import { columnsOf } from "./columns";
import { orderKeys } from "./keeping";
import { sortBy, useFinding } from "./looking";
import { useValues } from "./values";

type Props = { entity: Entity; records: FoundRecord[]; onCopy: (text: string) => void };

export function FoundTable({ entity, records, onCopy }: Props) {
  const words = useWords();
  const write = useValues(entity);
  const finding = useFinding(entity);
  const order = useStore(finding.looking, ({ query }) => query.order);
  const shown = useStore(finding.looking, (looking) => looking.columns);
  const caret = useStore(finding.caret, (place) => place);
  const columns = useMemo(() => {
    const all = columnsOf(entity, words, write);
    return shown.flatMap((id) => all.find((column) => column.id === id) ?? []);
  }, [entity, words, write, shown]);
  return (
    <RecordTable
      columns={columns}
      records={records}
      label={words.say(`find.${entity}.table`)}
      orderKeys={orderKeys(entity)}
      order={order}
      onSort={(key) => sortBy(finding, key)}
      caret={caret}
      isOpen={caret.isOpen}
      onCaret={(next) => finding.caret.set(next)}
      onOpen={(next) => finding.caret.set({ ...next, isOpen: true })}
      onCopy={onCopy}
    />
  );
}
