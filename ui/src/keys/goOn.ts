// Going on in a form without the mouse: with Enter to the next field that is not filled in for the
// person, in reading order, with Page Down to the next part. Neither ever saves. A dialogue that is
// drawn elsewhere has its own way: React tells the form of its keys too. In a text of several lines
// Enter is a new line, unless its field says that it goes on there too: then Shift+Enter is one.

import { isPlainEnter, wayByPart } from "./guard";

/** Moves from the field that has the caret to the next one in `form`, where Enter asks for it. */
export function goOnWithEnter(event: KeyboardEvent, form: HTMLFormElement): void {
  const field = event.target;
  if (event.defaultPrevented || !isPlainEnter(event)) return;
  if (!(field instanceof HTMLElement && isGoneOnFrom(field)) || !form.contains(field)) return;
  event.preventDefault();
  goOnFrom(field, form);
}

/** Whether Enter is no key of the field's own. */
function isGoneOnFrom(field: HTMLElement): boolean {
  if (field instanceof HTMLTextAreaElement) return Boolean(field.dataset.goesOn);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
}

/** Moves from this field to the next one in `form`. */
export function goOnFrom(field: HTMLElement, form: HTMLFormElement): void {
  const stops = [...form.elements].filter(isStop);
  // A choice of several is one stop: go on from its last radio button.
  const last = stops.findLastIndex((stop) => stop === field || isSameChoice(stop, field));
  arriveAt(firstOf(stops.slice(last + 1).filter((stop) => !isUncheckedRadio(stop))));
}

/** Moves to the first field of the next part of `form`, or of the one before, where a key asks for it. */
export function goOnByPart(event: KeyboardEvent, form: HTMLFormElement): void {
  const way = wayByPart(event);
  const field = event.target;
  if (event.defaultPrevented || way === null || !(field instanceof HTMLInputElement)) return;
  if (!form.contains(field)) return;
  event.preventDefault();
  const parts = [...form.querySelectorAll("section")];
  const at = parts.findIndex((part) => part.contains(field));
  const others = way === "next" ? parts.slice(at + 1) : parts.slice(0, at).reverse();
  const stops = [...form.elements].filter(isStop);
  const firsts = others.map((part) => firstOf(stops.filter((stop) => part.contains(stop))));
  arriveAt(firsts.find((stop) => stop !== undefined));
}

function firstOf(stops: readonly Stop[]): Stop | undefined {
  return stops.find((stop) => !stop.dataset.given) ?? stops[0];
}

function arriveAt(next: Stop | undefined): void {
  next?.focus();
  if (!(next instanceof HTMLInputElement) || next.type !== "text") return;
  // What was filled in for the person is gone on with, what they typed is typed over.
  if (next.dataset.caret === "end") next.setSelectionRange(next.value.length, next.value.length);
  else next.select();
}

type Stop = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What the caret goes into: no button, nothing folded away or out of use. */
function isStop(element: Element): element is Stop {
  const isField =
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement;
  if (!isField || element.disabled || element.type === "hidden") return false;
  return element.tabIndex >= 0 && !element.closest("[hidden],[inert]");
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
