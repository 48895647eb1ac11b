// One field of a form, made from its declaration in the contract.

import { Button, Group, Radio, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import type { contract, Entity, Fault } from "../backend";
import { today } from "../i18n/dates";
import { useWords } from "../i18n/useWords";
import { useStore } from "../store/store";
import classes from "./Field.module.css";
import { type FormStore, leave, problemOf, typeInto, valueIn } from "./form";

export type DeclaredField = (typeof contract)[Entity]["fields"][number];

type Props = { store: FormStore; entity: Entity; field: DeclaredField; autoFocus?: boolean };

export function Field({ store, entity, field, autoFocus = false }: Props) {
  const words = useWords();
  const value = useStore(store, (form) => valueIn(form, field.key));
  const problem = useStore(store, (form) => problemOf(form, field.key));
  const common = {
    ...usual(words.label(entity, field.key), field, problem?.fault, words),
    name: field.key,
    value,
    "data-autofocus": autoFocus || undefined,
    onBlur: () => leave(store, entity, field.key),
  };
  const type = (text: string) => typeInto(store, field.key, text);
  const typed = (event: { currentTarget: { value: string } }) => type(event.currentTarget.value);

  if (field.kind.type === "one_of") {
    return (
      <Radio.Group {...common} onChange={type}>
        <Group className={classes.choices}>
          {field.kind.values.map((choice) => (
            <Radio
              key={choice}
              value={String(choice)}
              label={words.choice(field.key, String(choice))}
            />
          ))}
        </Group>
      </Radio.Group>
    );
  }
  if (field.long) return <Textarea {...common} rows={4} resize="vertical" onChange={typed} />;
  const day = field.kind.type === "day" && {
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
  return <TextInput {...common} {...day} inputMode={inputMode(field)} onChange={typed} />;
}

/** What every field has: its name, marked where it is needed, and below it a problem or a hint. */
export function usual(
  label: string,
  field: DeclaredField,
  fault: Fault | undefined,
  words: ReturnType<typeof useWords>,
) {
  return {
    className: classes.field,
    label: (
      <>
        {label}
        {field.create === "required" && (
          <span className={classes.required}>{words.say("register.required")}</span>
        )}
      </>
    ),
    error: fault ? <Problem>{words.fault(fault)}</Problem> : null,
    description: fault ? null : hint(field, words),
  };
}

/** A problem's words, announced when they come. */
export function Problem({ children }: { children: ReactNode }) {
  return <span role="alert">{children}</span>;
}

function hint(field: DeclaredField, { say }: ReturnType<typeof useWords>): string | null {
  switch (field.kind.type) {
    case "id":
      return say("register.number_hint");
    case "day":
      return say("register.day_hint", { example: today() });
    default:
      return null;
  }
}

function inputMode(field: DeclaredField) {
  if (field.kind.type === "id" || field.kind.type === "digits") return "numeric";
  if (/email/.test(field.key)) return "email";
  if (/tel|fax/.test(field.key)) return "tel";
  return field.key === "url" ? "url" : "text";
}
