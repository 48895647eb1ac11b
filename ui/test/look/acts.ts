// Small acts that bring a page into a state worth looking at.

import { emit } from "@tauri-apps/api/event";
import { fireEvent, screen } from "@testing-library/dom";
import axe from "axe-core";
import type { Entity } from "../../src/backend";
import { beginChange } from "../../src/pages/change/changing";
import { makeRecords } from "../standin/cards";
import { signature } from "../standin/signatures";
import { practice } from "../standin/standin";

const field = (name: string) =>
  document.querySelector<HTMLInputElement>(`[name="${name}"]`) ?? document.body;
const type = (name: string, value: string) => fireEvent.input(field(name), { target: { value } });
const soon = () => new Promise((resolve) => setTimeout(resolve, 400));
const save = () => fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });

const card = {
  family_name: "髙橋",
  first_name: "一郎",
  family_name_kana: "タカハシ",
  first_name_kana: "イチロウ",
  tel: "03-0000-1234",
  mobile_tel: "090-0000-5678",
  email: "takahashi@aozora.example",
  zip: "100-0000",
  address: "東京都千代田区架空町1-2-3 青空ビル5階",
  trade_on: "2026/11/20",
  note: "展示会で挨拶。",
};

const full = {
  organization_id: "24",
  post: "主任研究員",
  extension: "1234",
  fax: "03-0000-1235",
  mobile_email: "takahashi@keitai.example",
  url: "https://www.aozora.example/",
  pref_id: "13",
  address: "千代田区架空町1-2-3 青空ビル5階",
};

const long = {
  family_name: "Wolfeschlegelsteinhausenbergerdorff",
  first_name: "Александра Константиновна 𠮷永",
  family_name_kana: "ウォルフェシュレーゲルシュタインハウゼン",
  tel: "+81 (0)3-0000-1234 / +81 (0)3-0000-5678",
  extension: "12345678",
  email: `${"anna.petrova".repeat(6)}@aozora.example`,
  url: `https://www.aozora.example/${"office/".repeat(14)}`,
  zip: "100-0000",
  pref_id: "13",
  address: "千代田区架空町1-2-3 青空ビル5階".repeat(7),
};

async function company(part: string) {
  field("client_id").focus();
  type("client_id", part);
  await soon();
}

/** Leaves a field with this text, and goes on to the address. */
async function leave(name: string, text: string, next = "address") {
  field(name).focus();
  type(name, text);
  field(name).blur();
  await soon();
  field(next).focus();
}

async function fill() {
  await company("青空");
  fireEvent.keyDown(field("client_id"), { key: "Enter", code: "Enter" });
  for (const [name, value] of Object.entries(card)) type(name, value);
}

/** Opens the form of a change, as the details of a record do. */
async function change(entity: Entity, company = "Blue Harbour Ltd") {
  const [, record] = makeRecords(entity, 4);
  if (!record) return;
  const fields = { ...record.fields, ...(entity !== "clients" && { client_name: company }) };
  await beginChange(practice.id, entity, { ...record, fields });
}

