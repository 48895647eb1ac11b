import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { faults, field, openDesk } from "./pages";
import { practice, type Standin, trouble } from "./standin/standin";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const queryOf = (standin: Standin) => standin.callsOf("find").at(-1)?.query;
const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")];

async function table() {
  await waitFor(() => expect(rows().length).toBeGreaterThan(3));
  return screen.getByRole("table");
}

test("the page has no fault for a screen reader, with every filter and a card open", async () => {
  const { user } = openDesk("/find/cards", { open: practice });
  await table();
  await user.click(screen.getByRole("button", { name: "More filters" }));
  await user.click(rows()[1] as HTMLElement);
  await screen.findByRole("complementary", { name: "Card details" });
  const filters = [...document.querySelectorAll("input")].filter(({ name }) =>
    /^search\[/.test(name),
  );
  expect(filters).toHaveLength(28);
  expect(await faults()).toEqual([]);
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
  expect(sortable.map(({ textContent }) => textContent)).toEqual([
    "Date exchanged",
    "Updated",
    "ID",
  ]);
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

test("arrow keys walk the rows with the card following, Escape closes it", async () => {
  openDesk("/find/cards");
  await table();
  const first = rows()[0] as HTMLElement;
  first.focus();
  fireEvent.click(first);
  await screen.findByRole("heading", { level: 2, name: "山﨑 花子" });
  fireEvent.keyDown(first, { key: "ArrowDown" });
  await screen.findByRole("heading", { level: 2, name: "髙橋 一郎" });
  await waitFor(() => expect(document.activeElement).toBe(rows()[1]));
  fireEvent.keyDown(rows()[1] as HTMLElement, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
  expect(document.activeElement).toBe(rows()[1]);
});

test("the card shows fields that nobody published by their own key, and names what is empty", async () => {
  openDesk("/find/cards");
  await table();
  fireEvent.click(rows()[0] as HTMLElement);
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
  expect(screen.getByRole("link", { name: "Register it" })).toBeTruthy();
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
});
