// A table of records: sorted by the columns that the service can sort by, walked with the arrow
// keys, and drawn only where it is looked at, so that a thousand rows stay light.

import type { ReactTable, Row, RowData, TableFeatures } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import type { Order } from "../backend";
import { ColumnHead } from "./ColumnHead";
import classes from "./RecordTable.module.css";

type Props<F extends TableFeatures, T extends RowData> = {
  table: ReactTable<F, T>;
  label: string;
  /** Keys by which the service can sort. */
  orderKeys: readonly string[];
  order: Order | null;
  onSort: (key: string) => void;
  /** Which row has the caret, and whether its record is open beside the table. */
  row: number;
  isOpen: boolean;
  onRow: (row: number) => void;
  onOpen: (row: number) => void;
  cell: (row: Row<F, T>, column: string) => ReactNode;
};

const rowHeight = 52;

export function RecordTable<F extends TableFeatures, T extends RowData>(props: Props<F, T>) {
  const { table, label, orderKeys, order, onSort, row, isOpen, onRow, onOpen, cell } = props;
  const box = useRef<HTMLDivElement>(null);
  const rows = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head stays in sight above the rows.
    scrollPaddingStart: rowHeight,
  });
  const drawn = virtual.getVirtualItems();
  const before = drawn[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (drawn.at(-1)?.end ?? 0);
  const columns = table.getHeaderGroups()[0]?.headers ?? [];
  const walked = useRef(false);

  useEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    box.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
  }, [row]);

  const walk = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const next = Math.min(Math.max(row + step, 0), rows.length - 1);
    virtual.scrollToIndex(next);
    walked.current = true;
    onRow(next);
  };

  return (
    <section ref={box} className={classes.box} aria-label={label} tabIndex={-1}>
      <table className={classes.table} aria-rowcount={rows.length + 1} onKeyDown={walk}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((head) => (
              <ColumnHead
                key={head.id}
                id={head.column.id}
                isSortable={orderKeys.includes(head.column.id)}
                order={order}
                onSort={onSort}
              >
                <table.FlexRender header={head} />
              </ColumnHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {drawn.map(({ index }) => {
            const record = rows[index];
            if (!record) return null;
            return (
              <tr
                key={record.id}
                aria-rowindex={index + 2}
                aria-current={isOpen && index === row ? "true" : undefined}
                className={classes.row}
                onClick={() => onOpen(index)}
              >
                {columns.map((head, place) => (
                  <td key={head.id}>
                    {place === 0 ? (
                      <button
                        type="button"
                        data-row={index}
                        className={classes.opener}
                        tabIndex={index === row ? 0 : -1}
                        onFocus={() => index !== row && onRow(index)}
                      >
                        {cell(record, head.column.id)}
                      </button>
                    ) : (
                      cell(record, head.column.id)
                    )}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </section>
  );
}

function Gap({ height }: { height: number }) {
  return <tr aria-hidden style={{ height }} />;
}
