// The one place that decides which keys the pages may react to.
//
// A key that belongs to an input method's conversion is none of ours. Chromium and WebView2 mark it
// `isComposing`; WebKit on macOS sends the confirming Enter after `compositionend`, not composing,
// with key code 229. Such a key is stopped before any handler sees it, the libraries' own among
// them; the input method still gets it. Nothing in the pages listens to `keyup`, which comes
// unmarked after a confirmation.

/** Whether a key belongs to an input method's conversion. */
function isConverting(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** To be called once, before anything else listens. Gives the way to take the guard off again. */
export function guardKeys(window: Window): () => void {
  const guard = (event: KeyboardEvent) => {
    if (!isConverting(event)) return;
    event.stopImmediatePropagation();
    lastConverting = event.code;
  };
  window.addEventListener("keydown", guard, { capture: true });
  return () => window.removeEventListener("keydown", guard, { capture: true });
}

/** The code of the key that an input method took last: which one was pressed, whatever it means. */
export function lastConvertingKey(): string {
  return lastConverting;
}

let lastConverting = "";

/** The second click of a double click is no second word: whatever the first brought is not read yet. */
export function onlyFirst(act: () => void): (click: { detail: number }) => void {
  return ({ detail }) => {
    if (detail < 2) act();
  };
}

export function isMac(): boolean {
  return /Mac/.test(navigator.platform);
}

/** Ctrl+Enter, on macOS also ⌘+Enter; with Shift too. */
export function isSave(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.repeat;
}

/** Saves as well, and another person of the same company comes next. */
export function isSaveForColleague(event: KeyboardEvent): boolean {
  return isSave(event) && event.shiftKey;
}

/** Ctrl+C, on macOS ⌘+C; with Shift too. */
export function isCopy(event: KeyboardEvent): boolean {
  return isLetter(event, "c");
}

/** Ctrl+D, on macOS ⌘+D: lays the record before into the form. */
export function isCopyPrevious(event: KeyboardEvent): boolean {
  return isLetter(event, "d") && !event.shiftKey && !event.repeat;
}

/** Ctrl+L, on macOS ⌘+L: the field stays for the next form, or no longer. */
export function isPin(event: KeyboardEvent): boolean {
  return isLetter(event, "l") && !event.shiftKey && !event.repeat;
}

/** Ctrl+Shift+S, on macOS ⌘+Shift+S: reads an e-mail signature. */
export function isSignature(event: KeyboardEvent): boolean {
  return isLetter(event, "s") && event.shiftKey && !event.repeat;
}

/** The key that changes the record whose details are open, as in every grid. */
export const changeKey = "F2";

export function isChange(event: KeyboardEvent): boolean {
  return event.key === changeKey && !hasModifier(event) && !event.shiftKey && !event.repeat;
}

/** Alt+Enter: takes what is offered. */
export function isTake(event: KeyboardEvent): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
  return key === "Enter" && altKey && !ctrlKey && !metaKey && !shiftKey && !repeat;
}

/** The key that puts back what was tidied last. */
export const putBackKey = "F4";

export function isPutBack(event: KeyboardEvent): boolean {
  return event.key === putBackKey && !hasModifier(event) && !event.shiftKey && !event.repeat;
}

/** The key that goes to the next part of a window, as everywhere: to the likely duplicates. */
export const duplicatesKey = "F6";

export function isToDuplicates(event: KeyboardEvent): boolean {
  return event.key === duplicatesKey && !hasModifier(event) && !event.shiftKey && !event.repeat;
}

/** Page Down and Page Up: to the next part of a form, to the one before. */
export function wayByPart(event: KeyboardEvent): "next" | "before" | null {
  if (hasModifier(event) || event.shiftKey) return null;
  return event.key === "PageDown" ? "next" : event.key === "PageUp" ? "before" : null;
}

/** Enter with nothing held. */
export function isPlainEnter(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !hasModifier(event) && !event.shiftKey;
}

/** A letter with Ctrl or ⌘; the same key where the keyboard is set to letters of another script. */
function isLetter({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent, letter: string): boolean {
  const isThere = /^[a-z]$/i.test(key)
    ? key.toLowerCase() === letter
    : code === `Key${letter.toUpperCase()}`;
  // On macOS Ctrl and a letter move the caret in a text, as in every program there.
  return isThere && (isMac() ? metaKey && !ctrlKey : ctrlKey || metaKey) && !altKey;
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}