const acts: Record<string, () => Promise<unknown> | unknown> = {
  company: () => company("青空"),
  chosen: async () => {
    await company("青空");
    fireEvent.keyDown(field("client_id"), { key: "Enter", code: "Enter" });
  },
  fill,
  fullCard: async () => {
    await fill();
    for (const [name, value] of Object.entries(full)) type(name, value);
    document.querySelectorAll<HTMLElement>("[data-pin]")[0]?.click();
  },
  longCard: async () => {
    await company("青空");
    for (const [name, value] of Object.entries(long)) type(name, value);
  },
  copied: async () => {
    fireEvent.keyDown(document.body, { key: "d", code: "KeyD", ctrlKey: true });
  },
  signature: async () => {
    type("tel", "03-0000-9999");
    fireEvent.keyDown(document.body, { key: "S", code: "KeyS", ctrlKey: true, shiftKey: true });
    await soon();
    type("signature", signature);
  },
  zip: () => leave("zip", "1000001"),
  unknownZip: () => leave("zip", "9999999"),
  towns: () => leave("zip", "0295503"),
  codeOf: () => leave("address", "千代田区千代田1-1", "note"),
  codesOf: () => leave("address", "札幌市中央区北一条西", "zip"),
  saved: async () => {
    await fill();
    save();
  },
  problems: async () => {
    type("organization_id", "営業");
    type("trade_on", "きのう");
    save();
  },
  newCompany: async () => {
    await company("㈱みらい設計");
    fireEvent.keyDown(field("client_id"), { key: "Enter", code: "Enter" });
  },
  first: () => document.querySelector<HTMLElement>('[data-cell="0:0"]')?.click(),
  changeCard: () => change("business_cards"),
  changeTwin: () => change("business_cards", "青空商事株式会社"),
  changeLead: () => change("leads"),
  changeClient: () => change("clients"),
  changed: async () => {
    type("tel", "03-0000-9999");
    type("email", "");
    type("address", "");
    await soon();
    document.querySelector<HTMLElement>('[data-state="cleared"] [type="checkbox"]')?.click();
    document.querySelector<HTMLElement>('[data-state="hidden"] button')?.click();
  },
  tidied: async () => {
    for (const [name, value] of Object.entries({
      tel: "０３００００１２３４ 内線12",
      email: "taro@gmial.com",
      trade_on: "R8.11.23",
    })) {
      type(name, value);
      fireEvent.focusOut(field(name));
      await soon();
    }
  },
  noticed: async () => {
    for (const [name, value] of Object.entries({ tel: "０３－１２３４", trade_on: "2027/01/01" })) {
      type(name, value);
      fireEvent.focusOut(field(name));
      await soon();
    }
  },
  cleared: async () => {
    type("note", "");
    type("url", "");
    type("tel", "");
    save();
  },
  more: () => document.querySelector<HTMLElement>("form button[aria-expanded]")?.click(),
  save,
  end: () => document.querySelector("main")?.scrollTo(0, 100_000),
  middle: () => document.querySelector("main")?.scrollTo(0, 650),
  details: () => document.querySelector<HTMLElement>('[data-cell="2:0"]')?.click(),
  filters: () => screen.getByRole("combobox", { name: /^(Add a|条件を追|Добавить)/ }).click(),
  manyFilters: async () => {
    for (let at = 0; at < 12; at += 1) {
      acts.filters?.();
      await soon();
      screen.queryAllByRole("option")[at]?.click();
    }
  },
  columns: () => screen.getByRole("button", { name: /^(Columns|列の設定|Столбцы)$/ }).click(),
  sideways: () => document.querySelector('[role="grid"]')?.parentElement?.scrollBy(400, 0),
  related: () =>
    [...document.querySelectorAll<HTMLElement>("aside button[aria-expanded]")].at(-1)?.click(),
  search: async () => {
    type("search[family_name]", "存在しない");
    fireEvent.keyDown(field("search[family_name]"), { key: "Enter" });
  },
  terms: async () => {
    type("search[client_name]", "株式会社みらい設計".repeat(12));
    type("search[email]", "@aozora.example");
    fireEvent.keyDown(field("search[client_name]"), { key: "Enter" });
  },
  undoable: async () => {
    await fill();
    save();
    await soon();
    type("family_name", "Petrova");
  },
  closing: () =>
    emit("closing-with-unsent", {
      counts: {
        drafts: 1,
        waiting: 3,
        sending: 0,
        uncertain: 1,
        undecided: 0,
        conflict: 0,
        altered: 0,
        refused: 0,
      },
      lost_elsewhere: 2,
    }),
  practise: () => screen.getByText(/Practise with|サンプルデータで|Потренироваться/).click(),
  confirm: () =>
    [...document.querySelectorAll<HTMLElement>('[role="dialog"] button')].at(-1)?.click(),
  throwAway: () => screen.getAllByText(/^(Throw away|捨てる|Удалить)$/)[0]?.click(),
  choice: () => field("organization_id").click(),
  limit: () => emit("limit-waits", { seconds: 23 }),
  keys: () => fireEvent.keyDown(document.body, { key: "F1" }),
  foreign: async () => {
    type("host", "cards.aozora.example");
    fireEvent.focusOut(field("host"));
  },
  connect: async () => {
    type("host", "example.hot-profile.com");
    type("api_key", "not-a-real-key");
    fireEvent.keyDown(field("api_key"), { key: "Enter" });
  },
  axe: async () => {
    const { violations } = await axe.run(document.body);
    const told = document.createElement("pre");
    told.id = "axe";
    told.textContent = violations
      .flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message}`))
      .join("\n");
    document.body.append(told);
  },
  remove: () => screen.getAllByText(/^(Remove|削除|Удалить)$/)[0]?.click(),
};

/** Waits for the page, then acts; names can be joined with a comma. */
export async function act(names: string): Promise<void> {
  await soon();
  for (const name of names.split(",")) {
    await acts[name]?.();
    await soon();
  }
}
