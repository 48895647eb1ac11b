// Registering a company on the spot, or going on with the one that is registered already. Closing keeps
// what was typed.

import { Button, Group, Modal, Stack } from "@mantine/core";
import { useRef } from "react";
import { useConnection } from "../app/connection";
import { TroubleNote } from "../app/TroubleNote";
import { contract, type Duplicate, TroubleError, troubleOf } from "../backend";
import { Duplicates } from "../duplicates/Duplicates";
import { chooseInstead } from "../duplicates/taking";
import { useDuplicates } from "../duplicates/watching";
import { useWords } from "../i18n/useWords";
import { readingsInto } from "../kana/readings";
import { dialogOf } from "../keys/dialogOf";
import { goOnWithEnter } from "../keys/goOn";
import { isPutBack, isSave } from "../keys/guard";
import { saveKey } from "../keys/KeysHelp";
import { useWindowKeys } from "../keys/useWindowKeys";
import { useStore } from "../store/store";
import { awaitCompany } from "./company";
import { companyNameLeft } from "./companyName";
import { Field } from "./Field";
import classes from "./FormPage.module.css";
import { useFocusOnProblem } from "./focus";
import { putBack } from "./form";
import { type FormName, formsOf } from "./forms";
import { save, useKeeping } from "./keeping";
import { TidyStatus } from "./TidyNote";
import { WrittenOut } from "./WrittenOut";

/** What a company needs, and its kana, which the list of companies is sorted by. */
const fields = contract.clients.fields.filter(
  ({ key, create }) => create === "required" || key === "name_kana",
);

/** For the form of this name. */
export function NewCompanyDialog({ name }: { name: FormName }) {
  const { say } = useWords();
  const { atWork } = formsOf(useConnection().id);
  const isOpen = useStore(atWork, ({ companyFor }) => companyFor === name);
  const close = () => atWork.set({ companyFor: null });
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title={say("company.new_title")}
      closeOnClickOutside={false}
      // Below, where it first leads back from the duplicates.
      closeOnEscape={false}
      closeButtonProps={{ "aria-label": say("action.close") }}
    >
      <NewCompanyForm name={name} onClose={close} />
    </Modal>
  );
}

function NewCompanyForm({ name, onClose }: { name: FormName; onClose: () => void }) {
  const { say } = useWords();
  const forms = formsOf(useConnection().id);
  const store = forms.clients;
  const phase = useStore(store, (form) => form.phase);
  const trouble = useStore(store, ({ trouble, notKept }) => trouble ?? notKept);
  const form = useRef<HTMLFormElement>(null);
  useFocusOnProblem(store, form);
  useKeeping(store);

  const watching = useDuplicates(store);

  const register = async () => {
    const record = await save(store, watching.foundOut);
    if (!record) return;
    awaitCompany(forms[name], record);
    onClose();
  };
  const choose = async (duplicate: Duplicate) => {
    try {
      if ((await chooseInstead(forms, name, duplicate)) === "chosen") onClose();
    } catch (error) {
      store.set({ trouble: troubleOf(error) });
    }
  };
  useWindowKeys((event) => {
    const isHere = form.current !== null && dialogOf(event.target) === dialogOf(form.current);
    if (event.key === "Escape" && isHere && !event.defaultPrevented) onClose();
  });

  return (
    <form
      ref={form}
      autoComplete="off"
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={({ nativeEvent, currentTarget }) => {
        if (isSave(nativeEvent)) register();
        else if (isPutBack(nativeEvent) && putBack(store)) nativeEvent.preventDefault();
        else goOnWithEnter(nativeEvent, currentTarget);
      }}
      {...readingsInto(store)}
      onBlur={({ target }) => {
        if (target instanceof HTMLInputElement) companyNameLeft(store, target.name);
      }}
    >
      <WrittenOut store={store} />
      {fields.map((field) => (
        <div key={field.key} className={classes.field}>
          <Field store={store} field={field} autoFocus={field === fields[0]} />
        </div>
      ))}
      <TidyStatus store={store} />
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
      <Duplicates store={store} watching={watching} onSave={register} onChoose={choose} />
    </form>
  );
}
