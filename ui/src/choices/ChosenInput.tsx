// The box in which several names are chosen: each stands in it as a mark that can be removed.

import { CloseButton, Combobox, PillsInput } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { useWords } from "../i18n/useWords";
import classes from "./ChoiceInput.module.css";

type Chosen = { id: string; title: string; isWrong: boolean };

type Props = {
  id: string;
  chosen: readonly Chosen[];
  onDrop: (id: string) => void;
  value: string;
  onChange: (text: string) => void;
  onClick: () => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  label?: ReactNode;
  "aria-label"?: string;
  error?: ReactNode;
  description?: ReactNode;
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  className?: string | undefined;
  rightSection: ReactNode;
  rightSectionPointerEvents: "none";
  "data-autofocus"?: boolean | undefined;
};

export function ChosenInput({ chosen, onDrop, ...props }: Props) {
  const { say } = useWords();
  const {
    id,
    value,
    name,
    placeholder,
    disabled = false,
    onChange,
    onBlur,
    onKeyDown,
    ...box
  } = props;
  const { "aria-label": named, "data-autofocus": autoFocus, ...rest } = box;
  const last = chosen.at(-1);
  return (
    <Combobox.DropdownTarget>
      <PillsInput {...rest} id={id} disabled={disabled}>
        <ul className={classes.chosen}>
          {chosen.map(({ id, title, isWrong }) => (
            <li key={id} className={classes.mark} data-wrong={isWrong}>
              {title}
              <CloseButton
                size={32}
                disabled={disabled}
                aria-label={say("choice.remove", { name: title })}
                onClick={() => onDrop(id)}
              />
            </li>
          ))}
        </ul>
        <Combobox.EventsTarget withExpandedAttribute>
          <PillsInput.Field
            id={id}
            name={name}
            aria-label={named}
            data-autofocus={autoFocus}
            placeholder={chosen.length === 0 ? placeholder : undefined}
            value={value}
            onChange={(event) => onChange(event.currentTarget.value)}
            onBlur={onBlur}
            onKeyDown={(event) => {
              onKeyDown(event);
              if (event.key === "Backspace" && value === "" && last) onDrop(last.id);
            }}
          />
        </Combobox.EventsTarget>
      </PillsInput>
    </Combobox.DropdownTarget>
  );
}
