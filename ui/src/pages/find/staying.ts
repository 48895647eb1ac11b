// The caret goes to the record that is wanted, and stays with its record when the same search is answered anew, and rows came or went.

import { useEffect, useRef } from "react";
import type { Found } from "../../backend";
import { useStore } from "../../store/store";
import type { Finding } from "./looking";

/** `found` is the answer to the search of now; none while it is another's. */
export function useStayingWithRecord({ looking, caret }: Finding, found: Found | null): void {
  const query = useStore(looking, (value) => value.query);
  const row = useStore(caret, (value) => value.row);
  const wanted = useStore(caret, (value) => value.wanted);
  const last = useRef<{ query: unknown; found: Found; id: number | null } | null>(null);
  useEffect(() => {
    if (!found || wanted === null) return;
    const at = found.records.findIndex(({ id }) => id === wanted);
    caret.set({ wanted: null, ...(at >= 0 && { row: at, isOpen: true }) });
  }, [caret, found, wanted]);
  useEffect(() => {
    const before = last.current;
    const idAt = (at: number) => found?.records[at]?.id ?? null;
    const isAnew = found && before && before.query === query && before.found !== found;
    if (isAnew && before.id !== null && before.id !== idAt(row)) {
      const now = found.records.findIndex(({ id }) => id === before.id);
      caret.set(now < 0 ? { isOpen: false } : { row: now });
      last.current = { query, found, id: now < 0 ? idAt(row) : before.id };
      return;
    }
    last.current = found && { query, found, id: idAt(row) };
  }, [caret, query, row, found]);
}
