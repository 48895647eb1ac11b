// A number and its name, to be added to those of one kind.

import { Button, Text, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { TroubleNote } from "../../../app/TroubleNote";
import type { NamedKind } from "../../../choices/kinds";
import { Problem } from "../../../form/Field";
import { useWords } from "../../../i18n/useWords";
import { goOnWithEnter } from "../../../keys/goOn";
import { isPlainEnter } from "../../../keys/guard";
import classes from "./Names.module.css";
import { useNaming } from "./naming";

export function NewName({ kind }: { kind: NamedKind }) {
  const words = useWords();
  const { say } = words;
  const [id, setId] = useState("");
  const [name, setName] = useState("");
  const [told, tell] = useState("");
  const first = useRef<HTMLInputElement>(null);
  const naming = useNaming(({ id, name }) => {
    tell(say("names.added", { id, name }));
    setId("");
    setName("");
    first.current?.focus();
  });
  const add = () => naming.give({ of: kind, id, name });
  return (
    <form
      className={classes.new}
      aria-label={say("names.new")}
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={({ nativeEvent, currentTarget, target }) => {
        // From the number on to the name; from the name it is added, and the next one begun.
        const isName = target instanceof HTMLInputElement && target.name === "names_name";
        if (isName && isPlainEnter(nativeEvent)) add();
        else goOnWithEnter(nativeEvent, currentTarget);
      }}
    >
      <TextInput
        ref={first}
        name="names_id"
        className={classes.newNumber}
        label={say("names.number")}
        inputMode="numeric"
        value={id}
        error={naming.faults.id && <Problem>{words.fault(naming.faults.id)}</Problem>}
        onChange={(event) => {
          setId(event.currentTarget.value);
          naming.again();
        }}
      />
      <TextInput
        name="names_name"
        className={classes.newName}
        label={say("names.name")}
        value={name}
        error={naming.faults.name && <Problem>{words.fault(naming.faults.name)}</Problem>}
        onChange={(event) => {
          setName(event.currentTarget.value);
          naming.again();
        }}
      />
      <Button variant="default" className={classes.add} loading={naming.isBusy} onClick={add}>
        {say("names.add")}
      </Button>
      <Text role="status" className={classes.told}>
        {told}
      </Text>
      {naming.error && <TroubleNote error={naming.error} safe={say("register.kept")} />}
    </form>
  );
}
