// All the fields of a form, in the order of its layout.

import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../i18n/useWords";
import { useStore } from "../store/store";
import { CompanyField } from "./CompanyField";
import { isChanged, isCleared } from "./changed";
import { Field } from "./Field";
import classes from "./FormPage.module.css";
import { type Form, type FormStore, problemOf, valueIn } from "./form";
import { declaredField, type FieldGroup, keysIn, layouts } from "./layout";

type Props = { store: FormStore; onRegisterCompany: (name: string) => void };

export function Fields({ store, onRegisterCompany }: Props) {
  const { say } = useWords();
  const entity = useStore(store, (form) => form.entity);
  const { groups, more } = layouts[entity];
  const common = { store, onRegisterCompany };
  return (
    <>
      {groups.map((group) => (
        <section key={group.title} className={classes.group} aria-label={say(group.title)}>
          <Group group={group} {...common} />
        </section>
      ))}
      <More group={more} {...common} />
    </>
  );
}

type GroupProps = Props & { group: FieldGroup };

/** Folded, until it holds something or something in it needs another look. */
function More({ store, group, onRegisterCompany }: GroupProps) {
  const { say } = useWords();
  const keys = keysIn(group);
  const holds = useStore(store, (form) => keys.some((key) => holdsSomething(form, key)));
  const needsLook = useStore(store, (form) => keys.some((key) => problemOf(form, key)));
  const [wanted, want] = useState<boolean | null>(null);
  const isOpen = needsLook || (wanted ?? holds);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.group} aria-label={say(group.title)}>
      <div>
        <Button
          variant="subtle"
          leftSection={<Chevron size={18} aria-hidden />}
          aria-expanded={isOpen}
          onClick={() => want(!isOpen)}
        >
          {say(group.title)}
        </Button>
      </div>
      {isOpen && <Group store={store} group={group} onRegisterCompany={onRegisterCompany} />}
    </section>
  );
}

function holdsSomething(form: Form, key: string): boolean {
  return valueIn(form, key) !== "" || isChanged(form, key) || isCleared(form, key);
}

function Group({ store, group, onRegisterCompany }: GroupProps) {
  const { say } = useWords();
  const entity = useStore(store, (form) => form.entity);
  const one = (key: string) => {
    const field = declaredField(entity, key);
    return field && <Field store={store} field={field} />;
  };
  return (
    <div className={classes.fields}>
      {group.places.map(([key, width]) => (
        <div key={key} className={classes.field} style={{ gridColumn: `span ${width}` }}>
          {key === "client_id" ? (
            <CompanyField store={store} onRegister={onRegisterCompany} />
          ) : (
            one(key)
          )}
        </div>
      ))}
      {group.flags?.map(({ title, keys }) => (
        <fieldset key={title} className={classes.flags}>
          <legend>{say(title)}</legend>
          {keys.map((key) => (
            <div key={key}>{one(key)}</div>
          ))}
        </fieldset>
      ))}
    </div>
  );
}
