// Choosing the company by part of its name, or asking to register it as a new one.

import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { type Company, troubleOf } from "../backend";
import { useWords } from "../i18n/useWords";
import { isPlainEnter, isSave } from "../keys/guard";
import { useOutboxRecord } from "../outbox/records";
import { StageMark } from "../outbox/StageMark";
import { useStore } from "../store/store";
import { awaitCompany, chooseCompany, isCompanyChosen, typeCompany } from "./company";
import { Problem, useUsual } from "./Field";
import classes from "./FormPage.module.css";
import { type FormStore, leave, problemOf, valueIn } from "./form";
import { useCompanies } from "./useCompanies";
import { useWaitingCompanies } from "./useWaitingCompanies";

const newCompany = "new";
const again = "again";
const waitingCompany = (id: number) => `waiting ${id}`;

type Props = { store: FormStore; onRegister: (name: string) => void };

export function CompanyField({ store, onRegister }: Props) {
  const words = useWords();
  const { say } = words;
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
  const {
    companies,
    error,
    again: askAgain,
  } = useCompanies(text, isConverting, isHere && !isChosen);
  const waiting = useWaitingCompanies(text);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the box itself is new on every drawing
  useEffect(() => {
    if (companies || error) combobox.selectFirstOption();
    else combobox.resetSelectedOption();
  }, [companies, error, combobox.dropdownOpened]);

  const submit = (value: string) => {
    combobox.closeDropdown();
    if (value === newCompany) {
      isRegistering.current = true;
      onRegister(text.trim());
    } else if (value === again) {
      combobox.openDropdown();
      askAgain();
    } else {
      const awaited = waiting.find(({ id }) => waitingCompany(id) === value);
      if (awaited) awaitCompany(store, awaited);
      else choose(companies?.find(({ id }) => String(id) === value));
    }
  };
  const choose = (company: Company | undefined) => company && chooseCompany(store, company);

  // Typing a whole name and going on is choosing it, where only one company has that name.
  const leaveField = () => {
    combobox.closeDropdown();
    setHere(false);
    if (isRegistering.current) {
      isRegistering.current = false;
      return;
    }
    const same = companies?.filter(({ name }) => name === text.trim()) ?? [];
    if (!isChosen && same.length === 1) choose(same[0]);
    leave(store, "client_id");
  };

  const isUnchosen = problem?.fault.fault === "required" && text.trim() !== "";
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
          onFocus={() => {
            setHere(true);
            if (!isChosen) combobox.openDropdown();
          }}
          onBlur={leaveField}
          onKeyDown={({ nativeEvent }) => {
            // Saving chooses nothing; and while the list is still coming, nothing to go on with.
            if (isSave(nativeEvent)) combobox.resetSelectedOption();
            if (!isPlainEnter(nativeEvent) || isChosen || text.trim() === "") return;
            if (combobox.dropdownOpened && combobox.getSelectedOptionIndex() !== -1) return;
            nativeEvent.preventDefault();
            combobox.openDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={text.trim() === "" || isChosen}>
        <Combobox.Options
          className={classes.companies}
          aria-label={words.label("business_cards", "client_id")}
        >
          {waiting.map(({ id, form }) => (
            <Combobox.Option key={waitingCompany(id)} value={waitingCompany(id)}>
              <div>{form.values.name}</div>
              <div className={classes.detail}>{say("outbox.on_its_way")}</div>
            </Combobox.Option>
          ))}
          {companies?.map(({ id, name, detail }) => (
            <Combobox.Option key={id} value={String(id)}>
              <div>{name}</div>
              {detail && <div className={classes.detail}>{detail}</div>}
            </Combobox.Option>
          ))}
          {companies?.length === 0 && waiting.length === 0 && (
            <Combobox.Empty>{say("company.none", { part: text.trim() })}</Combobox.Empty>
          )}
          {error && <Combobox.Empty>{words.trouble(troubleOf(error))}</Combobox.Empty>}
          {error && <Combobox.Option value={again}>{say("action.try_again")}</Combobox.Option>}
          {(companies || error) && (
            <Combobox.Option value={newCompany} className={classes.newCompany}>
              {say("company.register", { name: text.trim() })}
            </Combobox.Option>
          )}
          {!companies && !error && (
            <Combobox.Empty>
              {say(isConverting ? "company.typing" : "company.searching")}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
      <div className="visually-hidden" role="status">
        {companies && say("company.found", { count: companies.length })}
      </div>
    </Combobox>
  );
}
