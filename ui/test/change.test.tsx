// Changing a registered record: what is not changed is not sent, and nothing is emptied unsaid.

import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { App } from "../src/app/App";
import type { Entity, FoundRecord, Typed } from "../src/backend";
import { beginChange } from "../src/pages/change/changing";
import { forgetConnection } from "../src/store/store";
import { faults, field, openDesk } from "./pages";
import { makeRecords } from "./standin/cards";
import { kept, type Standin, trouble } from "./standin/standin";

const type = (target: HTMLElement, value: string) =>
  fireEvent.change(target, { target: { value } });
const save = () => fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
const submitted = (standin: Standin) => standin.callsOf("submit").map(({ form }) => form as Typed);
const boxOf = (input: HTMLElement) => input.closest("[data-state]")?.getAttribute("data-state");

/** A record of the stand-in, of the company that has this number of those that it lists. */
function found(entity: Entity, company = 2): FoundRecord {
  const record = makeRecords(entity, 20).find(({ id }) => Number(id) % 4 === company);
  if (!record) throw new Error("no such record");
  return record;
}

/** Opens the form of a change as the details of a record do. */
async function change(
  entity: Entity,
  record: FoundRecord,
  setting: Parameters<typeof openDesk>[1] = {},
) {
  const desk = openDesk("/find/cards", setting);
  await screen.findByRole("heading", { name: "Find business cards" });
  await act(() => beginChange(kept.id, entity, record));
  return desk;
}

/** A card whose company is certain. */
const card = { ...found("business_cards"), fields: { ...found("business_cards").fields } };
card.fields.client_name = "Blue Harbour Ltd";

test.each(["business_cards", "leads", "clients"] as const)(
  "the form for changing %s has no fault for a screen reader, nor with everything wrong",
  async (entity) => {
    const { user } = await change(entity, found(entity));
    await user.click(await screen.findByRole("button", { name: "More fields" }));
    const note = await field("note");
    expect(await faults()).toEqual([]);
    type(note, "");
    save();
    await screen.findByText("Leave it empty, or bring back what was there?");
    await waitFor(() => expect(document.activeElement).toBe(note));
    expect(await faults()).toEqual([]);
  },
);

test("only what was changed is sent, with what the call can not do without", async () => {
  const { standin } = await change("business_cards", card);
  type(await field("tel"), "03-0000-9999");
  type(await field("email"), "");
  type(await field("email"), String(card.fields.email));
  save();
  await waitFor(() => expect(submitted(standin)).toHaveLength(1));
  expect(submitted(standin)).toEqual([
    {
      entity: "business_cards",
      values: { id: String(card.id), client_id: "14", tel: "03-0000-9999" },
      client_name: "Blue Harbour Ltd",
      needs: null,
      change: { id: card.id, name: card.fields.name, listed: card.fields },
    },
  ]);
  await screen.findByRole("heading", { name: "Find business cards" });
  expect(location.hash).toBe("#/find/cards");
  // What became of it stands where one goes back to.
  await screen.findByText("Waits its turn.");
  expect(await faults()).toEqual([]);
});

test("what was changed is marked, tells what was there, and can be brought back", async () => {
  const { user } = await change("business_cards", card);
  const tel = await field("tel");
  type(tel, "03-0000-9999");
  await screen.findByText(`Before: ${card.fields.tel}`);
  await screen.findByText("1 field will be changed.");
  await user.click(screen.getByRole("button", { name: "Phone: Bring back what was there" }));
  expect(tel.value).toBe(card.fields.tel);
  expect(screen.queryByText(/^Before/)).toBeNull();
});

test("where nothing was changed saving says so, and sends nothing", async () => {
  const { standin } = await change("business_cards", card);
  await field("tel");
  save();
  await screen.findByText("Nothing was changed, so there is nothing to send.");
  expect(standin.callsOf("submit")).toEqual([]);
});

