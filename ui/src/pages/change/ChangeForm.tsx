// The form of a change: the fields as they are known, and what was changed of them.

import { Button, Text } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useState } from "react";
import { useConnection } from "../../app/connection";
import type { OutboxRecord } from "../../backend";
import { settleTaken } from "../../duplicates/taking";
import { askAboutCleared, changedKeys, clearedKeys } from "../../form/changed";
import { FormFrame } from "../../form/FormFrame";
import { formsOf, tellOf } from "../../form/forms";
import { discard, putAside, save } from "../../form/keeping";
import { SaveBar } from "../../form/SaveBar";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import classes from "./ChangePage.module.css";
import { goBack } from "./changing";

type Props = { title: string; name: string };

export function ChangeForm({ title, name }: Props) {
  const { say } = useWords();
  const forms = formsOf(useConnection().id);
  const store = forms.change;
  const changed = useStore(store, (form) => changedKeys(form).length);
  const cleared = useStore(store, (form) => clearedKeys(form).length);
  const isAsked = useStore(store, ({ tries }) => tries > 0);
  const [isTold, tell] = useState(false);

  const leaveForm = async (leaving: Promise<OutboxRecord | null>) => {
    const { entity } = store.get();
    const record = await leaving;
    if (!record) return;
    if (record.form.change && record.stage.stage !== "draft") {
      await settleTaken(forms, entity, record.form.change.id, record.id);
    }
    tellOf(forms, "change", record.id);
    goBack(forms, entity);
  };
  const onSave = () => {
    tell(changed === 0);
    // What was deleted is neither sent nor passed over before the person says what it means.
    if (cleared > 0) askAboutCleared(store);
    else if (changed > 0) {
      leaveForm(save(store)).then(() => tell(changedKeys(store.get()).length === 0));
    }
  };
  const { entity } = store.get();
  return (
    <FormFrame
      name="change"
      title={title}
      onSave={onSave}
      above={
        <div className={classes.above}>
          <Text size="md" className={classes.who}>
            <strong>{name || say("find.no_name")}</strong>
          </Text>
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={18} aria-hidden />}
            onClick={() => goBack(forms, entity)}
          >
            {say("action.back")}
          </Button>
        </div>
      }
      bar={
        <SaveBar
          store={store}
          save="change.save"
          clear="change.discard"
          clearConfirm="change.discard_confirm"
          onSave={onSave}
          onPutAside={() => leaveForm(putAside(store))}
          onClear={() => discard(store).then(() => goBack(forms, entity))}
        >
          <Text role="status" className={classes.told}>
            {isAsked && cleared > 0 && say("change.cleared_count", { count: cleared })}
            {cleared === 0 && changed > 0 && say("change.count", { count: changed })}
            {cleared === 0 && changed === 0 && isTold && say("change.nothing_changed")}
          </Text>
        </SaveBar>
      }
    />
  );
}
