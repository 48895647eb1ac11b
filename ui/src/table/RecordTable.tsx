// A table of records: a grid that is walked with the arrow keys, sorted by what the service can
// sort by, with its first column in sight, and drawn only where it is looked at, so that a thousand
// rows stay light.

import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { Fragment, useEffect, useRef } from "react";
import type { Order } from "../backend";
import { isCopy } from "../keys/guard";
import { ColumnHead } from "./ColumnHead";
import { cellText, rowText } from "./copying";
import classes from "./RecordTable.module.css";
import { type Cell, cellAfter, head } from "./walking";

/** Two lines of a cell: what comes first, and what is quieter below it. */
export type Lines = readonly [first: string, second: string];

export type Column<T> = {
  id: string;
  header: string;
  /** In rem. */
  width: number;
  lines: (record: T) => Lines;
};

type Props<T> = {
  columns: readonly Column<T>[];
  records: readonly T[];
  label: string;
  /** Keys by which the service can sort. */
  orderKeys: readonly string[];
  order: Order | null;
  onSort: (key: string) => void;
  /** Which cell has the caret, and whether its record is open beside the table. */
  caret: Cell;
  isOpen: boolean;
  onCaret: (caret: Cell) => void;
  onOpen: (caret: Cell) => void;
  onCopy: (text: string) => void;
};

const rowHeight = 52;

export function RecordTable<T>(props: Props<T>) {
  const { columns, records, label, orderKeys, order, onSort, isOpen, onCaret, onOpen } = props;
  const box = useRef<HTMLDivElement>(null);
  const isWalking = useRef(false);
  const caret = {
    row: Math.min(props.caret.row, records.length - 1),
    column: Math.min(props.caret.column, columns.length - 1),
  };
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // The head stays in sight above the rows.
    scrollPaddingStart: rowHeight,
    rangeExtractor: (range) => withRow(range, caret.row),
  });
  const drawn = virtual.getVirtualItems();
  const ends = [0, ...drawn.map(({ end }) => end)];

  // A far cell is drawn only once it was scrolled to.
  useEffect(() => {
    if (!isWalking.current) return;
    const cell = box.current?.querySelector<HTMLElement>(`[data-cell="${nameOf(caret)}"]`);
    if (!cell) return;
    isWalking.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  const copy = (isRow: boolean) => {
    const record = records[caret.row];
    const cells = record ? columns.map(({ lines }) => lines(record)) : [];
    const cell = cells[caret.column];
    if (cell) props.onCopy(isRow ? rowText(cells) : cellText(cell));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const key = event.nativeEvent;
    const extent = { rows: records.length, columns: columns.length };
    const next = cellAfter(key, caret, extent);
    if (next) {
      event.preventDefault();
      if (next.row !== head) virtual.scrollToIndex(next.row);
      isWalking.current = true;
      onCaret(next);
    } else if (isCopy(key) && !window.getSelection()?.toString()) {
      event.preventDefault();
      copy(key.shiftKey);
    } else if ((key.key === "Enter" || key.key === " ") && caret.row !== head) {
      event.preventDefault();
      onOpen(caret);
    }
  };
  const asCell = (cell: Cell) => ({
    tabIndex: cell.row === caret.row && cell.column === caret.column ? 0 : -1,
    "data-cell": nameOf(cell),
    onFocus: () => nameOf(cell) !== nameOf(caret) && onCaret(cell),
  });

  return (
    <div ref={box} className={classes.box} style={{ scrollPaddingLeft: `${columns[0]?.width}rem` }}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that is walked by key
        role="grid"
        aria-label={label}
        aria-rowcount={records.length + 1}
        className={classes.table}
        style={{ minWidth: `${columns.reduce((sum, { width }) => sum + width, 0)}rem` }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width: `${width}rem` }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id, header }, column) => (
              <ColumnHead
                key={id}
                id={id}
                header={header}
                isSortable={orderKeys.includes(id)}
                order={order}
                onSort={onSort}
                cell={asCell({ row: head, column })}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ index, start }, place) => {
            const record = records[index];
            if (record === undefined) return null;
            return (
              <Fragment key={index}>
                <Gap height={start - (ends[place] ?? 0)} />
                <tr
                  aria-rowindex={index + 2}
                  aria-selected={isOpen && index === caret.row}
                  className={classes.row}
                >
                  {columns.map((column, at) => {
                    const cell = { row: index, column: at };
                    const As = at === 0 ? "th" : "td";
                    return (
                      <As
                        key={column.id}
                        scope={at === 0 ? "row" : undefined}
                        {...asCell(cell)}
                        onClick={() => window.getSelection()?.isCollapsed !== false && onOpen(cell)}
                      >
                        <TwoLines lines={column.lines(record)} />
                      </As>
                    );
                  })}
                </tr>
              </Fragment>
            );
          })}
          <Gap height={virtual.getTotalSize() - (ends.at(-1) ?? 0)} />
        </tbody>
      </table>
    </div>
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

/** The rows that are not drawn. */
function Gap({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null;
}

function nameOf({ row, column }: Cell): string {
  return `${row}:${column}`;
}

/** The rows in sight and the one with the caret, which has to be there to be reached by Tab. */
function withRow(range: Range, row: number): number[] {
  const inSight = defaultRangeExtractor(range);
  if (row < 0 || inSight.includes(row)) return inSight;
  return [...inSight, row].sort((one, other) => one - other);
}
