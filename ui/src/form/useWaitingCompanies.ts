// Companies that are still on their way to HotProfile: they can be chosen before they have a
// number, and without a network.

import type { OutboxRecord } from "../backend";
import { useOutbox } from "../outbox/records";

/** Those of these ids in the outbox. */
export function useWaitingCompanies(ids: readonly number[]): OutboxRecord[] {
  const { data } = useOutbox();
  return data?.filter(({ id }) => ids.includes(id)) ?? [];
}
