// The fields of a card, in the order of the layout.

import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useConnection } from "../../app/connection";
import { Field } from "../../form/Field";
import { problemOf, valueIn } from "../../form/form";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import { CompanyField } from "./CompanyField";
import { draftOf } from "./draft";
import { type FieldGroup, fieldsOf, moreGroup, shownGroups } from "./layout";
import classes from "./RegisterCardPage.module.css";

type Props = { onRegisterCompany: (name: string) => void };

export function CardForm({ onRegisterCompany }: Props) {
  const { say } = useWords();
  return (
    <>
      {shownGroups.map((group) => (
        <section key={group.title} className={classes.group} aria-label={say(group.title)}>
          <Fields group={group} onRegisterCompany={onRegisterCompany} />
        </section>
      ))}
      <More onRegisterCompany={onRegisterCompany} />
    </>
  );
}

/** Folded, until it holds something or something in it needs another look. */
function More({ onRegisterCompany }: Props) {
  const { say } = useWords();
  const { card } = draftOf(useConnection().id);
  const fields = fieldsOf(moreGroup).map(({ field }) => field.key);
  const holds = useStore(card, (form) => fields.some((key) => valueIn(form, key) !== ""));
  const needsLook = useStore(card, (form) => fields.some((key) => problemOf(form, key)));
  const [wanted, want] = useState<boolean | null>(null);
  const isOpen = needsLook || (wanted ?? holds);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.group} aria-label={say(moreGroup.title)}>
      <div>
        <Button
          variant="subtle"
          leftSection={<Chevron size={18} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => want(!isOpen)}
        >
          {say(moreGroup.title)}
        </Button>
      </div>
      {isOpen && <Fields group={moreGroup} onRegisterCompany={onRegisterCompany} />}
    </section>
  );
}

function Fields({ group, onRegisterCompany }: Props & { group: FieldGroup }) {
  const { card } = draftOf(useConnection().id);
  return (
    <div className={classes.fields}>
      {fieldsOf(group).map(({ field, width }) => (
        <div key={field.key} style={{ gridColumn: `span ${width}` }}>
          {field.key === "client_id" ? (
            <CompanyField field={field} onRegister={onRegisterCompany} />
          ) : (
            <Field store={card} entity="business_cards" field={field} />
          )}
        </div>
      ))}
    </div>
  );
}
