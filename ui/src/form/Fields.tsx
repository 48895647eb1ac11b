// All the fields of a form, in the order of its layout.

import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { Fragment, type ReactNode, useState } from "react";
import { useWords } from "../i18n/useWords";
import { useStore } from "../store/store";
import { AddressNote } from "./AddressNote";
import { ChangeActions } from "./ChangeNote";
import { CompanyCandidates } from "./CompanyCandidates";
import { CompanyField } from "./CompanyField";
import { CompanyOffer } from "./CompanyOffer";
import { isChanged, isCleared, stateOf } from "./changed";
import { Field } from "./Field";
import classes from "./FormPage.module.css";
import { type Form, type FormStore, problemOf, valueIn } from "./form";
import { declaredField, type FieldGroup, keysIn, layouts } from "./layout";

type Props = { store: FormStore; onRegisterCompany: (name: string) => void };

export function Fields({ store, onRegisterCompany }: Props) {
  const { say } = useWords();
  const entity = useStore(store, (form) => form.entity);
  const isNew = useStore(store, ({ change }) => change === null);
  const { groups, more } = layouts[entity];
  const common = { store, onRegisterCompany };
  return (
    <>
      {groups.map((group) => (
        <section key={group.title} className={classes.group} aria-label={say(group.title)}>
          <Group group={group} {...common} />
          {isNew && keysIn(group).includes("client_id") && <CompanyOffer store={store} />}
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
    <section
      className={classes.group}
      aria-label={say(group.title)}
      // What one is typing into does not fold away as it is emptied.
      onInput={() => want(true)}
    >
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
  return (
    <div className={classes.fields}>
      {group.places.map(([key, width]) => (
        <Fragment key={key}>
          {key === "client_id" && <CompanyCandidates store={store} />}
          <Box store={store} name={key} width={width}>
            <One store={store} name={key} onRegisterCompany={onRegisterCompany} />
          </Box>
          {key === "address" && <AddressNote store={store} />}
        </Fragment>
      ))}
      {group.flags?.map(({ title, keys }) => (
        <fieldset key={title} className={classes.flags}>
          <legend>{say(title)}</legend>
          {keys.map((key) => (
            <One key={key} store={store} name={key} onRegisterCompany={onRegisterCompany} />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

type BoxProps = { store: FormStore; name: string; width: number; children: ReactNode };

function Box({ store, name, width, children }: BoxProps) {
  const state = useStore(store, (form) => stateOf(form, name));
  return (
    <div
      className={classes.field}
      style={{ gridColumn: `span ${width}` }}
      data-state={state}
      data-changed={state === "changed" || state === "emptied" || state === "cleared"}
    >
      {children}
    </div>
  );
}

function One({ store, name, onRegisterCompany }: Props & { name: string }) {
  const field = useStore(store, ({ entity }) => declaredField(entity, name));
  if (!field) return null;
  if (name !== "client_id") return <Field store={store} field={field} />;
  return (
    <>
      <CompanyField store={store} onRegister={onRegisterCompany} />
      <ChangeActions store={store} field={field} />
    </>
  );
}
