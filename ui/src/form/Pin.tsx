// The pin beside a field's name: what it holds stays for the next form. Out of the way of Tab, which
// goes from field to field; a key in the field itself presses it.

import { ActionIcon } from "@mantine/core";
import { IconPin, IconPinFilled } from "@tabler/icons-react";
import { useState } from "react";
import { useConnection } from "../app/connection";
import { useWords } from "../i18n/useWords";
import { isPin } from "../keys/guard";
import { pinKey } from "../keys/KeysHelp";
import { useStore } from "../store/store";
import type { FormStore } from "./form";
import classes from "./Pin.module.css";
import { togglePin, usePin } from "./pins";

export function Pin({ store, name }: { store: FormStore; name: string }) {
  const { say, label } = useWords();
  const { id } = useConnection();
  const { canPin, isOn } = usePin(store, name);
  const entity = useStore(store, (form) => form.entity);
  const [told, tell] = useState<"pin.on" | "pin.off" | null>(null);
  if (!canPin) return null;
  const field = label(entity, name);
  const Icon = isOn ? IconPinFilled : IconPin;
  return (
    <>
      <ActionIcon
        className={classes.pin}
        variant={isOn ? "light" : "subtle"}
        {...(!isOn && { color: "gray" })}
        size={32}
        tabIndex={-1}
        data-pin
        aria-pressed={isOn}
        aria-label={say(`pin.keep.${entity}`, { field })}
        title={`${say(isOn ? "pin.on" : "pin.hint", { field })} (${pinKey})`}
        // The caret stays in the field.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => tell(togglePin(id, store, name) ? "pin.on" : "pin.off")}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
      <span role="status" className="visually-hidden">
        {told && say(told, { field })}
      </span>
    </>
  );
}

/** Presses the pin of the field that has the caret, where the key asks for it. */
export function pinWithKey(event: KeyboardEvent): void {
  if (!isPin(event) || !(event.target instanceof Element)) return;
  const pin = event.target.closest("[data-state]")?.querySelector<HTMLElement>("[data-pin]");
  if (!pin) return;
  event.preventDefault();
  pin.click();
}
