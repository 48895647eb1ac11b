// The gauge of calls left.

import type { CallsLeft } from "../backend";
import { useWords } from "../i18n/useWords";
import classes from "./Rail.module.css";

export function Gauge({ calls: { left, allowed } }: { calls: CallsLeft }) {
  const { say } = useWords();
  const told = say("calls.left", { left, allowed });
  return (
    // biome-ignore lint/a11y/useSemanticElements: no two webviews draw a meter of their own alike
    <div
      role="meter"
      className={classes.gauge}
      aria-label={say("calls.label")}
      aria-valuemin={0}
      aria-valuemax={allowed}
      aria-valuenow={left}
      aria-valuetext={told}
      title={say("calls.title", { allowed })}
    >
      <span className={classes.caption}>{say("calls.label")}</span>
      <span className={classes.calls}>{told}</span>
      <span className={classes.bar}>
        <span style={{ width: `${(100 * left) / Math.max(1, allowed)}%` }} />
      </span>
    </div>
  );
}
