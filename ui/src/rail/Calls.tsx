// The calls left; while there are none, until when.

import { useCallsLeft, useLimitEnd } from "./callsLeft";
import { Gauge } from "./Gauge";
import { LimitNote } from "./LimitNote";

export function Calls() {
  const calls = useCallsLeft();
  const end = useLimitEnd(calls);
  return (
    <>
      <LimitNote {...end} />
      {calls && end.until === null && <Gauge calls={calls} />}
    </>
  );
}
