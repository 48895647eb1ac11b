import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { contract, type Entity, type Found } from "../src/backend";
import { columnIds } from "../src/pages/find/columns";
import { addFilters, findingOf } from "../src/pages/find/looking";
import { answeredFields } from "../src/pages/find/values";
import { faults, field, openDesk } from "./pages";
import { kept, practice, type Standin, trouble } from "./standin/standin";

const nothing: Found = {
  records: [],
  total_count: 0,
  total_number: 0,
  current_number: 1,
  unreadable: 0,
};

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const queryOf = (standin: Standin) => standin.callsOf("find").at(-1)?.query;
const cell = (row: number, column = 0) =>
  document.querySelector<HTMLElement>(`[data-cell="${row}:${column}"]`) as HTMLElement;
const rows = () => [...document.querySelectorAll<HTMLElement>("tbody th[data-cell]")];
const filters = () =>
  [...document.querySelectorAll<HTMLElement>("[data-filter]")].map(
    ({ dataset }) => dataset.filter as string,
  );

async function table() {
  await waitFor(() => expect(rows().length).toBeGreaterThan(3));
  return screen.getByRole("grid");
}

/** Adds a filter by its name, as a person does. */
async function add(user: UserEvent, name: string) {
  await user.click(screen.getByRole("combobox", { name: "Add a filter" }));
  await user.click(await screen.findByRole("option", { name }));
}

const pages: [Entity, string, string, number][] = [
  ["business_cards", "/find/cards", "Card details", 28],
  ["clients", "/find/clients", "Company details", 26],
  ["leads", "/find/leads", "Lead details", 61],
];

