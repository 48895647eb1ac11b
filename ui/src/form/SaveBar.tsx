// What can be done with what is being typed. Always in sight at the foot of the page.

import { Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Confirm } from "../app/Confirm";
import { TroubleNote } from "../app/TroubleNote";
import { TroubleError } from "../backend";
import type { MessageId } from "../i18n/messages";
import { useWords } from "../i18n/useWords";
import { onlyFirst } from "../keys/guard";
import { saveKey } from "../keys/KeysHelp";
import { useStore } from "../store/store";
import classes from "./FormPage.module.css";
import { type FormStore, isUntouched } from "./form";

type Props = {
  store: FormStore;
  /** What saving and clearing are called here. */
  save: MessageId;
  clear: MessageId;
  clearConfirm: MessageId;
  onSave: () => void;
  onPutAside: () => void;
  onClear: () => void;
  /** Stands between putting aside and saving. */
  also?: ReactNode;
  children?: ReactNode;
};

export function SaveBar({ store, onSave, onPutAside, onClear, also, children, ...words }: Props) {
  const { say } = useWords();
  const form = useStore(store, (form) => form);
  const [asked, ask] = useState(false);
  const isSaving = form.phase === "saving";
  const isEmpty = isUntouched(form);
  return (
    <div className={classes.bar}>
      {children}
      {form.trouble?.code === "invalid" && form.problems.length > 0 && (
        <Text role="alert" className={classes.problems}>
          <IconAlertTriangle size={20} aria-hidden />
          {say("register.problems", { count: form.problems.length })}
        </Text>
      )}
      {form.trouble && form.trouble.code !== "invalid" && (
        <div className={classes.trouble}>
          <TroubleNote error={new TroubleError(form.trouble)} safe={say("register.kept")} />
        </div>
      )}
      {form.notKept && (
        <div className={classes.trouble}>
          <TroubleNote error={new TroubleError(form.notKept)} safe={say("register.not_kept")} />
        </div>
      )}
      <div className={classes.buttons}>
        <Button variant="subtle" disabled={isSaving || isEmpty} onClick={() => ask(true)}>
          {say(words.clear)}
        </Button>
        <Button variant="default" disabled={isSaving || isEmpty} onClick={onPutAside}>
          {say("register.put_aside")}
        </Button>
        {also}
        <Button
          loading={isSaving}
          title={saveKey}
          rightSection={<span className={classes.key}>{saveKey}</span>}
          onClick={onlyFirst(onSave)}
        >
          {say(words.save)}
        </Button>
      </div>
      <Confirm
        opened={asked}
        title={say(words.clear)}
        question={say(words.clearConfirm)}
        action={say(words.clear)}
        onConfirm={onClear}
        onClose={() => ask(false)}
      />
    </div>
  );
}
