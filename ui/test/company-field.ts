// The company field, as a person fills it in.

import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect } from "vitest";
import { field, openDesk } from "./pages";
import { companies } from "./standin/cards";

export const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
export const press = (target: Element, key: string, held: KeyboardEventInit = {}) =>
  fireEvent.keyDown(target, { key, code: key, keyCode: key === "Enter" ? 13 : 0, ...held });
export const soon = () => new Promise((resolve) => setTimeout(resolve, 400));
export const marked = () => document.querySelector("[data-combobox-selected]");

/** What an input method shows one after the other, the last of it confirmed. */
export function convert(target: HTMLInputElement, texts: readonly string[]): void {
  fireEvent.compositionStart(target);
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
  for (const text of texts) {
    set?.call(target, text);
    const how = { bubbles: true, inputType: "insertCompositionText" };
    fireEvent(target, new InputEvent("input", how));
  }
  fireEvent.compositionEnd(target);
}

export const openKnowing = (place?: string) => openDesk(place, { knownCompanies: companies });

/** Types part of a company's name and waits until one can be taken with Enter. */
export async function look(part: string): Promise<HTMLInputElement> {
  const company = await field("client_id");
  company.focus();
  type(company, part);
  await waitFor(() => expect(marked()).not.toBeNull());
  return company;
}

/** Opens the window in which a company of this name is registered on the spot. */
export async function begin(name: string): Promise<void> {
  const company = await field("client_id");
  company.focus();
  type(company, name);
  await screen.findByRole("option", { name: /^Register “/ });
  await waitFor(() => expect(marked()).not.toBeNull());
  press(company, "Enter");
  await screen.findByRole("dialog");
}
