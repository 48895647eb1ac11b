// Registering a company on the spot. Closing keeps what was typed.

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useConnection } from "../../app/connection";
import { TroubleNote } from "../../app/TroubleNote";
import { contract, TroubleError } from "../../backend";
import { Field } from "../../form/Field";
import { useFocusOnProblem } from "../../form/focus";
import { mayHaveArrived, save } from "../../form/form";
import { useWords } from "../../i18n/useWords";
import { goOnWithEnter } from "../../keys/goOn";
import { isSave } from "../../keys/guard";
import { saveKey } from "../../keys/KeysHelp";
import { useStore } from "../../store/store";
import { chooseCompany, draftOf, typeCompany } from "./draft";

const fields = contract.clients.fields.filter(({ create }) => create === "required");

type Props = { opened: boolean; onClose: () => void };

export function NewCompanyDialog({ opened, onClose }: Props) {
  const { say } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say("company.new_title")}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": say("action.close") }}
    >
      <NewCompanyForm onClose={onClose} />
    </Modal>
  );
}

function NewCompanyForm({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const connection = useConnection();
  const client = useQueryClient();
  const draft = draftOf(connection.id);
  const store = draft.newCompany;
  const phase = useStore(store, (form) => form.phase);
  const trouble = useStore(store, (form) => form.trouble);
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(store, form);
  const mayBeThere = mayHaveArrived(trouble);

  const forget = () => client.invalidateQueries({ queryKey: [connection.id, "companies"] });
  const register = async (despite = false) => {
    await save(store, "clients", despite);
    const { phase, id, values } = store.get();
    if (phase !== "saved" || id === null) return;
    chooseCompany(draft, { id, name: values.name ?? "" });
    forget();
    onClose();
  };
  const lookUp = () => {
    typeCompany(draft, store.get().values.name ?? "");
    forget();
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
        {trouble && (
          <TroubleNote
            error={new TroubleError(trouble)}
            safe={say(mayBeThere ? "company.may_have_arrived" : "register.kept")}
          >
            {mayBeThere && (
              <>
                <Button onClick={lookUp}>{say("company.look_up")}</Button>
                <Button variant="default" onClick={() => register(true)}>
                  {say("register.save_again")}
                </Button>
              </>
            )}
          </TroubleNote>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {say("action.cancel")}
          </Button>
          <Button
            loading={phase === "saving"}
            disabled={mayBeThere}
            title={saveKey}
            onClick={() => register()}
          >
            {say("action.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
