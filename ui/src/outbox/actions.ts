// What a person can do with a record of the outbox, on whichever page it is shown.

import { useMutation } from "@tanstack/react-query";
import { useLocation } from "wouter";
import { useConnection } from "../app/connection";
import { backend, type Decision, type OutboxRecord } from "../backend";
import { formsOf, placeOfForm, takeUp } from "../form/forms";
import { useReadAnew } from "./records";

export type Deed =
  | { deed: "into_form"; record: OutboxRecord }
  | { deed: "throw_away"; record: OutboxRecord }
  | { deed: "decide"; record: OutboxRecord; decision: Decision };

/** One deed at a time; the one that failed can be asked for. */
export function useDeeds() {
  const forms = formsOf(useConnection().id);
  const [, go] = useLocation();
  const readAnew = useReadAnew();
  return useMutation({
    mutationFn: async (deed: Deed) => {
      const { record } = deed;
      if (deed.deed === "throw_away") await backend.throwAway(record.id);
      else if (deed.deed === "decide") await backend.decide(record.id, deed.decision);
      else {
        const name = await takeUp(forms, await intoDraft(record));
        go(placeOfForm(forms, name));
      }
    },
    onSettled: readAnew,
  });
}

/** Makes a draft of a record again: one that is on its way can not become one. */
function intoDraft({ id, stage }: OutboxRecord): Promise<OutboxRecord> {
  switch (stage.stage) {
    case "draft":
      return stage.aside ? backend.takeUp(id) : backend.outboxRecord(id);
    case "undecided":
    case "conflict":
      return backend.decide(id, { decision: "take_back" });
    default:
      return backend.takeBack(id);
  }
}
