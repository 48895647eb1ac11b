// What can be done with the card that is being typed. Always in sight at the foot of the page.

import { Button, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import { Confirm } from "../../app/Confirm";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import { TroubleError } from "../../backend";
import { isUntouched } from "../../form/form";
import { useWords } from "../../i18n/useWords";
import { saveKey } from "../../keys/KeysHelp";
import { useStore } from "../../store/store";
import { draftOf } from "./draft";
import classes from "./RegisterCardPage.module.css";

type Props = { onSave: () => void; onPutAside: () => void; onClear: () => void };

export function SaveBar({ onSave, onPutAside, onClear }: Props) {
  const { say } = useWords();
  const { card } = draftOf(useConnection().id);
  const form = useStore(card, (form) => form);
  const [asked, ask] = useState(false);
  const isSaving = form.phase === "saving";
  const isEmpty = isUntouched(form);
  return (
    <div className={classes.bar}>
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
      <Button variant="subtle" disabled={isSaving || isEmpty} onClick={() => ask(true)}>
        {say("register.clear")}
      </Button>
      <Button variant="default" disabled={isSaving || isEmpty} onClick={onPutAside}>
        {say("register.put_aside")}
      </Button>
      <Button
        loading={isSaving}
        title={saveKey}
        rightSection={<span className={classes.key}>{saveKey}</span>}
        onClick={onSave}
      >
        {say("register.save")}
      </Button>
      <Confirm
        opened={asked}
        title={say("register.clear")}
        question={say("register.clear_confirm")}
        action={say("register.clear")}
        onConfirm={onClear}
        onClose={() => ask(false)}
      />
    </div>
  );
}
