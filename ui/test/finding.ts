// What the tests of the pages for finding share.

import { screen, waitFor } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect } from "vitest";
import type { Found, Query } from "../src/backend";
import type { Standin } from "./standin/standin";

export const nothing: Found = {
  records: [],
  total_count: 0,
  total_number: 0,
  current_number: 1,
  unreadable: 0,
};

/** What was searched for last. */
export const queryOf = (standin: Standin) =>
  standin.callsOf("find").at(-1)?.query as Query | undefined;

/** A cell of the table, counted from 0. */
export const cell = (row: number, column = 0) =>
  document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) as HTMLElement;

/** The rows that are drawn, by their first cells. */
export const rows = () => [...document.querySelectorAll<HTMLElement>("tbody th[data-cell]")];

/** The parameters of the filters in sight. */
export const filters = () =>
  [...document.querySelectorAll<HTMLElement>("[data-filter]")].map(
    ({ dataset }) => dataset.filter as string,
  );

/** The table, once it holds several rows. */
export async function table(): Promise<HTMLElement> {
  await waitFor(() => expect(rows().length).toBeGreaterThan(3));
  return screen.getByRole("grid");
}

/** Adds a filter by its name, as a person does. */
export async function add(user: UserEvent, name: string): Promise<void> {
  await user.click(screen.getByRole("combobox", { name: "Add a filter" }));
  await user.click(await screen.findByRole("option", { name }));
}
