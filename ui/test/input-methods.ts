// The keys of an input method's conversion, as the engines send them. Chromium and WebView2 mark
// them as composing; WebKit on macOS sends the key that confirms or cancels after the composition,
// not composing, with code 229; WebKitGTK names no key while composing, and tells of the confirming
// Enter as it goes up, unmarked.

import { fireEvent } from "@testing-library/react";

type Press = { down: KeyboardEventInit & { keyCode: number }; isAfterwards: boolean };

type Engine = {
  name: string;
  /** What it sends for a key; `isLast`: that key confirms or cancels. */
  press: (code: string, isLast: boolean) => Press;
};

const names: Record<string, string> = { Space: " ", KeyY: "y" };
const nameOf = (code: string) => names[code] ?? code;

export const engines: Engine[] = [
  {
    name: "Chromium",
    press: (code) => composing(nameOf(code), code),
  },
  {
    name: "WebView2",
    press: (code) => composing("Process", code),
  },
  {
    name: "WebKit on macOS",
    press: (code, isLast) => ({
      down: { key: nameOf(code), code, keyCode: 229, isComposing: !isLast },
      isAfterwards: isLast,
    }),
  },
  {
    name: "WebKitGTK",
    press: (code) => composing("Unidentified", code),
  },
];

function composing(key: string, code: string): Press {
  return { down: { key, code, keyCode: 229, isComposing: true }, isAfterwards: false };
}

/** What people do with what they compose: the keys after the letters. */
export const ways: Record<string, string[]> = {
  "confirmed with Enter": ["Space", "Enter"],
  "confirmed after a second candidate": ["Space", "Space", "Enter"],
  "confirmed after walking the candidates": ["Space", "ArrowDown", "ArrowUp", "ArrowDown", "Enter"],
  "confirmed by Tab's suggestion": ["Tab", "Enter"],
  "confirmed unconverted": ["Enter"],
  "confirmed after its parts were made longer": ["Space", "ArrowRight", "ArrowLeft", "Enter"],
  "cancelled with Escape": ["Space", "Escape", "Escape"],
  "confirmed with Enter while Ctrl is held": ["Space", "Control+Enter"],
};

/** Composes a word in one way and one engine. */
export function compose(target: Element, { press }: Engine, codes: readonly string[]): void {
  const all = ["KeyY", ...codes];
  fireEvent.compositionStart(target);
  for (const [index, chord] of all.entries()) {
    const code = chord.replace("Control+", "");
    const isLast = index === all.length - 1;
    const { down, isAfterwards } = press(code, isLast);
    if (isAfterwards) fireEvent.compositionEnd(target);
    fireEvent.keyDown(target, { ...down, ctrlKey: chord !== code });
    if (isLast && !isAfterwards) fireEvent.compositionEnd(target);
    const keyCode = code === "Enter" ? 13 : 27;
    fireEvent.keyUp(target, { key: nameOf(code), code, keyCode, isComposing: !isLast });
  }
}
