// The cards that were found.

import { useTable } from "@tanstack/react-table";
import { useMemo } from "react";
import { useIntl } from "react-intl";
import { useConnection } from "../../app/connection";
import type { FoundRecord } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import { RecordTable } from "../../table/RecordTable";
import { cardColumns, features, type Lines } from "./columns";
import classes from "./FindCardsPage.module.css";
import { lookingOf, orderKeys, sortBy } from "./looking";

export function CardTable({ cards }: { cards: FoundRecord[] }) {
  const words = useWords();
  const intl = useIntl();
  const store = lookingOf(useConnection().id);
  const order = useStore(store, ({ query }) => query.order);
  const row = useStore(store, (looking) => looking.row);
  const isOpen = useStore(store, (looking) => looking.isOpen);
  const columns = useMemo(() => cardColumns(words, intl), [words, intl]);
  const table = useTable({ features, columns, data: cards });
  return (
    <RecordTable
      table={table}
      label={words.say("find.table")}
      orderKeys={orderKeys}
      order={order}
      onSort={(key) => sortBy(store, key)}
      row={row}
      isOpen={isOpen}
      onRow={(next) => store.set({ row: next })}
      onOpen={(next) => store.set({ row: next, isOpen: true })}
      cell={(record, column) => <TwoLines lines={record.getValue(column)} />}
    />
  );
}

function TwoLines({ lines: [first, second] }: { lines: Lines }) {
  return (
    <>
      <span className={classes.line}>{first}</span>
      {second && <span className={`${classes.line} ${classes.quiet}`}>{second}</span>}
    </>
  );
}
