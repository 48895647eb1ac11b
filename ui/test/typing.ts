// A form, as a person types into it and saves it with the keys.

import { fireEvent, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import { field } from "./pages";

export const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
export const f4 = (target: Element = document.body) => fireEvent.keyDown(target, { key: "F4" });
export const ctrlEnter = () => fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });

export async function fill(name: string, value: string) {
  const target = await field(name);
  type(target, value);
  fireEvent.blur(target);
  return target;
}

export const becomes = (target: HTMLInputElement, value: string) =>
  waitFor(() => expect(target.value).toBe(value));
