// Where a record stands: a sign, and the words for it.

import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconHelpCircle,
  IconPencil,
  IconSearch,
  IconSend,
} from "@tabler/icons-react";
import type { OutboxRecord, Reason, Stage, Typed } from "../backend";
import { useWords, type Words } from "../i18n/useWords";
import classes from "./StageMark.module.css";

const signs = {
  draft: IconPencil,
  waiting: IconClock,
  sending: IconSend,
  uncertain: IconSearch,
  undecided: IconHelpCircle,
  conflict: IconHelpCircle,
  altered: IconAlertTriangle,
  refused: IconAlertTriangle,
  done: IconCircleCheck,
} as const;

export function StageMark({ record: { form, stage } }: { record: OutboxRecord }) {
  const words = useWords();
  const Sign = signs[stage.stage];
  return (
    <span className={classes.stage} data-stage={stage.stage}>
      <Sign size={18} aria-hidden className="sign" />
      <span>
        {stageWords(words, form, stage)}
        {stage.stage === "refused" && <Why entity={form.entity} reason={stage.reason} />}
      </span>
    </span>
  );
}

/** Where it stands, in words. */
function stageWords({ say, time }: Words, { change }: Typed, stage: Stage): string {
  switch (stage.stage) {
    case "draft":
      return say(stage.aside ? "stage.aside" : "stage.draft");
    case "waiting": {
      const why = say(`why.${stage.why}`);
      if (stage.until === null) return why;
      return `${why} ${say("stage.until", { time: time(new Date(stage.until)) })}`;
    }
    case "uncertain":
      return say("stage.uncertain", { time: time(new Date(stage.until)) });
    case "refused":
      return say(stage.reason.status === null ? "stage.not_sent" : "stage.refused");
    case "done":
      return say(change ? "stage.changed" : "stage.done", { id: String(stage.id) });
    case "conflict":
      return say(stage.differences.length > 0 ? "stage.conflict" : "stage.gone");
    default:
      return say(`stage.${stage.stage}`);
  }
}

/** The service's own reason, and the fields that it is about. */
function Why({ entity, reason }: { entity: OutboxRecord["form"]["entity"]; reason: Reason }) {
  const words = useWords();
  return (
    <>
      {reason.text && <q className={classes.reason}>{reason.text}</q>}
      {reason.problems.map(({ key, fault }) => (
        <span key={key} className={classes.reason}>
          {words.label(entity, key)}: {words.fault(fault)}
        </span>
      ))}
    </>
  );
}
