// What a new company was begun from: the text of a company field.

import type { Form, Values } from "./form";

type Beginning = {
  /** What stood in the company field. */
  typed: string;
  /** Whether an abbreviated legal form in it was written out. */
  isWrittenOut: boolean;
};

export function noteBeginning({ begun }: Form, beginning: Beginning): void {
  beginnings.set(begun, beginning);
}

/** None where the company was not begun from a company field since the program started. */
export function beginningOf({ begun }: Form): Beginning | undefined {
  return beginnings.get(begun);
}

/** Each form begins with values of its own. */
const beginnings = new WeakMap<Values, Beginning>();
