// What is said below a field that was left: what was tidied there, with the way back, and what looks
// like a slip. Both stand in the line that is kept free for hints, and neither is in the way.

import { ActionIcon } from "@mantine/core";
import { IconBulb, IconRotate, IconX } from "@tabler/icons-react";
import type { MouseEvent, ReactNode } from "react";
import { useWords } from "../i18n/useWords";
import { putBackKey } from "../keys/guard";
import { useStore } from "../store/store";
import { type FormStore, putBack } from "./form";
import classes from "./TidyNote.module.css";
import { dismiss, isOfSpaces, lastTidied, noticedIn, type Tidying } from "./tidying";

/** Nothing where nothing was tidied or noticed. */
export function useTidyNote(store: FormStore, field: string): ReactNode {
  const { say, hint, label } = useWords();
  const entity = useStore(store, (form) => form.entity);
  const noticed = useStore(store, (form) => noticedIn(form, field));
  const tidied = useStore(store, (form) => lastTidied(form, field)?.[0]);
  const before = tidied?.before;
  if (before === undefined && !noticed) return null;
  const was =
    tidied && isOfSpaces(tidied) ? say("tidy.spaces") : say("tidy.was", { before: before ?? "" });
  const said = noticed ? hint(noticed.hint) : was;
  const named = (words: string) => ({ "aria-label": `${label(entity, field)}: ${words}` });
  return (
    <span className={classes.note}>
      {noticed && <IconBulb size={18} aria-hidden className={classes.sign} />}
      <span className={noticed ? classes.hint : classes.words} title={said}>
        {said}
      </span>
      {noticed && (
        <ActionIcon
          {...usual}
          {...named(say("hint.dismiss"))}
          title={say("hint.dismiss")}
          onClick={(event) => {
            goTo(event, field);
            dismiss(store, noticed);
          }}
        >
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
      {before !== undefined && (
        <ActionIcon
          {...usual}
          {...named(say("tidy.put_back", { before }))}
          data-back
          title={`${say("tidy.put_back", { before })} (${putBackKey})`}
          onClick={(event) => {
            goTo(event, field);
            putBack(store, field);
          }}
        >
          <IconRotate size={18} aria-hidden />
        </ActionIcon>
      )}
    </span>
  );
}

const usual = { className: classes.action, variant: "subtle", size: 32 } as const;

/** The button goes away with what it stands for: the caret goes to where that was. */
function goTo({ currentTarget }: MouseEvent<HTMLButtonElement>, field: string): void {
  const target = currentTarget.form?.elements.namedItem(field);
  if (target instanceof HTMLElement) target.focus();
}

/** Tells a screen reader of what was tidied last, and of the hints, while the person goes on. */
export function TidyStatus({ store }: { store: FormStore }) {
  const { hint, label } = useWords();
  const became = useBecame(store);
  const { entity, tidy, ...form } = useStore(store, (form) => form);
  const last = lastTidied({ entity, tidy, ...form });
  const noticed = tidy.noticed.flatMap(
    ({ key }) => noticedIn({ entity, tidy, ...form }, key) ?? [],
  );
  return (
    <div role="status" className="visually-hidden">
      {last && became(last)}{" "}
      {noticed.map((one) => `${label(entity, one.key)}: ${hint(one.hint)}`).join(" ")}
    </div>
  );
}

/** Says what became of what was tidied. */
export function useBecame(store: FormStore): (tidying: Tidying) => string {
  const { say, label } = useWords();
  const entity = useStore(store, (form) => form.entity);
  return (tidying) =>
    tidying
      .map((tidied) => {
        const { key, before, after } = tidied;
        const field = label(entity, key);
        if (isOfSpaces(tidied)) return `${field}: ${say("tidy.spaces")}`;
        return before === ""
          ? say("tidy.filled", { field, after })
          : say("tidy.became", { field, before, after });
      })
      .join(" ");
}
