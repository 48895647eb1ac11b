// What is typed into the choice of a name, and what it comes to mean. Every key is handed on at
// once, so that nothing typed is lost: the id where the text names one, else the text itself.

import { useState } from "react";
import type { Choice } from "../backend";
import { useWords } from "../i18n/useWords";
import { useChoices } from "./choices";
import { idsIn, isId, matching, meant } from "./matching";

type Wanted = {
  of: Choice;
  value: string;
  multiple: boolean;
  onChange: (value: string) => void;
};

type Typing = {
  /** What stands in the box. */
  text: string;
  /** The ids that are chosen beside it. */
  beside: string[];
  /** The value that was made of both: where there is another now, somebody else put it there. */
  made: string;
};

// More than a person looks through; typing narrows them down.
const most = 100;

export function useChoosing({ of, value, multiple, onChange }: Wanted) {
  const { say } = useWords();
  const choices = useChoices();
  const named = choices.named(of);
  const [typed, setTyped] = useState<Typing | null>(null);
  const typing = typed?.made === value ? typed : null;
  const ids = idsIn(value, multiple);
  const chosen = typing ? typing.beside : multiple ? ids : [];

  const titleOf = (id: string) =>
    isId(id) ? (choices.titleOf(of, id) ?? say("choice.number", { id })) : id;
  const put = (beside: string[], text: string, also: string[] = []) => {
    const made = [...new Set([...beside, ...also])].join(",");
    setTyped({ text, beside, made });
    if (made !== value) onChange(made);
  };

  const text = typing?.text.trim() ?? "";
  const found = text === "" ? named : matching(text, named);
  const offered = found.filter(({ id }) => !chosen.includes(String(id)));
  const meaning = meant(text, named);
  const isNew = isId(meaning) && !named.some(({ id }) => String(id) === meaning);
  return {
    /** What stands in the box. */
    text: typing?.text ?? (multiple ? "" : ids.map(titleOf).join()),
    isTyping: text !== "",
    /** What is chosen beside the box. */
    chosen: chosen.map((id) => ({ id, title: titleOf(id), isWrong: !isId(id) })),
    offered: offered.slice(0, most).map(({ id }) => ({ id, title: titleOf(String(id)) })),
    /** How many more there are than are offered. */
    beyond: Math.max(0, offered.length - most),
    /** The number that was typed, where it has no name: it can be taken as it is. */
    unnamed: isNew ? meaning : null,
    /** What stands there is neither a name nor a number. */
    isWrong: typing === null && ids.some((id) => !isId(id)),
    type: (text: string) => {
      if (!multiple) return put([], text, text.trim() === "" ? [] : [meant(text, named)]);
      const parts = idsIn(text, true).map((part) => meant(part, named));
      const isEnded = /[,、，]\s*$/.test(text);
      const rest = isEnded ? [] : parts.slice(-1);
      const done = isEnded ? parts : parts.slice(0, -1);
      const left = done.length > 0 || isEnded ? (text.split(/[,、，]/).at(-1) ?? "").trim() : text;
      put([...new Set([...chosen, ...done])], left, rest);
    },
    choose: (id: string) => {
      if (multiple) return put([...chosen, id], "");
      setTyped(null);
      onChange(id);
    },
    drop: (id: string) =>
      put(
        chosen.filter((one) => one !== id),
        typing?.text ?? "",
      ),
    /** The box shows again what its text came to mean. */
    leave: () => setTyped(null),
  };
}
