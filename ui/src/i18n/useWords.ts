// Saying things: the messages, and what is made of them.

import { useMemo } from "react";
import { useIntl } from "react-intl";
import type { Choice, Entity, Fault, Hint, Trouble } from "../backend";
import { isRecord } from "../choices/kinds";
import { isMessage, labelId, type MessageId } from "./messages";

type Parameters = Record<string, string | number>;

export type Words = {
  say(id: MessageId, parameters?: Parameters): string;
  /** The name of a field, or its key where nobody has named it. */
  label(entity: Entity, key: string): string;
  fault(fault: Fault): string;
  hint(hint: Hint): string;
  trouble(trouble: Trouble): string;
  /** The name of one of the published numbers of a field; the number where it has none. */
  choice(key: string, value: string): string;
  /** An id in words, where its name is not known; of a record, and what is no id, as it is. */
  nameless(of: Choice, id: string): string;
  /** A number as the language writes it. */
  number(value: number): string;
  /** A time of day, to the second. */
  time(moment: Date): string;
  /** Several things, as the language counts them up. */
  list(texts: readonly string[]): string;
};

export function useWords(): Words {
  const intl = useIntl();
  return useMemo(() => {
    const say: Words["say"] = (id, parameters) =>
      String(intl.formatMessage({ id }, parameters as never));
    const time: Words["time"] = (moment) =>
      intl.formatTime(moment, { hour: "2-digit", minute: "2-digit", second: "2-digit" });
    const list: Words["list"] = (texts) => intl.formatList(texts);
    return {
      say,
      time,
      number: (value) => intl.formatNumber(value),
      list,
      label: (entity, key) => {
        const id = labelId(entity, key);
        return id ? say(id) : key;
      },
      fault: ({ fault, ...parameters }) => say(`fault.${fault}`, parameters),
      choice: (key, value) => {
        const id = `choice.${key}.${value}`;
        return isMessage(id) ? say(id) : value;
      },
      nameless: (of, id) => {
        if (isRecord(of) || !/^\d+$/.test(id)) return id;
        return say(of === "tag" ? "choice.tag_number" : "choice.number", { id });
      },
      hint: ({ hint, ...parameters }) => say(`hint.${hint}`, parameters),
      trouble: (trouble) =>
        say(`trouble.${trouble.code}`, troubleParameters(trouble, { time, list })),
    };
  }, [intl]);
}

function troubleParameters(
  trouble: Trouble,
  { time, list }: Pick<Words, "time" | "list">,
): Parameters {
  switch (trouble.code) {
    case "limit_reached":
      return { time: time(new Date(Date.now() + trouble.retry_after_seconds * 1000)) };
    case "refused":
      return { said: trouble.text ? "yes" : "no", text: trouble.text, status: trouble.status };
    case "likely_duplicate":
      return { count: trouble.whose.length, names: list(trouble.names) };
    case "id_taken":
      return { id: String(trouble.id) };
    case "choices_not_read":
      return { row: trouble.row, problem: trouble.problem };
    case "recovery_code_mistyped":
      return { group: trouble.group ?? 0 };
    case "still_needed":
    case "unsent_records":
      return { records: trouble.records };
    case "host_unconfirmed":
      return { host: trouble.host };
    default:
      return {};
  }
}
