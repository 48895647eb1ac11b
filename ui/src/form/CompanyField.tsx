// Choosing the company by part of its name, or asking to register it as a new one.

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../i18n/useWords";
import { goOnFrom } from "../keys/goOn";
import { isPlainEnter, isSave } from "../keys/guard";
import { useOutboxRecord } from "../outbox/records";
import { StageMark } from "../outbox/StageMark";
import { useStore } from "../store/store";
import { CompanyOptions } from "./CompanyOptions";
import { awaitCompany, chooseCompany, isCompanyChosen, typeCompany } from "./company";
import { isCompany, optionsFor } from "./companyOptions";
import { Problem, useUsual } from "./Field";
import { type Leaving, opensDialog } from "./focus";
import { type FormStore, leave, problemOf, valueIn } from "./form";
import { useCompanies } from "./useCompanies";
import { useWaitingCompanies } from "./useWaitingCompanies";

type Props = { store: FormStore; onRegister: (name: string) => void };

export function CompanyField({ store, onRegister }: Props) {
  const { say } = useWords();
  const usual = useUsual(store, "client_id");
  const text = useStore(store, (form) => form.client_name);
  const chosen = useStore(store, (form) => valueIn(form, "client_id"));
  const awaited = useOutboxRecord(useStore(store, (form) => form.needs));
  const isChosen = useStore(store, isCompanyChosen);
  const problem = useStore(store, (form) => problemOf(form, "client_id"));
  // The caret goes to the new company and comes back: the field is not left.
  const isRegistering = useRef(false);
  const [isConverting, setConverting] = useState(false);
  const [isHere, setHere] = useState(false);
  const found = useCompanies(text, isConverting, isHere && !isChosen);
  const options = optionsFor(found, useWaitingCompanies(found.waiting));
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const part = text.trim();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the box itself is new on every drawing
  useEffect(() => {
    const isThere = (found.companies || found.error) && !found.isBefore;
    if (isThere) combobox.selectFirstOption();
    else combobox.resetSelectedOption();
  }, [found.companies, found.error, found.isBefore, options.length, combobox.dropdownOpened]);

  const submit = (value: string) => {
    const option = options.find((option) => option.value === value);
    combobox.closeDropdown();
    switch (option?.kind) {
      case "waiting":
        return awaitCompany(store, option.record);
      case "company":
        return chooseCompany(store, option.company);
      case "new":
        isRegistering.current = true;
        return onRegister(part);
      case "more":
      case "again":
        combobox.openDropdown();
        return found.ask();
    }
  };

  const comeHere = (field: HTMLInputElement) => {
    setHere(true);
    const isBack = isRegistering.current;
    isRegistering.current = false;
    if (!isCompanyChosen(store.get())) combobox.openDropdown();
    else if (isBack && field.form) goOnFrom(field, field.form);
  };
  // Typing a whole name and going on is choosing it, where only one company has that name.
  const leaveField = (leaving: Leaving) => {
    combobox.closeDropdown();
    setHere(false);
    if (isRegistering.current || opensDialog(leaving)) return;
    if (!isCompanyChosen(store.get()) && found.calledSo) chooseCompany(store, found.calledSo);
    leave(store, "client_id");
  };
  const hearKey = (event: KeyboardEvent) => {
    // Saving chooses nothing; and while the list is still coming, nothing to go on with.
    if (isSave(event)) combobox.resetSelectedOption();
    if (!isPlainEnter(event) || isChosen || part === "") return;
    const marked = combobox.dropdownOpened ? combobox.getSelectedOptionIndex() : -1;
    const option = options[marked];
    if (option && isCompany(option)) {
      // It is taken, and the same key goes on to the next field.
      combobox.resetSelectedOption();
      submit(option.value);
    } else if (!option) {
      event.preventDefault();
      combobox.openDropdown();
    }
  };

  const isUnchosen = problem?.fault.fault === "required" && part !== "";
  const chosenNote = chosen === "" ? null : say("company.chosen", { id: chosen });
  const note = awaited ? <StageMark record={awaited} /> : chosenNote;
  return (
    <Combobox store={combobox} onOptionSubmit={submit} withinPortal={false} position="bottom-start">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...usual}
          {...(isUnchosen && { error: <Problem>{say("company.not_chosen")}</Problem> })}
          {...(!problem && note && { description: note })}
          name="client_id"
          placeholder={say("company.placeholder")}
          value={text}
          onChange={(event) => {
            typeCompany(store, event.currentTarget.value);
            combobox.openDropdown();
          }}
          onCompositionStart={() => setConverting(true)}
          onCompositionEnd={() => setConverting(false)}
          onFocus={(event) => comeHere(event.currentTarget)}
          onBlur={leaveField}
          onKeyDown={({ nativeEvent }) => hearKey(nativeEvent)}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={part === "" || isChosen}>
        <CompanyOptions options={options} found={found} part={part} isConverting={isConverting} />
      </Combobox.Dropdown>
      <div className="visually-hidden" role="status">
        {found.companies &&
          !found.isBefore &&
          say("company.found", { count: options.filter(isCompany).length })}
      </div>
    </Combobox>
  );
}