describe.each(pages)("the page of %s", (entity, place, details, parameters) => {
  test("has no fault for a screen reader, with every filter and a record open", async () => {
    const { user } = openDesk(place, { open: practice, cards: 5 });
    await table();
    const added = contract[entity].searches
      .map(({ parameter }) => parameter)
      .filter((parameter) => !filters().includes(parameter));
    act(() => addFilters(findingOf(practice.id, entity), added));
    expect(filters()).toHaveLength(parameters);
    const labels = [...document.querySelectorAll("[data-filter] label")];
    expect(new Set(labels.map(({ textContent }) => textContent)).size).toBe(parameters);
    await user.click(cell(1));
    await screen.findByRole("complementary", { name: details });
    expect(await faults()).toEqual([]);
  });

  test("shows every field of an answer as a column, and no two have the same name", async () => {
    openDesk(place, { cards: 5 });
    await table();
    const all = columnIds(entity);
    act(() => findingOf(kept.id, entity).looking.set({ columns: all }));
    const heads = (await screen.findAllByRole("columnheader")).map(
      ({ textContent }) => textContent,
    );
    expect(new Set(heads).size).toBe(all.length);
    expect(heads.every((head) => head && !/_/.test(head))).toBe(true);
    expect(await faults()).toEqual([]);
  });

  test("none found says what was searched for and offers to register it", async () => {
    openDesk(place, { answers: { find: () => nothing } });
    const link = await screen.findByRole("link", { name: /^Register the/ });
    expect(link.getAttribute("href")).toMatch(/^#.register/);
    expect(await faults()).toEqual([]);
  });

  test("one found stands alone", async () => {
    openDesk(place, { cards: 1 });
    await screen.findByText("1–1 of 1");
    expect(rows()).toHaveLength(1);
    expect(await faults()).toEqual([]);
  });

  test("what an answer holds is text, whatever it looks like", async () => {
    const markup = "<img src=x onerror=alert(1)><b>bold</b>";
    const fields = Object.fromEntries(answeredFields(entity).map(({ key }) => [key, markup]));
    const record = { id: 1, fields, items: [{ label: markup, value: markup }] };
    openDesk(place, {
      answers: { find: () => ({ ...nothing, records: [record], total_count: 1 }) },
    });
    await waitFor(() => expect(rows()).toHaveLength(1));
    fireEvent.click(cell(0));
    const panel = await screen.findByRole("complementary", { name: details });
    expect(panel.textContent).toContain(markup);
    expect(document.querySelector("main img, main b")).toBeNull();
  });
});

test("searches on Enter or with the button, never while typing", async () => {
  const { user, standin } = openDesk("/find/cards");
  await table();
  await user.type(await field("search[family_name]"), "Petrova");
  expect(standin.callsOf("find")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Search" }));
  await waitFor(() => expect(standin.callsOf("find")).toHaveLength(2));
  expect(queryOf(standin)).toEqual({
    search: { "search[family_name]": "Petrova" },
    order: { key: "id", descending: true },
    number: 1,
    display_number: 50,
  });
});

test("searching for the same again asks again", async () => {
  const { user, standin } = openDesk("/find/cards");
  await table();
  await user.click(screen.getByRole("button", { name: "Search" }));
  await waitFor(() => expect(standin.callsOf("find")).toHaveLength(2));
});

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

test("filter, sort, page and size survive moving between pages", async () => {
  const { user, standin } = openDesk("/find/cards");
  await table();
  await user.selectOptions(await field("page[display_number]"), "20");
  await screen.findByText("1–20 of 137");
  await user.click(screen.getByRole("button", { name: "Next page" }));
  await screen.findByText("21–40 of 137");
  const before = queryOf(standin);
  location.hash = "#/settings";
  await screen.findByRole("heading", { name: "Connections" });
  location.hash = "#/find/cards";
  await screen.findByText("21–40 of 137");
  expect(queryOf(standin)).toEqual(before);
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

test("the card shows fields that nobody published by their own key, and names what is empty", async () => {
  openDesk("/find/cards");
  await table();
  fireEvent.click(cell(0));
  const card = within(await screen.findByRole("complementary"));
  expect(card.getByText("Other fields")).toBeTruthy();
  expect(card.getByText("shoe_size")).toBeTruthy();
  expect(card.getByText("Active")).toBeTruthy();
  expect(card.getByText("Prefecture")).toBeTruthy();
});

test("nothing found says what was searched for and offers to register it", async () => {
  openDesk("/find/cards");
  await table();
  const family = await field("search[family_name]");
  type(family, "存在しない");
  fireEvent.keyDown(family, { key: "Enter" });
  await screen.findByText("Searched for: Last name 存在しない");
  expect(screen.getByRole("link", { name: "Register the card" })).toBeTruthy();
  expect(await faults()).toEqual([]);
});

test("a failure has its words and can be tried again", async () => {
  const { user, standin } = openDesk("/find/cards", {
    answers: { find: () => trouble({ code: "not_reachable" }) },
  });
  await screen.findByText(/no network, or no such host/);
  expect(await faults()).toEqual([]);
  standin.answer("find", () => ({
    records: [],
    total_count: 0,
    total_number: 0,
    current_number: 1,
    unreadable: 1,
  }));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await screen.findByText("No card is registered yet.");
  await screen.findByText("1 record of this page could not be read.");
});

test("a problem stands under its filter", async () => {
  openDesk("/find/cards", {
    answers: {
      find: () =>
        trouble({
          code: "invalid",
          problems: [{ key: "search[from_trade_on]", fault: { fault: "not_a_day" } }],
        }),
    },
  });
  await screen.findByText("Year/month/day, please.");
  expect((await field("search[from_trade_on]")).getAttribute("aria-invalid")).toBe("true");
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

test("flags, active or not, and ids are asked for in words and shown as words", async () => {
  const { user, standin } = openDesk("/find/leads");
  await table();
  await add(user, "Do not call");
  const flag = await screen.findByRole("combobox", { name: "Do not call" });
  await waitFor(() => expect(document.activeElement).toBe(flag));
  await user.selectOptions(flag, "Yes");
  await add(user, "Active or inactive");
  await user.selectOptions(
    screen.getByRole("combobox", { name: "Active or inactive" }),
    "Inactive",
  );
  await user.type(await field("search[owner_user_id]"), "佐藤");
  await user.click(await screen.findByRole("option", { name: "佐藤 担当" }));
  await user.click(screen.getByRole("button", { name: "Search" }));
  await waitFor(() =>
    expect(queryOf(standin)).toMatchObject({
      search: {
        "search[not_tel_flg]": "1",
        "search[lead_status]": "2",
        "search[owner_user_id]": "31",
      },
    }),
  );
  await screen.findByRole("button", { name: "Remove “Do not call: Yes”" });
  screen.getByRole("button", { name: "Remove “Active or inactive: Inactive”" });
  screen.getByRole("button", { name: "Remove “Sales representative: 佐藤 担当”" });
});

test("a mark that is taken off is searched without, and what else was typed stays", async () => {
  const { user, standin } = openDesk("/find/leads");
  await table();
  await add(user, "Postal code");
  await user.type(await field("search[zip]"), "100{Enter}");
  await user.type(await field("search[name]"), "Petrova");
  await user.click(await screen.findByRole("button", { name: "Remove “Postal code: 100”" }));
  await waitFor(() => expect(queryOf(standin)).toMatchObject({ search: {} }));
  expect(filters()).not.toContain("search[zip]");
  expect((await field("search[name]")).value).toBe("Petrova");
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

test("filters, sorting, size and columns are as they were left when the program is opened again", async () => {
  const views = {
    "find leads": JSON.stringify({
      typed: { "search[zip]": "100", "search[gone]": "1" },
      added: ["search[zip]", "search[gone]"],
      search: { "search[zip]": "100", "search[gone]": "1" },
      order: { key: "updated_at", descending: false },
      display_number: 100,
      columns: ["email", "gone", "person"],
    }),
  };
  const { standin } = openDesk("/find/leads", { views });
  await table();
  expect(queryOf(standin)).toEqual({
    search: { "search[zip]": "100" },
    order: { key: "updated_at", descending: false },
    number: 1,
    display_number: 100,
  });
  const heads = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
  expect(heads).toEqual(["E-mail", "Name"]);
});

test("a slow answer never replaces a newer one, and its call is given up", async () => {
  const slow: ((found: Found) => void)[] = [];
  const { user, standin } = openDesk("/find/clients");
  await table();
  standin.answer("find", () => new Promise((answer) => slow.push(answer)));
  await user.type(await field("search[name]"), "a{Enter}");
  await waitFor(() => expect(slow).toHaveLength(1));
  await user.type(await field("search[name]"), "b{Enter}");
  await waitFor(() => expect(slow).toHaveLength(2));
  const [first, second] = standin.callsOf("find").slice(-2);
  await waitFor(() => expect(standin.callsOf("give_up")).toEqual([{ ticket: first?.ticket }]));
  expect(second?.ticket).not.toBe(first?.ticket);
  slow[1]?.(nothing);
  await screen.findByText(/Searched for: Company name ab/);
  slow[0]?.({ ...nothing, records: [{ id: 1, fields: { name: "too late" }, items: [] }] });
  await act(() => Promise.resolve());
  expect(screen.queryByText("too late")).toBeNull();
});

test("leaving the page gives its call up, and coming back soon costs none", async () => {
  const { standin } = openDesk("/find/leads");
  await table();
  const go = (place: string) =>
    act(() => {
      location.hash = `#${place}`;
    });
  go("/settings");
  await screen.findByRole("heading", { name: "Connections" });
  go("/find/leads");
  await table();
  expect(standin.callsOf("find")).toHaveLength(1);
  expect(standin.callsOf("give_up")).toEqual([]);
  standin.answer("find", () => new Promise(() => undefined));
  go("/find/clients");
  await waitFor(() => expect(standin.callsOf("find")).toHaveLength(2));
  go("/settings");
  const { ticket } = standin.callsOf("find")[1] as { ticket: number };
  await waitFor(() => expect(standin.callsOf("give_up")).toEqual([{ ticket }]));
});

test("a lead's details show flags as words, names with their numbers, tags, and the customer's items", async () => {
  openDesk("/find/leads");
  await table();
  fireEvent.click(cell(1));
  const panel = within(await screen.findByRole("complementary"));
  expect(panel.getByText("Reseller").nextElementSibling?.textContent).toBe("Yes");
  expect(panel.getByText("10 marks not set")).toBeTruthy();
  expect(panel.getByText("Department").nextElementSibling?.textContent).toBe("営業部 (number 5)");
  expect(
    within(panel.getByText("Tags").nextElementSibling as HTMLElement).getAllByRole("listitem"),
  ).toHaveLength(2);
  expect(panel.getByText("きっかけ").nextElementSibling?.textContent).toBe("春の展示会");
});

test("a company opens in HotProfile, and what is found under its name costs calls only when asked", async () => {
  const { user, standin } = openDesk("/find/clients");
  standin.answer("open_company", () => null);
  await table();
  await user.click(cell(0));
  const panel = within(await screen.findByRole("complementary"));
  await user.click(panel.getByRole("button", { name: "Open in HotProfile" }));
  await waitFor(() => expect(standin.callsOf("open_company")).toEqual([{ id: 137 }]));
  expect(standin.callsOf("find")).toHaveLength(1);
  await user.click(panel.getByRole("button", { name: "Cards and leads under this name" }));
  await panel.findAllByRole("button", { name: "Show all 137 in the table" });
  const search = { "search[client_name]": "青空商事株式会社" };
  expect(standin.callsOf("find").slice(1)).toMatchObject([
    { entity: "business_cards", query: { search } },
    { entity: "leads", query: { search } },
  ]);
  expect(await faults()).toEqual([]);
});

test("from a lead one goes to its company, from a card to leads of the same name", async () => {
  const { user, standin } = openDesk("/find/leads");
  await table();
  await user.click(cell(0));
  await user.click(await screen.findByRole("button", { name: "Its company" }));
  await screen.findByRole("heading", { level: 1, name: "Find companies" });
  await waitFor(() =>
    expect(standin.callsOf("find").at(-1)).toMatchObject({
      entity: "clients",
      query: { search: { "search[from_id]": "12", "search[to_id]": "12" } },
    }),
  );
  await screen.findByRole("complementary", { name: "Company details" });
  location.hash = "#/find/cards";
  await screen.findByRole("heading", { level: 1, name: "Find business cards" });
  await table();
  await user.click(cell(0));
  await user.click(await screen.findByRole("button", { name: "Leads of this name" }));
  await screen.findByRole("heading", { level: 1, name: "Find leads" });
  await screen.findByRole("button", { name: "Remove “Full name: 山﨑 花子”" });
});
