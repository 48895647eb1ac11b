import { emit } from "@tauri-apps/api/event";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { FoundRecord } from "../src/backend";
import { labelId, type MessageId, messages } from "../src/i18n/messages";
import { findingOf } from "../src/pages/find/looking";
import { answeredFields, isList, numberBeside } from "../src/pages/find/values";
import { cell, nothing, table } from "./finding";
import { faults, openDesk } from "./pages";
import { companies, makeRecords } from "./standin/cards";
import { kept } from "./standin/standin";

const written = () => vi.spyOn(navigator.clipboard, "writeText");

/** Opens the details of this record. */
async function details(place: string, record: FoundRecord) {
  const desk = openDesk(place, {
    answers: { find: () => ({ ...nothing, records: [record], total_count: 1 }) },
  });
  await waitFor(() => expect(cell(0)).toBeTruthy());
  await desk.user.click(cell(0));
  return { ...desk, panel: within(await screen.findByRole("complementary")) };
}

test("a card's details say what a number stands for, and name what is empty", async () => {
  openDesk("/find/cards");
  await table();
  fireEvent.click(cell(0));
  const card = within(await screen.findByRole("complementary"));
  expect(card.getByText("Active")).toBeTruthy();
  expect(card.getByText("Prefecture")).toBeTruthy();
});

test("a card's tags are shown by their names, and one without a name in words", async () => {
  openDesk("/find/cards");
  await table();
  act(() => findingOf(kept.id, "business_cards").looking.set({ columns: ["person", "tag_ids"] }));
  await waitFor(() => expect(cell(0, 1).textContent).toBe("重要、Tag 7"));
  fireEvent.click(cell(0));
  const panel = within(await screen.findByRole("complementary"));
  const tags = within(panel.getByText("Tags").nextElementSibling as HTMLElement);
  expect(tags.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    ...["重要", "Tag 7"],
  ]);
});

test("what is not published for an answer stands folded, under words, and is copied like the rest", async () => {
  const fields = { name: "山田 太郎", sales_rankCode: "A", extension: "12", total_count: "1" };
  const { panel, user } = await details("/find/cards", { id: 1, fields, items: [] });
  const further = panel.getByText("Further information from HotProfile (2)");
  const group = within(further.closest("details") as HTMLElement);
  expect(group.getByText("Extension").nextElementSibling?.textContent).toBe("12");
  expect(group.getByText("sales rank code").nextElementSibling?.textContent).toBe("A");
  expect(group.getByText("These are HotProfile’s own names.")).toBeTruthy();
  expect(panel.queryByText(/sales_rankCode|total_count/)).toBeNull();
  await user.click(further);
  const copied = written();
  await user.click(group.getByRole("button", { name: "Copy “sales rank code”" }));
  expect(copied).toHaveBeenLastCalledWith("A");
  await user.click(panel.getByRole("button", { name: "Copy all" }));
  expect(copied.mock.lastCall?.[0]).toContain("sales rank code\tA");
  expect(await faults()).toEqual([]);
});

