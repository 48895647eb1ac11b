// Taking the person to the first field that needs another look after a try to save.

import { type RefObject, useEffect } from "react";
import { useStore } from "../store/store";
import type { FormStore } from "./form";

export function useFocusOnProblem(store: FormStore, form: RefObject<HTMLElement | null>): void {
  const tries = useStore(store, ({ tries }) => tries);
  const phase = useStore(store, ({ phase }) => phase);
  // Only a try to save moves the caret, never a check on leaving a field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (tries === 0 || phase !== "typing") return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, phase]);
}

/**
 * Puts the caret behind what was typed last, or into the first field where nothing was: what is
 * handed on to a form was not typed.
 */
export function focusAtEnd(form: HTMLElement, isUntouched: boolean): void {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(texts)];
  const typed = isUntouched ? undefined : fields.findLast(({ value }) => value !== "");
  const last = typed ?? fields[0];
  last?.focus();
  last?.setSelectionRange(last.value.length, last.value.length);
  // What stands above an empty form tells what became of the one before: it is to be seen.
  const page = form.closest("main");
  if (page && last === fields[0]) page.scrollTop = 0;
}

/** Puts the caret into this field; what stands there is typed over. */
export function focusOn(form: HTMLElement, key: string): void {
  const field = form.querySelector<HTMLInputElement>(`input[name="${key}"]`);
  field?.focus();
  field?.select();
}

/** In a change: into the first field that was changed, or to the beginning. */
export function focusOnChange(form: HTMLElement): void {
  const changed = form.querySelector(`[data-changed="true"] :is(${texts})`);
  const first = changed ?? form.querySelector("h1");
  if (first instanceof HTMLElement) first.focus();
}

const texts = 'input:not([type="radio"], [type="checkbox"]), textarea';

/** What tells of a caret that leaves a field. */
export type Leaving = { relatedTarget: EventTarget | null };

/** Whether it goes into a dialogue, from which it comes back: the field is not left by that. */
export function opensDialog(leaving: Leaving | undefined): boolean {
  const to = leaving?.relatedTarget;
  return to instanceof Element && to.closest('[role="dialog"]') !== null;
}