describe("emptying", () => {
  test("a text that was deleted is neither sent nor passed over before the person says so", async () => {
    const { user, standin } = await change("business_cards", card);
    type(await field("tel"), "");
    save();
    await screen.findByText(/^1 field lost its text/);
    expect(standin.callsOf("submit")).toEqual([]);
    await user.click(screen.getByRole("checkbox", { name: "Leave it empty in HotProfile" }));
    save();
    await waitFor(() => expect(submitted(standin)).toHaveLength(1));
    expect(submitted(standin)[0]?.values).toEqual({
      id: String(card.id),
      client_id: "14",
      tel: "",
    });
  });

  test("a field that is not shown is emptied by a button of its own", async () => {
    const { user, standin } = await change("business_cards", card);
    const extension = await field("extension");
    expect(boxOf(extension)).toBe("hidden");
    expect(extension.placeholder).toBe("Stays as it is");
    expect(extension.getAttribute("aria-describedby")).not.toBeNull();
    expect(screen.getAllByText("Not shown by HotProfile").length).toBeGreaterThan(1);
    await user.click(
      screen.getByRole("button", { name: "Extension: Leave it empty in HotProfile" }),
    );
    expect(boxOf(extension)).toBe("emptied");
    expect(await faults()).toEqual([]);
    save();
    await waitFor(() => expect(submitted(standin)[0]?.values.extension).toBe(""));
  });
});

test("a field that is not shown is sent only where something is typed into it", async () => {
  const { standin } = await change("business_cards", card);
  type(await field("family_name"), "髙");
  type(await field("family_name"), "");
  type(await field("extension"), "012");
  save();
  await waitFor(() => expect(submitted(standin)).toHaveLength(1));
  expect(Object.keys(submitted(standin)[0]?.values ?? {}).sort()).toEqual([
    "client_id",
    "extension",
    "id",
  ]);
});

test("words whose number is not known stand in the box, and are not sent", async () => {
  const { standin } = await change("clients", found("clients"));
  const industry = await field("business_category_kbn");
  expect(boxOf(industry)).toBe("words");
  expect(industry.placeholder).toBe("製造業、卸売業");
  type(await field("name_disp"), "青空");
  save();
  await waitFor(() => expect(submitted(standin)).toHaveLength(1));
  expect(submitted(standin)[0]?.values).toEqual({
    id: String(found("clients").id),
    name_disp: "青空",
  });
});

test("a name whose number is known stands in its box as if it were listed", async () => {
  await change("business_cards", card);
  const owner = await field("owner_user_id");
  expect(boxOf(owner)).toBe("as_it_was");
  expect(owner.value).toBe("佐藤 担当");
});

test("which of two companies of one name a card's is, the person chooses", async () => {
  const twins = { ...card, fields: { ...card.fields, client_name: "青空商事株式会社" } };
  const { user, standin } = await change("business_cards", twins);
  type(await field("tel"), "03-0000-9999");
  save();
  await screen.findByText("Choose a company from the list, or register it as a new one.");
  expect(standin.outbox.records().filter(({ stage }) => stage.stage !== "draft")).toEqual([]);
  const which = within(screen.getByRole("radiogroup", { name: /^Which company is it/ }));
  const [, osaka] = which.getAllByRole("radio", { name: "青空商事株式会社" });
  await user.click(osaka as HTMLElement);
  save();
  await waitFor(() => expect(standin.callsOf("submit")).toHaveLength(2));
  expect(submitted(standin)[1]?.values).toMatchObject({ client_id: "12", tel: "03-0000-9999" });
});

test("a lead's flag is sent as it is ticked and unticked", async () => {
  const lead = found("leads");
  lead.fields = { ...lead.fields, not_tel_flg: "true", store_flg: "false" };
  const { user, standin } = await change("leads", lead);
  await user.click(await screen.findByRole("checkbox", { name: "Do not call" }));
  await user.click(screen.getByRole("checkbox", { name: "Reseller" }));
  await user.click(screen.getByRole("checkbox", { name: /^Competitor/ }));
  await user.click(screen.getByRole("checkbox", { name: /^Competitor/ }));
  save();
  await waitFor(() => expect(submitted(standin)).toHaveLength(1));
  const { id: _, client_id: __, ...sent } = submitted(standin)[0]?.values ?? {};
  expect(sent).toEqual({ not_tel_flg: "false", store_flg: "true" });
});

test("the longest memo that the service takes is sent whole", async () => {
  const { standin } = await change("clients", found("clients"));
  const memo = "株".repeat(3000);
  type(await field("note"), memo);
  await screen.findByText(/^1 field will be changed/);
  expect(await faults()).toEqual([]);
  save();
  await waitFor(() => expect(submitted(standin)[0]?.values.note).toBe(memo));
});

