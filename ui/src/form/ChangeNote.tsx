// What is said of a field in a change, and what can be done with it: what it held before, that the
// service does not show it, that it will be empty. Nothing of it stands in a form that registers.

import { ActionIcon, Checkbox } from "@mantine/core";
import { IconArrowBackUp, IconEraser } from "@tabler/icons-react";
import { useChoices } from "../choices/choices";
import { useWords } from "../i18n/useWords";
import { useStore } from "../store/store";
import classes from "./ChangeNote.module.css";
import { bringBack, empty, stateOf } from "./changed";
import { type FormStore, typeInto } from "./form";
import { type DeclaredField, declaredField } from "./layout";

type Note = {
  /** Stands beside the field's name. */
  mark?: string;
  note?: string;
  placeholder?: string;
  /** What the person has to say before it can be saved. */
  question?: string;
};

export function useChangeNote(store: FormStore, key: string): Note {
  const { say } = useWords();
  const state = useStore(store, (form) => stateOf(form, key));
  const shown = useStore(store, ({ sheet }) => sheet?.fields[key]);
  const isAsked = useStore(store, ({ tries, left }) => tries > 0 && left.has(key));
  const isTold = useStore(store, ({ begun }) => begun[key] !== undefined);
  const before = useBefore(store, key);
  if (key === "client_id" && (state === "hidden" || state === "words")) {
    return { note: say("change.company_hint") };
  }
  switch (state) {
    case "hidden":
      return { note: say("change.hidden_hint"), placeholder: say("change.hidden") };
    case "words":
      return {
        note: say("change.words_hint"),
        placeholder: shown?.shown === "words" ? shown.text : "",
      };
    case "changed":
      return { mark: say("change.changed"), note: before };
    case "emptied":
      return {
        mark: say("change.changed"),
        placeholder: say("change.emptied"),
        // Where it was told what stood there, the choice to leave it empty stands below.
        ...(!isTold && { note: before }),
      };
    case "cleared":
      if (key === "client_id") return { note: before };
      return isAsked ? { question: say("change.cleared") } : {};
    default:
      return {};
  }
}

/** What the field held when the form was opened, in words. */
function useBefore(store: FormStore, key: string): string {
  const { say, choice } = useWords();
  const { titleOf } = useChoices();
  const shown = useStore(store, ({ sheet }) => sheet?.fields[key]);
  const kind = useStore(store, ({ entity }) => declaredField(entity, key)?.kind);
  const company = useStore(store, ({ change }) => change?.listed.client_name);
  if (!shown || shown.shown === "hidden") return say("change.replaces");
  const value = shown.shown === "words" ? shown.text : shown.value;
  const name = kind?.type === "id" && value !== "" ? titleOf(kind.of, value) : null;
  const before = (key === "client_id" && company) || name || choice(key, value);
  return before === "" ? say("change.was_empty") : say("change.before", { before });
}

type Props = { store: FormStore; field: DeclaredField };

/** The ways back, and the way to empty a field. */
export function ChangeActions({ store, field: { key, kind } }: Props) {
  const { say, label } = useWords();
  const entity = useStore(store, (form) => form.entity);
  const state = useStore(store, (form) => stateOf(form, key));
  const isTold = useStore(store, ({ begun }) => begun[key] !== undefined);
  const named = (words: string) => ({
    "aria-label": `${label(entity, key)}: ${words}`,
    title: words,
  });
  const isText = kind.type !== "one_of" && kind.type !== "flag" && key !== "client_id";
  if (state === "hidden" || state === "words") {
    if (!isText) return null;
    return (
      <ActionIcon
        className={classes.action}
        variant="subtle"
        size={32}
        {...named(say("change.leave_empty"))}
        onClick={() => empty(store, key)}
      >
        <IconEraser size={18} aria-hidden />
      </ActionIcon>
    );
  }
  if (state === "none" || state === "as_it_was") return null;
  return (
    <>
      <ActionIcon
        className={classes.action}
        variant="subtle"
        size={32}
        {...named(say("change.bring_back"))}
        onClick={() => bringBack(store, key)}
      >
        <IconArrowBackUp size={18} aria-hidden />
      </ActionIcon>
      {isText && isTold && (state === "cleared" || state === "emptied") && (
        <Checkbox
          className={classes.leaveEmpty}
          label={say("change.leave_empty")}
          checked={state === "emptied"}
          onChange={() => (state === "emptied" ? typeInto(store, key, "") : empty(store, key))}
        />
      )}
    </>
  );
}
