// Says until when a call waits for the limit. Its place is kept free, so that nothing moves under
// the caret when it comes.

import { IconHourglass } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { listenToLimitWaits } from "../backend";
import { useWords } from "../i18n/useWords";
import classes from "./Frame.module.css";

export function LimitNote() {
  const { say, time } = useWords();
  const [until, setUntil] = useState<number | null>(null);
  const [now, setNow] = useState(0);

  useEffect(
    () =>
      listenToLimitWaits(({ seconds }) => {
        setNow(Date.now());
        setUntil(Date.now() + seconds * 1000);
      }),
    [],
  );

  useEffect(() => {
    if (until === null) return;
    const ticking = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= until) setUntil(null);
    }, 500);
    return () => clearInterval(ticking);
  }, [until]);

  return (
    <div className={classes.limit} role="status" data-waiting={until !== null}>
      {until !== null && (
        <>
          <IconHourglass size={18} aria-hidden />
          <span>{say("limit.waits", { time: time(new Date(until)) })}</span>
          <span aria-hidden className={classes.countdown}>
            {say("limit.countdown", { seconds: Math.max(0, Math.ceil((until - now) / 1000)) })}
          </span>
        </>
      )}
    </div>
  );
}
