// One field of a form, made from its declaration in the contract.

import { Button, Checkbox, Group, Radio, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { ChoiceInput } from "../choices/ChoiceInput";
import { today } from "../i18n/dates";
import { useWords, type Words } from "../i18n/useWords";
import { useStore } from "../store/store";
import { isOffering } from "./address";
import { ChangeActions, useChangeNote } from "./ChangeNote";
import { stateOf } from "./changed";
import classes from "./Field.module.css";
import { type Leaving, opensDialog } from "./focus";
import { type FormStore, isGiven, leave, problemOf, typeInto, valueIn } from "./form";
import { type DeclaredField, declaredField } from "./layout";
import { OfferInput } from "./OfferInput";
import { Pin } from "./Pin";
import { useTidyNote } from "./TidyNote";

type Props = { store: FormStore; field: DeclaredField; autoFocus?: boolean };

export function Field({ store, field, autoFocus = false }: Props) {
  const words = useWords();
  const { key, kind } = field;
  const common = {
    ...useUsual(store, key),
    name: key,
    value: useStore(store, (form) => valueIn(form, key)),
    "data-autofocus": autoFocus || undefined,
    "data-given": useStore(store, (form) => isGiven(form, key)) || undefined,
    onBlur: (event?: Leaving) => {
      if (!opensDialog(event)) leave(store, key);
    },
  };
  const type = (text: string) => typeInto(store, key, text);
  const typed = (event: { currentTarget: { value: string } }) => type(event.currentTarget.value);
  const box = () => {
    if (kind.type === "one_of") {
      return (
        <Radio.Group {...common} onChange={type}>
          <Group className={classes.choices}>
            {kind.values.map((choice) => (
              <Radio
                key={choice}
                value={String(choice)}
                label={words.choice(key, String(choice))}
              />
            ))}
          </Group>
        </Radio.Group>
      );
    }
    if (kind.type === "id") return <ChoiceInput {...common} of={kind.of} onChange={type} />;
    if (field.long) {
      // A memo is written in lines; the others are passed with Enter, like all.
      const goesOn = key !== "note" || undefined;
      return (
        <Textarea {...common} data-goes-on={goesOn} rows={4} resize="vertical" onChange={typed} />
      );
    }
    const day = kind.type === "day" && {
      rightSectionWidth: "auto",
      rightSection: (
        <Button
          className={classes.today}
          variant="subtle"
          size="compact-sm"
          onClick={() => type(today())}
        >
          {words.say("register.today")}
        </Button>
      ),
    };
    if (isOffering(key))
      return <OfferInput {...common} name={key} store={store} onChange={typed} />;
    return <TextInput {...common} {...day} inputMode={inputMode(field)} onChange={typed} />;
  };
  if (kind.type === "flag") return <Flag store={store} field={field} />;
  return (
    <>
      {box()}
      <ChangeActions store={store} field={field} />
      <Pin store={store} name={key} />
    </>
  );
}

/** Yes or no. What the service does not show is neither, until somebody says. */
function Flag({ store, field }: Props) {
  const { label, error } = useUsual(store, field.key);
  const value = useStore(store, (form) => valueIn(form, field.key));
  const isUnknown = useStore(store, (form) => stateOf(form, field.key) === "hidden");
  // Where a change does not begin with no, no is said; else it is the same as nothing.
  const no = useStore(store, ({ change, begun }) =>
    change && begun[field.key] !== "" ? "false" : "",
  );
  return (
    <div className={classes.flag}>
      <Checkbox
        name={field.key}
        label={label}
        error={error}
        checked={value === "true"}
        indeterminate={isUnknown}
        onChange={(event) => typeInto(store, field.key, event.currentTarget.checked ? "true" : no)}
        onBlur={() => leave(store, field.key)}
      />
      <ChangeActions store={store} field={field} />
    </div>
  );
}

/** What every field has: its name, marked where it is needed, and below it a problem or what else is to be said. */
export function useUsual(store: FormStore, key: string) {
  const words = useWords();
  const entity = useStore(store, (form) => form.entity);
  const operation = useStore(store, ({ change }) => (change ? "update" : "create"));
  const fault = useStore(store, (form) => problemOf(form, key)?.fault);
  const { mark, note, placeholder, question } = useChangeNote(store, key);
  const tidyNote = useTidyNote(store, key);
  const field = declaredField(entity, key);
  const isRequired = field?.[operation] === "required";
  const wrong = fault ? words.fault(fault) : question;
  return {
    label: (
      <>
        {words.label(entity, key)}
        {isRequired && <span className={classes.mark}>{words.say("register.required")}</span>}
        {mark && <span className={classes.mark}>{mark}</span>}
      </>
    ),
    error: wrong ? <Problem>{wrong}</Problem> : null,
    description: wrong ? null : (tidyNote ?? note ?? (field && hint(field, words))),
    ...(placeholder && { placeholder }),
  };
}

/** A problem's words, announced when they come. */
export function Problem({ children }: { children: ReactNode }) {
  return <span role="alert">{children}</span>;
}

function hint(field: DeclaredField, { say }: Words): string | null {
  return field.kind.type === "day" ? say("register.day_hint", { example: today() }) : null;
}

function inputMode(field: DeclaredField) {
  if (field.kind.type === "digits") return "numeric";
  if (/email/.test(field.key)) return "email";
  if (/tel|fax/.test(field.key)) return "tel";
  return field.key === "url" ? "url" : "text";
}
