import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { findingOf } from "../src/pages/find/looking";
import { cell, queryOf, rows, table } from "./finding";
import { faults, field, openDesk } from "./pages";
import { kept } from "./standin/standin";

test("sorts by the keys that the service publishes, and by no others", async () => {
  const { user, standin } = openDesk("/find/cards");
  const heads = within(await table()).getAllByRole("columnheader");
  const sortable = heads.filter((head) => within(head).queryByRole("button"));
  expect(sortable.map(({ textContent }) => textContent)).toEqual(["Date exchanged", "Updated"]);
  await user.click(within(sortable[0] as HTMLElement).getByRole("button"));
  await waitFor(() =>
    expect(queryOf(standin)).toMatchObject({ order: { key: "trade_on", descending: true } }),
  );
  await waitFor(() =>
    expect(screen.getAllByRole("columnheader")[3]?.getAttribute("aria-sort")).toBe("descending"),
  );
});

test("arrow keys walk the cells with the record following, Escape closes it", async () => {
  openDesk("/find/cards");
  await table();
  cell(0).focus();
  fireEvent.keyDown(cell(0), { key: "Enter" });
  await screen.findByRole("heading", { level: 2, name: "山﨑 花子" });
  fireEvent.keyDown(cell(0), { key: "ArrowDown" });
  await screen.findByRole("heading", { level: 2, name: "髙橋 一郎" });
  await waitFor(() => expect(document.activeElement).toBe(cell(1)));
  fireEvent.keyDown(cell(1), { key: "ArrowRight" });
  await waitFor(() => expect(document.activeElement).toBe(cell(1, 1)));
  fireEvent.keyDown(cell(1, 1), { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
  expect(document.activeElement).toBe(cell(1, 1));
});

test("the head is a row of the grid, and one cell of it all is reached by Tab", async () => {
  openDesk("/find/cards");
  const grid = await table();
  cell(0).focus();
  fireEvent.keyDown(cell(0), { key: "End" });
  fireEvent.keyDown(cell(0, 6), { key: "ArrowUp" });
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Updated"));
  expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
});

test("Enter in the head sorts, and once more the other way round", async () => {
  const { user, standin } = openDesk("/find/clients");
  await table();
  act(() => findingOf(kept.id, "clients").looking.set({ columns: ["company", "id"] }));
  cell(-1, 1).focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(queryOf(standin)?.order).toEqual({ key: "id", descending: false }));
  await user.keyboard("{Enter}");
  await waitFor(() =>
    expect(cell(-1, 1).closest("th")?.getAttribute("aria-sort")).toBe("descending"),
  );
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(cell(0, 1));
});

test("a cell is copied as it is written, with Shift its row for a spreadsheet", async () => {
  const { user } = openDesk("/find/cards");
  await table();
  const written = vi.spyOn(navigator.clipboard, "writeText");
  await user.click(cell(0));
  await user.keyboard("{Control>}c{/Control}");
  expect(written).toHaveBeenLastCalledWith("山﨑 花子\nヤマサキ ハナコ");
  await user.keyboard("{Control>}{Shift>}C{/Shift}{/Control}");
  expect(written.mock.lastCall?.[0].split("\t").slice(0, 3)).toEqual([
    ...["山﨑 花子 ヤマサキ ハナコ", "青空商事株式会社 営業部 · 主任"],
    "03-0000-0137 person137@aozora.example",
  ]);
  await screen.findByText("Copied.");
});

test("of a thousand rows only those in sight are drawn", async () => {
  const { user } = openDesk("/find/cards", { cards: 1000 });
  await table();
  await user.selectOptions(await field("page[display_number]"), "1000");
  await screen.findByText("1–1,000 of 1,000");
  expect(rows().length).toBeLessThan(60);
  cell(0).focus();
  fireEvent.keyDown(cell(0), { key: "End", ctrlKey: true });
  await waitFor(() => expect(document.activeElement).toBe(cell(999, 6)));
  expect(rows().length).toBeLessThan(60);
});

test("columns are chosen and ordered with the keyboard, and the caret stays on its button", async () => {
  const { user } = openDesk("/find/clients");
  await table();
  await user.click(screen.getByRole("button", { name: "Columns" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("checkbox", { name: "E-mail domain" }));
  const forward = dialog.getByRole("button", { name: "Move “E-mail domain” forward" });
  forward.focus();
  await user.keyboard("{Enter}{Enter}");
  expect(document.activeElement).toBe(
    dialog.getByRole("button", { name: "Move “E-mail domain” forward" }),
  );
  expect(await faults()).toEqual([]);
  const heads = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
  expect(heads.slice(-3)).toEqual(["E-mail domain", "Sales representative", "Updated"]);
});