describe("a change that is not saved yet", () => {
  test("stands again after the program ended, what is emptied too", async () => {
    const { user, standin } = await change("business_cards", card);
    type(await field("tel"), "03-0000-9999");
    type(await field("email"), "");
    await user.click(screen.getByRole("checkbox", { name: "Leave it empty in HotProfile" }));
    const kept_ = () => standin.outbox.records()[0]?.form.values;
    await waitFor(() => expect(kept_()).toMatchObject({ tel: "03-0000-9999", email: "" }));
    cleanup();
    forgetConnection(kept.id);
    render(<App />);
    await waitFor(async () => expect((await field("tel")).value).toBe("03-0000-9999"));
    expect(boxOf(await field("tel"))).toBe("changed");
    expect(boxOf(await field("email"))).toBe("emptied");
    expect((await field("address")).value).toBe(card.fields.address ?? "");
    expect(boxOf(await field("address"))).toBe("as_it_was");
    await waitFor(async () => expect(document.activeElement).toBe(await field("tel")));
  });

  test("is put aside as another one is begun, and taken up again from the outbox", async () => {
    const { user, standin } = await change("business_cards", card);
    type(await field("tel"), "03-0000-9999");
    await act(() => beginChange(kept.id, "leads", found("leads")));
    await screen.findByRole("heading", { name: "Change a lead" });
    expect(standin.outbox.records()[0]?.stage).toEqual({ stage: "draft", aside: true });
    location.hash = "#/outbox";
    await user.click(await screen.findByRole("button", { name: `Continue: ${card.fields.name}` }));
    await screen.findByRole("heading", { name: "Change a business card" });
    await waitFor(async () => expect((await field("tel")).value).toBe("03-0000-9999"));
  });

  test("is kept through an error, and Escape discards nothing", async () => {
    await change("business_cards", card, {
      answers: { submit: () => trouble({ code: "disk_full" }) },
    });
    type(await field("tel"), "03-0000-9999");
    fireEvent.keyDown(await field("tel"), { key: "Escape" });
    save();
    await screen.findByText("What you typed is still here.");
    expect((await field("tel")).value).toBe("03-0000-9999");
    expect(await faults()).toEqual([]);
  });
});

test("opening the form again a moment later costs nothing, until names are given", async () => {
  const { user, standin } = await change("business_cards", card);
  const begin = async () => {
    await act(() => beginChange(kept.id, "business_cards", card));
    await field("tel");
  };
  const back = async () => user.click(await screen.findByRole("button", { name: "Back" }));
  await field("tel");
  await back();
  await begin();
  expect(standin.callsOf("begin_change")).toHaveLength(1);
  await back();
  location.hash = "#/settings";
  await user.type(await field("names_id"), "77");
  await user.type(await field("names_name"), "架空広報部{Enter}");
  await waitFor(() => expect(standin.callsOf("name_choice")).toHaveLength(1));
  await begin();
  await waitFor(() => expect(standin.callsOf("begin_change")).toHaveLength(2));
});

test("leaving the form while it is opened gives its call up", async () => {
  const { standin } = await change("business_cards", card, {
    answers: { begin_change: () => new Promise(() => undefined) },
  });
  await screen.findByText("Looking at what is known…");
  const [begun] = standin.callsOf("begin_change");
  expect(standin.callsOf("give_up")).toEqual([]);
  act(() => {
    location.hash = "#/settings";
  });
  await waitFor(() => expect(standin.callsOf("give_up")).toEqual([{ ticket: begun?.ticket }]));
});

test("where the sheet can not be had the person is told, and can ask again", async () => {
  const { user, standin } = await change("business_cards", card, {
    answers: { begin_change: () => trouble({ code: "not_written" }) },
  });
  await screen.findByText("Nothing was changed in HotProfile.");
  expect(await faults()).toEqual([]);
  standin.answer("begin_change", () => ({
    fields: { id: { shown: "listed", value: "1" }, tel: { shown: "listed", value: "1" } },
    companies: [],
  }));
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await field("tel");
});

test("a place of a change that was not begun says where to begin", async () => {
  openDesk("/change/card/12");
  await screen.findByText("Nothing is being changed here");
  expect(await faults()).toEqual([]);
});
