// An e-mail signature is pasted, what was found in it is looked at, and what is ticked goes into the
// form. Closing keeps all of it for the next time.

import { Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useConnection } from "../app/connection";
import type { Entity } from "../backend";
import { formsOf } from "../form/forms";
import { useWords } from "../i18n/useWords";
import { goOnWithEnter } from "../keys/goOn";
import { isSave } from "../keys/guard";
import { saveKey } from "../keys/KeysHelp";
import { useStore } from "../store/store";
import { FoundFields } from "./FoundFields";
import { layRows, paste, readingOf, useRows } from "./reading";
import classes from "./SignatureDialog.module.css";

export function SignatureDialog({ entity }: { entity: Entity }) {
  const { say } = useWords();
  const reading = readingOf(useConnection().id);
  const isOpen = useStore(reading, ({ openFor }) => openFor === entity);
  const close = () => reading.set({ openFor: null });
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={say("signature.title")}
      size="xl"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": say("action.close") }}
    >
      <Signature entity={entity} onClose={close} />
    </Modal>
  );
}

function Signature({ entity, onClose }: { entity: Entity; onClose: () => void }) {
  const { say } = useWords();
  const { id } = useConnection();
  const reading = readingOf(id);
  const store = formsOf(id)[entity];
  const text = useStore(reading, (reading) => reading.text);
  const { rows, isCurrent } = useRows(entity, store);
  const taken = rows?.filter(({ isTaken }) => isTaken).length ?? 0;

  const confirm = () => {
    if (!rows || !isCurrent || taken === 0) return;
    layRows(store, rows);
    onClose();
    paste(reading, "");
  };
  return (
    <form
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={({ nativeEvent, currentTarget }) => {
        if (isSave(nativeEvent)) confirm();
        else goOnWithEnter(nativeEvent, currentTarget);
      }}
    >
      <Stack>
        <Textarea
          name="signature"
          label={say("signature.text")}
          rows={6}
          data-autofocus
          value={text}
          onChange={(event) => paste(reading, event.currentTarget.value)}
        />
        <Text role="status">
          {rows && rows.length > 0 && say("signature.found", { count: rows.length })}
          {rows?.length === 0 && say("signature.nothing")}
          {rows === null && say("signature.hint")}
        </Text>
        {rows && rows.length > 0 && <FoundFields entity={entity} rows={rows} />}
        <Group justify="flex-end" className={classes.foot}>
          <Button variant="default" onClick={onClose}>
            {say("action.cancel")}
          </Button>
          <Button
            disabled={taken === 0 || !isCurrent}
            title={saveKey}
            rightSection={<span className={classes.key}>{saveKey}</span>}
            onClick={confirm}
          >
            {say("signature.lay", { count: taken })}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
