// A field for which something can be offered: a list opens below it while the caret is there. It takes
// nothing by itself, Enter goes on as ever, and typing on narrows it down or closes it.

import { Combobox, TextInput, type TextInputProps, useCombobox } from "@mantine/core";
import { type FocusEvent, useEffect, useRef } from "react";
import { useWords } from "../i18n/useWords";
import { isSave } from "../keys/guard";
import { useStore } from "../store/store";
import { type Offering, useIsFilled, useOffers } from "./address";
import classes from "./FormPage.module.css";
import type { FormStore } from "./form";

type Props = TextInputProps & { store: FormStore; name: Offering };

export function OfferInput({ store, ...props }: Props) {
  const words = useWords();
  const { name, onFocus, onBlur, onKeyDown } = props;
  const entity = useStore(store, (form) => form.entity);
  const offers = useOffers(store, name);
  const isFilled = useIsFilled(store) && name === "address";
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const some = offers.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the box itself is new on every drawing
  useEffect(() => {
    if (some && document.activeElement === input.current) combobox.openDropdown();
    else if (!some) combobox.closeDropdown();
    combobox.resetSelectedOption();
  }, [some, offers.length]);

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(text) => {
        offers.find((offer) => offer.text + offer.detail === text)?.take();
        combobox.closeDropdown();
      }}
      withinPortal={false}
      position="bottom-start"
      width="target"
    >
      <Combobox.Target
        withAriaAttributes={some}
        withExpandedAttribute={some}
        withKeyboardNavigation={some}
      >
        <TextInput
          {...props}
          ref={input}
          data-caret={isFilled ? "end" : undefined}
          onFocus={(event) => {
            onFocus?.(event);
            if (some) combobox.openDropdown();
            if (isFilled) goBehind(event);
          }}
          onBlur={(event) => {
            combobox.closeDropdown();
            onBlur?.(event);
          }}
          onKeyDown={(event) => {
            onKeyDown?.(event);
            if (isSave(event.nativeEvent)) combobox.resetSelectedOption();
            if (event.key === "Escape" && combobox.dropdownOpened) event.stopPropagation();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!some}>
        <Combobox.Options className={classes.companies} aria-label={words.label(entity, name)}>
          {offers.map(({ text, detail }) => (
            <Combobox.Option key={text + detail} value={text + detail}>
              <div>{text}</div>
              {detail && <div className={classes.detail}>{detail}</div>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Tab selects the whole text, some engines only after telling of the caret. */
function goBehind({ currentTarget: input }: FocusEvent<HTMLInputElement>): void {
  setTimeout(() => {
    const { value, selectionStart, selectionEnd } = input;
    const isWhole = selectionStart === 0 && selectionEnd === value.length;
    if (isWhole) input.setSelectionRange(value.length, value.length);
  });
}
