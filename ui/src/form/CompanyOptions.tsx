// The list below the company field.

import { Combobox } from "@mantine/core";
import { troubleOf } from "../backend";
import { useWords } from "../i18n/useWords";
import type { CompanyOption } from "./companyOptions";
import { isCompany } from "./companyOptions";
import classes from "./FormPage.module.css";
import type { FoundFor } from "./useCompanies";

type Props = {
  options: readonly CompanyOption[];
  found: FoundFor;
  /** What is looked for. */
  part: string;
  isConverting: boolean;
};

export function CompanyOptions({ options, found, part, isConverting }: Props) {
  const words = useWords();
  const { say } = words;
  const { companies, isAsking, error } = found;
  const isNone = companies !== null && !options.some(isCompany);
  const isQuiet = companies === null && !error;
  return (
    <Combobox.Options
      className={classes.companies}
      aria-label={words.label("business_cards", "client_id")}
    >
      {options.filter(isCompany).map((option) => (
        <Option key={option.value} option={option} part={part} />
      ))}
      {isNone && <Combobox.Empty>{say("company.none", { part })}</Combobox.Empty>}
      {error && <Combobox.Empty>{words.trouble(troubleOf(error))}</Combobox.Empty>}
      {isConverting && <Combobox.Empty>{say("company.typing")}</Combobox.Empty>}
      {!isConverting && (isAsking || isQuiet) && (
        <Combobox.Empty>{say("company.searching")}</Combobox.Empty>
      )}
      {options
        .filter((option) => !isCompany(option))
        .map((option) => (
          <Option key={option.value} option={option} part={part} />
        ))}
    </Combobox.Options>
  );
}

function Option({ option, part }: { option: CompanyOption; part: string }) {
  const { say } = useWords();
  const { kind, value } = option;
  switch (kind) {
    case "waiting":
      return (
        <Combobox.Option value={value}>
          <div>{option.record.form.values.name}</div>
          <div className={classes.detail}>{say("outbox.on_its_way")}</div>
        </Combobox.Option>
      );
    case "company":
      return (
        <Combobox.Option value={value}>
          <div>{option.company.name}</div>
          {option.company.detail && <div className={classes.detail}>{option.company.detail}</div>}
        </Combobox.Option>
      );
    case "more":
      return (
        <Combobox.Option value={value} className={classes.besideCompanies}>
          {say("company.more")}
        </Combobox.Option>
      );
    case "again":
      return <Combobox.Option value={value}>{say("action.try_again")}</Combobox.Option>;
    case "new":
      return (
        <Combobox.Option value={value} className={classes.besideCompanies}>
          {say("company.register", { name: part })}
        </Combobox.Option>
      );
  }
}
