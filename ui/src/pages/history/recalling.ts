// What is being looked for in the history, for each connection: it survives moving between pages.

import type { HistoryQuery } from "../../backend";
import { perConnection } from "../../store/store";

type Recalling = {
  /** What stands in the search box. */
  text: string;
  /** What was searched for. */
  query: HistoryQuery;
};

export const pageSizes = [50, 100, 200] as const;

export const recallingOf = perConnection<Recalling>(() => ({
  text: "",
  query: { text: "", entity: null, number: 1, display_number: pageSizes[0] },
}));