test.each([
  ["business_cards", "/find/cards"],
  ["clients", "/find/clients"],
  ["leads", "/find/leads"],
] as const)("the details of %s show every field that answers carry", async (entity, place) => {
  const answered = answeredFields(entity).filter(({ key }) => key !== "items");
  const shown = (key: string, kind: string) => {
    if (kind === "flag") return "true";
    if (kind === "one_of") return "1";
    return kind === "id" || key.endsWith("_ids") ? "987" : `<${key}>`;
  };
  const fields = Object.fromEntries(answered.map(({ key, kind }) => [key, shown(key, kind.type)]));
  const { panel } = await details(place, {
    ...{ id: 1, fields },
    items: [{ label: "<label>", value: "<value>" }],
  });
  expect(panel.getByText("<label>").nextElementSibling?.textContent).toBe("<value>");
  const names = new Set<string | undefined>(
    answered.map(({ key }) => numberBeside(entity, key) && key),
  );
  for (const { key, kind } of answered) {
    // A number stands beside its name, and those of a list are told by their names.
    const isBeside = answered.some((other) => numberBeside(entity, other.key) === key);
    const label = messages.en[labelId(entity, key) as MessageId];
    if (isBeside) continue;
    const values = panel.getAllByText(label, { selector: "dt" }).map((at) => at.nextSibling);
    const texts = values.map((value) => value?.textContent ?? "");
    const wanted = { flag: "Yes", one_of: "Active", id: "987" }[kind.type as string] ?? fields[key];
    expect(
      texts.some((text) => text.includes(wanted ?? "")),
      `${key}: ${texts}`,
    ).toBe(true);
    const isNumbered = names.has(key) && !isList(entity, key);
    if (isNumbered && fields[numberBeside(entity, key) ?? ""]) {
      expect(
        texts.some((text) => text.includes("(number 987)")),
        key,
      ).toBe(true);
    }
  }
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

test("a record is copied whole in words, without what tells of the page", async () => {
  const [lead] = makeRecords("leads", 2);
  if (!lead) throw new Error("there is a lead");
  const fields = { ...lead.fields, total_count: "137", itemslabel: "きっかけ", shoe_size: "26.5" };
  const { user } = openDesk("/find/leads", {
    answers: { find: () => ({ ...nothing, records: [{ ...lead, fields }], total_count: 1 }) },
  });
  await waitFor(() => expect(cell(0)).toBeTruthy());
  await user.click(cell(0));
  const copied = written();
  await user.click(await screen.findByRole("button", { name: "Copy all" }));
  const lines = copied.mock.lastCall?.[0].split("\n") ?? [];
  expect(lines).toEqual(
    expect.arrayContaining([
      ...["Full name\t𠮷田 健", "Department\t営業部", "Department (number)\t5"],
      ...[
        "Products of interest (number)\t1、4",
        "Reseller\tYes",
        "きっかけ\t春の展示会",
        "shoe size\t26.5",
      ],
    ]),
  );
  expect(lines.filter((line) => /^(total_count|itemslabel)/.test(line))).toEqual([]);
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
  await user.click(panel.getByRole("button", { name: "Cards and leads" }));
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
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("button", { name: "Leads of this name" }));
  await screen.findByRole("heading", { level: 1, name: "Find leads" });
  await screen.findByRole("button", { name: "Remove “Full name: 山﨑 花子”" });
});

test("from a card one goes to its company where this machine knows it", async () => {
  const { user, standin } = openDesk("/find/cards", { knownCompanies: companies.slice(0, 1) });
  await table();
  await user.click(cell(0));
  await user.click(await screen.findByRole("button", { name: "Its company" }));
  await screen.findByRole("heading", { level: 1, name: "Find companies" });
  const search = { "search[from_id]": "11", "search[to_id]": "11" };
  await waitFor(() => expect(standin.callsOf("find").at(-1)).toMatchObject({ query: { search } }));
  expect(screen.queryByRole("button", { name: "Companies of this name" })).toBeNull();
});

test("from a card whose company is not known one goes to companies of its name", async () => {
  const { user } = openDesk("/find/cards");
  await table();
  await user.click(cell(0));
  await user.click(await screen.findByRole("button", { name: "Companies of this name" }));
  await screen.findByRole("button", { name: /^Remove “Company name:/ });
});

test("the other people of a company are found from any of them, and each is opened from it", async () => {
  const { user, standin } = openDesk("/find/cards");
  await table();
  await user.click(cell(0));
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("button", { name: "People of this company" }));
  await waitFor(() =>
    expect(standin.callsOf("find").at(-1)).toMatchObject({
      query: { search: { "search[client_name]": "青空商事株式会社" } },
    }),
  );
  location.hash = "#/find/clients";
  await screen.findByRole("heading", { level: 1, name: "Find companies" });
  await table();
  await user.click(cell(0));
  await user.click(await screen.findByRole("button", { name: "Cards and leads" }));
  const [, lead] = await screen.findAllByRole("button", { name: /高橋 一郎|山﨑 花子/ });
  await user.click(lead as Element);
  await screen.findByLabelText(/^(Card|Lead) details$/);
});

test("the change form is entered with F2 or the button that shows it", async () => {
  const { user, standin } = openDesk("/find/leads");
  await table();
  await user.click(cell(2));
  await screen.findByRole("button", { name: /^Change/ });
  await user.keyboard("{F2}");
  await waitFor(() => expect(location.hash).toBe("#/change/lead/135"));
  expect(standin.callsOf("find")).toHaveLength(1);
});

test("what arrived is shown by itself, and the caret stays with its record", async () => {
  const records = (ids: number[], tel: string) =>
    ids.map((id) => ({ id, fields: { name: `N${id}`, tel }, items: [] }));
  const { user, standin } = openDesk("/find/leads", {
    answers: {
      find: () => ({ ...nothing, records: records([7, 5, 3, 1], "old"), total_count: 4 }),
    },
  });
  await table();
  await user.click(cell(1));
  await screen.findByRole("heading", { level: 2, name: "N5" });
  standin.answer("find", () => ({
    ...nothing,
    records: records([9, 7, 5, 3], "new"),
    total_count: 5,
  }));
  const counts = (waiting: number) => ({
    ...{ drafts: 0, waiting, sending: 0, uncertain: 0 },
    ...{ undecided: 0, conflict: 0, altered: 0, refused: 0 },
  });
  await act(() => emit("outbox-changed", counts(1)));
  await act(() => emit("outbox-changed", counts(0)));
  await screen.findByText("N9");
  screen.getByRole("heading", { level: 2, name: "N5" });
  expect(cell(2).closest("tr")?.getAttribute("aria-selected")).toBe("true");
});
