import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { contract, type Entity, type Found } from "../src/backend";
import { columnIds } from "../src/pages/find/columns";
import { addFilters, findingOf } from "../src/pages/find/looking";
import { answeredFields } from "../src/pages/find/values";
import { add, cell, filters, nothing, queryOf, rows, table } from "./finding";
import { faults, field, openDesk } from "./pages";
import { makeRecords } from "./standin/cards";
import { kept, practice, trouble } from "./standin/standin";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });

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

test("days are searched for in any usual form, and shown as they are usually written", async () => {
  const { standin } = openDesk("/find/cards");
  await table();
  const from = await field("search[from_trade_on]");
  type(from, "R8.11/23");
  fireEvent.keyDown(from, { key: "Enter" });
  await waitFor(() =>
    expect(queryOf(standin)?.search).toEqual({ "search[from_trade_on]": "2026/11/23" }),
  );
  expect(from.value).toBe("2026/11/23");
});

test("what was searched for and not found stands in the form that registers it", async () => {
  const { user } = openDesk("/find/cards");
  await table();
  type(await field("search[family_name]"), "存在しない");
  const company = await field("search[client_name]");
  type(company, "みらい");
  fireEvent.keyDown(company, { key: "Enter" });
  await user.click(await screen.findByRole("button", { name: "Register the card" }));
  await waitFor(() => expect(location.hash).toBe("#/register/card"));
  expect((await field("family_name")).value).toBe("存在しない");
  expect((await field("client_id")).value).toBe("みらい");
});

test("nothing found says what was searched for and offers to register it", async () => {
  openDesk("/find/cards");
  await table();
  const family = await field("search[family_name]");
  type(family, "存在しない");
  fireEvent.keyDown(family, { key: "Enter" });
  await screen.findByText("Searched for: Last name 存在しない");
  expect(screen.getByRole("button", { name: "Register the card" })).toBeTruthy();
  expect(await faults()).toEqual([]);
});

test("a failure has its words and can be tried again", async () => {
  const { user, standin } = openDesk("/find/cards", {
    answers: { find: () => trouble({ code: "not_reachable" }) },
  });
  await screen.findByText(/no network, no such host, or nothing answers/);
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

test("filters, sorting, page, size and columns are as they were left when the program is opened again", async () => {
  const views = {
    "find leads": JSON.stringify({
      typed: { "search[zip]": "100", "search[gone]": "1" },
      added: ["search[zip]", "search[gone]"],
      search: { "search[zip]": "100", "search[gone]": "1" },
      order: { key: "updated_at", descending: false },
      number: 2,
      display_number: 100,
      columns: ["email", "gone", "person"],
    }),
  };
  const { standin } = openDesk("/find/leads", { views });
  await table();
  expect(queryOf(standin)).toEqual({
    search: { "search[zip]": "100" },
    order: { key: "updated_at", descending: false },
    number: 2,
    display_number: 100,
  });
  const heads = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
  expect(heads).toEqual(["E-mail", "Name"]);
});

test("where the page that was left is no more the last one stands, without another call", async () => {
  const left = JSON.stringify({ number: 9, display_number: 100 });
  const records = makeRecords("business_cards", 37);
  const { standin, user } = openDesk("/find/cards", {
    views: { "find business_cards": left },
    answers: {
      find: () => ({
        ...{ records, total_count: 137, total_number: 2, current_number: 2, unreadable: 0 },
      }),
    },
  });
  await screen.findByText("101–137 of 137");
  expect(queryOf(standin)?.number).toBe(9);
  const { looking } = findingOf(kept.id, "business_cards");
  await waitFor(() => expect(looking.get().query.number).toBe(2));
  await act(() => Promise.resolve());
  expect(standin.callsOf("find")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Previous page" }));
  await waitFor(() => expect(queryOf(standin)?.number).toBe(1));
});

test.each([0, -3, 1.5, 2 ** 32, "2", null])("%s is no page to begin with", async (number) => {
  const left = JSON.stringify({ number, display_number: 100 });
  const { standin } = openDesk("/find/cards", { views: { "find business_cards": left } });
  await table();
  expect(queryOf(standin)).toMatchObject({ number: 1, display_number: 100 });
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
