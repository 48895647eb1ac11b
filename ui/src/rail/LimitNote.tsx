// Says that the limit is used up: what waits, and until when. Its place is kept free, so that
// nothing moves under the caret when it comes.

import { IconHourglass } from "@tabler/icons-react";
import { useIsFetching } from "@tanstack/react-query";
import { useConnection } from "../app/connection";
import { useWords } from "../i18n/useWords";
import { useCounts } from "../outbox/records";
import type { LimitEnd } from "./callsLeft";
import classes from "./Rail.module.css";

/** Nothing is said while `until` is none. */
export function LimitNote({ until, secondsLeft }: LimitEnd) {
  const { say, time } = useWords();
  const { id } = useConnection();
  const waiting = useCounts()?.waiting ?? 0;
  const isFinding = useIsFetching({ queryKey: [id, "find"] });
  const isLookingUp = useIsFetching({ queryKey: [id, "companies"] });
  const isOpening = useIsFetching({ queryKey: [id, "change"] }) > 0;
  const told = until === null ? null : say("limit.waits", { time: time(new Date(until)) });
  return (
    <div
      className={classes.limit}
      role="status"
      data-waiting={told !== null}
      title={told ?? undefined}
    >
      {told !== null && (
        <>
          <span aria-hidden className={classes.countdown}>
            <IconHourglass size={18} className="sign" />
            {say("limit.countdown", { seconds: secondsLeft })}
          </span>
          <span>{told}</span>
          {waiting > 0 && <span>{say("limit.outbox_waits", { count: waiting })}</span>}
          {isFinding + isLookingUp > 0 && <span>{say("limit.search_waits")}</span>}
          {isOpening && <span>{say("limit.opening_waits")}</span>}
        </>
      )}
    </div>
  );
}
