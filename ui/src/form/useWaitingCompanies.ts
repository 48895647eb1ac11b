// Companies that are still on their way to HotProfile: they can be chosen before they have a
// number, and without a network.

import type { OutboxRecord } from "../backend";
import { useOutbox } from "../outbox/records";

export function useWaitingCompanies(text: string): OutboxRecord[] {
  const { data } = useOutbox();
  const part = text.trim();
  if (part === "" || !data) return [];
  return data.filter(
    ({ form, stage }) =>
      form.entity === "clients" && stage.stage !== "draft" && form.values.name?.includes(part),
  );
}
