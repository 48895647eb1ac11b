// Saving the card, and what came of it. Always in sight at the foot of the page.

import { Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { Confirm } from "../../app/Confirm";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import { TroubleError } from "../../backend";
import { mayHaveArrived } from "../../form/form";
import { useWords } from "../../i18n/useWords";
import { saveKey } from "../../keys/KeysHelp";
import { useStore } from "../../store/store";
import { draftOf, nameOf } from "./draft";
import classes from "./RegisterCardPage.module.css";

type Props = {
  onSave: (despite: boolean) => void;
  onNext: () => void;
  onLookUp: () => void;
};

export function SaveBar({ onSave, onNext, onLookUp }: Props) {
  const { say } = useWords();
  const { card, company } = draftOf(useConnection().id);
  const form = useStore(card, (form) => form);
  const companyText = useStore(company, ({ text }) => text);
  const next = useRef<HTMLButtonElement>(null);
  const [asked, ask] = useState(false);
  const mayBeThere = mayHaveArrived(form.trouble);

  // The fields are closed now; the next key goes to the next card.
  useEffect(() => {
    if (form.phase === "saved") next.current?.focus();
  }, [form.phase]);

  if (form.phase === "saved") {
    return (
      <div className={classes.bar}>
        <Group role="status" gap="xs" className={classes.saved}>
          <IconCircleCheck aria-hidden />
          <Text>
            {say("register.saved", {
              name: `${nameOf(form.values)} (${companyText})`,
              id: String(form.id),
            })}
          </Text>
        </Group>
        <Button ref={next} title={saveKey} onClick={onNext}>
          {say("register.next")}
        </Button>
      </div>
    );
  }
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
          <TroubleNote
            error={new TroubleError(form.trouble)}
            safe={say(mayBeThere ? "register.may_have_arrived" : "register.kept")}
          >
            {mayBeThere && (
              <>
                <Button onClick={onLookUp}>{say("register.look_up")}</Button>
                <Button variant="default" onClick={() => onSave(true)}>
                  {say("register.save_again")}
                </Button>
              </>
            )}
          </TroubleNote>
        </div>
      )}
      <Text role="status">{form.phase === "saving" && say("register.saving")}</Text>
      <Button variant="default" disabled={form.phase === "saving"} onClick={() => ask(true)}>
        {say("register.clear")}
      </Button>
      <Button
        loading={form.phase === "saving"}
        disabled={mayBeThere}
        title={saveKey}
        rightSection={<span className={classes.key}>{saveKey}</span>}
        onClick={() => onSave(false)}
      >
        {say("action.save")}
      </Button>
      <Confirm
        opened={asked}
        title={say("register.clear")}
        question={say("register.clear_confirm")}
        action={say("register.clear")}
        onConfirm={onNext}
        onClose={() => ask(false)}
      />
    </div>
  );
}
