// Enter in a form: on to the next field, in reading order. It never saves.

import { isPlainEnter } from "./guard";

const fields = [
  'input:not([type="hidden"]):not(:disabled)',
  "textarea:not(:disabled)",
  "select:not(:disabled)",
].join(",");

/** Moves from the field that has the caret to the next one in `form`, where Enter asks for it. */
export function goOnWithEnter(event: KeyboardEvent, form: HTMLElement): void {
  const field = event.target;
  if (event.defaultPrevented || !isPlainEnter(event)) return;
  if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const stops = [...form.querySelectorAll<HTMLElement>(fields)].filter(isStop);
  // A choice of several is one stop: go on from its last radio button.
  const last = stops.findLastIndex((stop) => stop === field || isSameChoice(stop, field));
  const next = stops.slice(last + 1).find((stop) => !isUncheckedRadio(stop));
  next?.focus();
  if (next instanceof HTMLInputElement && next.type === "text") next.select();
}

function isStop(field: HTMLElement): boolean {
  return field.tabIndex >= 0 && !field.closest("[hidden],[inert]");
}

function isSameChoice(one: HTMLElement, other: HTMLElement): boolean {
  return (
    one instanceof HTMLInputElement &&
    other instanceof HTMLInputElement &&
    one.type === "radio" &&
    other.type === "radio" &&
    one.name === other.name
  );
}

function isUncheckedRadio(field: HTMLElement): boolean {
  return field instanceof HTMLInputElement && field.type === "radio" && !field.checked;
}
