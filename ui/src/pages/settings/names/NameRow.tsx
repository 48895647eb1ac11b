// One name: shown, or being corrected.

import { Button, Group, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { TroubleNote } from "../../../app/TroubleNote";
import type { NamedChoice } from "../../../backend";
import type { NamedKind } from "../../../choices/kinds";
import { Problem } from "../../../form/Field";
import { useWords } from "../../../i18n/useWords";
import { isPlainEnter } from "../../../keys/guard";
import classes from "./Names.module.css";
import { useNaming } from "./naming";

type Props = { choice: NamedChoice; onForget: () => void };

export function NameRow({ choice, onForget }: Props) {
  const words = useWords();
  const { say } = words;
  const [isOpen, open] = useState(false);
  const [text, setText] = useState<string | null>(null);
  const correct = useRef<HTMLButtonElement>(null);
  // What was typed stands there again when it is opened anew.
  const close = () => {
    open(false);
    naming.again();
    // The box goes: the caret is put where it came from.
    setTimeout(() => correct.current?.focus());
  };
  const stop = () => {
    setText(null);
    close();
  };
  const naming = useNaming(stop);
  const { id, name, entered } = choice;
  const called = name || say("choice.number", { id: String(id) });
  const save = () =>
    text !== null && naming.give({ of: choice.of as NamedKind, id: String(id), name: text });
  const fault = naming.faults.name ?? naming.faults.id;

  if (!isOpen || text === null) {
    const act = say(name === "" ? "names.give" : "names.correct");
    return (
      <tr>
        <td className={classes.number}>{id}</td>
        <th scope="row" className={name === "" ? classes.quiet : undefined}>
          {name || say("names.unnamed")}
        </th>
        <td className={classes.quiet}>
          {name !== "" && say(entered ? "names.from_people" : "names.from_service")}
        </td>
        <td>
          <Group gap={4} wrap="nowrap" justify="flex-end">
            <Button
              ref={correct}
              variant="subtle"
              size="compact-md"
              className={classes.act}
              aria-label={`${act}: ${called}`}
              onClick={() => {
                setText(text ?? name);
                open(true);
              }}
            >
              {act}
            </Button>
            <Button
              variant="subtle"
              color="red"
              size="compact-md"
              className={classes.act}
              aria-label={`${say("names.forget")}: ${called}`}
              onClick={onForget}
            >
              {say("names.forget")}
            </Button>
          </Group>
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <td className={classes.number}>{id}</td>
      <td colSpan={2}>
        <TextInput
          name="names_correct"
          aria-label={say("names.name_of", { id: String(id) })}
          value={text}
          autoFocus
          error={fault && <Problem>{words.fault(fault)}</Problem>}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={({ nativeEvent }) => {
            if (isPlainEnter(nativeEvent)) save();
            else if (nativeEvent.key === "Escape") close();
          }}
        />
        {naming.error && <TroubleNote error={naming.error} />}
      </td>
      <td>
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Button size="compact-md" className={classes.act} loading={naming.isBusy} onClick={save}>
            {say("names.keep")}
          </Button>
          <Button variant="subtle" size="compact-md" className={classes.act} onClick={stop}>
            {say("action.cancel")}
          </Button>
        </Group>
      </td>
    </tr>
  );
}
