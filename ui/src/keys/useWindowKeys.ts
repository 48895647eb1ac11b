// Keys that are meant wherever the caret is. The only place where the pages listen to the window's.

import { useEffect } from "react";

/** Reacts to each key that no input method took, as this drawing of the page would. */
export function useWindowKeys(onKey: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
