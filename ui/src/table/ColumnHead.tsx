// The head of a column: a button where the service can sort by it.

import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { Order } from "../backend";
import { useWords } from "../i18n/useWords";
import classes from "./RecordTable.module.css";

type Props = {
  id: string;
  header: string;
  isSortable: boolean;
  order: Order | null;
  onSort: (key: string) => void;
  /** What makes it a cell of the grid. */
  cell: { tabIndex: number; "data-cell": string; onFocus: () => void };
};

export function ColumnHead({ id, header, isSortable, order, onSort, cell }: Props) {
  const { say } = useWords();
  if (!isSortable) {
    return (
      <th scope="col" className={classes.heading} {...cell}>
        {header}
      </th>
    );
  }
  const isSorted = order?.key === id;
  const Sign = isSorted ? (order.descending ? IconArrowDown : IconArrowUp) : IconArrowsSort;
  const direction = order?.descending ? "descending" : "ascending";
  const next = isSorted && order.descending ? "find.sort_up" : "find.sort_down";
  return (
    <th scope="col" className={classes.heading} aria-sort={isSorted ? direction : "none"}>
      <button
        type="button"
        className={classes.sort}
        title={say(next)}
        onClick={() => onSort(id)}
        {...cell}
      >
        {header}
        <Sign size={16} aria-hidden className="sign" />
      </button>
    </th>
  );
}
