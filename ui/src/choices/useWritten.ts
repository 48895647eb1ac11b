// A field's value as people read it: a name where a number is meant, a day as the language writes it.

import { useMemo } from "react";
import { useIntl } from "react-intl";
import { contract, type Entity } from "../backend";
import { writeDate } from "../i18n/dates";
import { useWords } from "../i18n/useWords";
import { useChoices } from "./choices";
import { isId } from "./matching";

export type Written = (key: string, value: string) => string;

// As flags are listed where they are not set.
const notSet = ["0", "false", "ー", "―", "－", "-"];

export function useWritten(entity: Entity): Written {
  const words = useWords();
  const choices = useChoices();
  const intl = useIntl();
  return useMemo(() => {
    const { say, choice } = words;
    return (key, value) => {
      const kind = contract[entity].fields.find((field) => field.key === key)?.kind;
      if (value === "" || !kind) return value;
      switch (kind.type) {
        case "one_of":
          return choice(key, value);
        case "day":
        case "moment":
          return writeDate(intl, value);
        case "flag":
          return say(notSet.includes(value.trim()) ? "flag.not_set" : "flag.set");
        case "id":
          // Some answers hold the name where others hold the number.
          if (!isId(value)) return value;
          return choices.titleOf(kind.of, value) ?? say("choice.number", { id: value });
        default:
          return value;
      }
    };
  }, [entity, words, choices, intl]);
}
