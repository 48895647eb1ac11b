// Registering a company on the spot. Closing keeps what was typed.

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useRef } from "react";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import { contract, TroubleError } from "../../backend";
import { Field } from "../../form/Field";
import { useFocusOnProblem } from "../../form/focus";
import { save, useKeeping } from "../../form/keeping";
import { useWords } from "../../i18n/useWords";
import { goOnWithEnter } from "../../keys/goOn";
import { isSave } from "../../keys/guard";
import { saveKey } from "../../keys/KeysHelp";
import { useStore } from "../../store/store";
import { awaitCompany, draftOf } from "./draft";

const fields = contract.clients.fields.filter(({ create }) => create === "required");

export function NewCompanyDialog() {
  const { say } = useWords();
  const { atWork } = draftOf(useConnection().id);
  const isOpen = useStore(atWork, ({ isCompanyOpen }) => isCompanyOpen);
  const close = () => atWork.set({ isCompanyOpen: false });
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={say("company.new_title")}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": say("action.close") }}
    >
      <NewCompanyForm onClose={close} />
    </Modal>
  );
}

function NewCompanyForm({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const draft = draftOf(useConnection().id);
  const store = draft.newCompany;
  const phase = useStore(store, (form) => form.phase);
  const trouble = useStore(store, ({ trouble, notKept }) => trouble ?? notKept);
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(store, form);
  useKeeping(store, "clients");

  const register = async () => {
    // One that was taken back from the outbox belongs to the cards that wait for it.
    const isForThisCard = store.get().begun.name !== undefined;
    const record = await save(store, "clients");
    if (!record) return;
    if (isForThisCard) awaitCompany(draft, record);
    else draft.atWork.set({ told: record.id });
    onClose();
  };

  return (
    <form
      ref={form}
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={({ nativeEvent, currentTarget }) => {
        if (isSave(nativeEvent)) register();
        else goOnWithEnter(nativeEvent, currentTarget);
      }}
    >
      {fields.map((field) => (
        <Field
          key={field.key}
          store={store}
          entity="clients"
          field={field}
          autoFocus={field === fields[0]}
        />
      ))}
      <Stack>
        {trouble && <TroubleNote error={new TroubleError(trouble)} safe={say("register.kept")} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say("action.cancel")}
          </Button>
          <Button loading={phase === "saving"} title={saveKey} onClick={register}>
            {say("action.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
