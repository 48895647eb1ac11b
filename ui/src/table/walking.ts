// Which cell a key leads to, as in every grid.

export type Cell = { row: number; column: number };

/** How large a grid is. Its head is the row before the first. */
export type Extent = { rows: number; columns: number };

export const head = -1;
const page = 10;

/** Where a key leads from a cell; none where it leads nowhere. */
export function cellAfter(event: KeyboardEvent, from: Cell, extent: Extent): Cell | null {
  if (event.altKey || event.shiftKey) return null;
  const isFar = event.ctrlKey || event.metaKey;
  const to = (isFar ? farSteps : steps)[event.key]?.(from, extent);
  return to
    ? { row: within(head, to.row, extent.rows), column: within(0, to.column, extent.columns) }
    : null;
}

type Step = (from: Cell, extent: Extent) => Cell;

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: Math.max(row - page, 0), column }),
  PageDown: ({ row, column }) => ({ row: row + page, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns }),
};

const farSteps: Readonly<Record<string, Step>> = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows, column: columns }),
  ArrowUp: ({ column }) => ({ row: 0, column }),
  ArrowDown: ({ column }, { rows }) => ({ row: rows, column }),
};

function within(least: number, wanted: number, count: number): number {
  return Math.max(least, Math.min(wanted, count - 1));
}
