// Choosing by name what the service knows by number. Where no name is known its number can be
// typed.

import { Combobox, type ComboboxStore, TextInput, useCombobox } from "@mantine/core";
import { IconSelector } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId } from "react";
import type { Choice } from "../backend";
import { Problem } from "../form/Field";
import { useWords } from "../i18n/useWords";
import { isSave } from "../keys/guard";
import classes from "./ChoiceInput.module.css";
import { ChosenInput } from "./ChosenInput";
import { useChoosing } from "./useChoosing";

export type ChoiceInputProps = {
  /** What is chosen. */
  of: Choice;
  /** The id as text; with `multiple` several, with commas between them. */
  value: string;
  onChange: (value: string) => void;
  multiple?: boolean;
  label?: ReactNode;
  /** Names it where it has no label of its own. */
  "aria-label"?: string;
  error?: ReactNode;
  description?: ReactNode;
  name?: string;
  placeholder?: string;
  disabled?: boolean;
  className?: string | undefined;
  "data-autofocus"?: boolean | undefined;
  onBlur?: () => void;
};

export function ChoiceInput({ of, value, onChange, multiple = false, ...props }: ChoiceInputProps) {
  const { say } = useWords();
  const id = useId();
  const choosing = useChoosing({ of, value, multiple, onChange });
  const { text, isTyping, offered, unnamed } = choosing;
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  // While somebody types, Enter takes the likeliest; else it takes nothing and goes on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box itself is new on every drawing
  useEffect(() => {
    if (isTyping) combobox.selectFirstOption();
    else combobox.resetSelectedOption();
  }, [text, offered.length, unnamed, isTyping, combobox.dropdownOpened]);

  const first = offered[0]?.title;
  const common = {
    ...props,
    id,
    error: choosing.isWrong ? <Problem>{say("choice.unknown")}</Problem> : props.error,
    value: text,
    rightSection: <IconSelector size={18} aria-hidden className={classes.sign} />,
    rightSectionPointerEvents: "none" as const,
    onChange: (text: string) => {
      choosing.type(text);
      combobox.openDropdown();
    },
    onClick: () => combobox.openDropdown(),
    onBlur: () => {
      combobox.closeDropdown();
      choosing.leave();
      props.onBlur?.();
    },
    onKeyDown: (event: KeyboardEvent) => keepToItself(event, combobox),
  };
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      position="bottom-start"
      width="target"
      onOptionSubmit={(id) => {
        choosing.choose(id);
        combobox.closeDropdown();
      }}
    >
      {multiple ? (
        <ChosenInput {...common} chosen={choosing.chosen} onDrop={choosing.drop} />
      ) : (
        <Combobox.Target withExpandedAttribute>
          <TextInput
            {...common}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => common.onChange(event.currentTarget.value)}
          />
        </Combobox.Target>
      )}
      <Combobox.Dropdown>
        <Combobox.Options
          className={classes.options}
          {...(props.label ? { labelledBy: `${id}-label` } : { "aria-label": props["aria-label"] })}
        >
          {offered.map(({ id, title }) => (
            <Combobox.Option key={id} value={String(id)} active={String(id) === value}>
              {title}
            </Combobox.Option>
          ))}
          {unnamed !== null && (
            <Combobox.Option value={unnamed}>
              {say("choice.take_number", { id: unnamed })}
            </Combobox.Option>
          )}
          {offered.length === 0 && unnamed === null && (
            <Combobox.Empty>{say(isTyping ? "choice.none_alike" : "choice.none")}</Combobox.Empty>
          )}
          {choosing.beyond > 0 && (
            <Combobox.Empty>{say("choice.beyond", { count: choosing.beyond })}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
      <div className="visually-hidden" role="status">
        {isTyping &&
          combobox.dropdownOpened &&
          say("choice.found", { count: offered.length, first: first ?? "" })}
      </div>
    </Combobox>
  );
}

function keepToItself(event: KeyboardEvent, combobox: ComboboxStore) {
  // Saving chooses nothing, and closing the list closes nothing else.
  if (isSave(event.nativeEvent)) combobox.resetSelectedOption();
  if (event.key === "Escape" && combobox.dropdownOpened) event.stopPropagation();
}
