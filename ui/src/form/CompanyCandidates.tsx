// The companies that a card's company can be, where the service lists its name alone.

import { Radio, Stack } from "@mantine/core";
import { useWords } from "../i18n/useWords";
import { useStore } from "../store/store";
import { chooseCompany } from "./company";
import classes from "./FormPage.module.css";
import { type FormStore, valueIn } from "./form";

export function CompanyCandidates({ store }: { store: FormStore }) {
  const { say } = useWords();
  const companies = useStore(store, ({ sheet }) => sheet?.companies);
  const chosen = useStore(store, (form) => valueIn(form, "client_id"));
  if (!companies?.length) return null;
  const choose = (id: string) => {
    const company = companies.find((company) => String(company.id) === id);
    if (company) chooseCompany(store, company);
  };
  return (
    <Radio.Group
      className={classes.candidates}
      name="company"
      label={say("change.which_company")}
      value={chosen}
      onChange={choose}
    >
      <Stack gap="0.25rem">
        {companies.map(({ id, name, detail }) => (
          <Radio key={id} value={String(id)} label={name} description={detail} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
