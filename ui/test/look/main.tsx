// The pages before a stand-in: /?language=ja&open=practice#/find/cards shows one of them.

import { createRoot } from "react-dom/client";
import { App } from "../../src/app/App";
import type { Duplicate, Entity, Language, Whose } from "../../src/backend";
import { guardKeys } from "../../src/keys/guard";
import { companies, makeLongest, makeRecords } from "../standin/cards";
import { cardAt, changeAt, companyAt } from "../standin/outbox";
import { kept, practice, startStandin, trouble } from "../standin/standin";
import { act } from "./acts";

const alike = {
  name: "高橋 一郎",
  name_kana: "タカハシ イチロウ",
  client_name: "青空商事株式会社",
};
const duplicates: Duplicate[] = [
  {
    whose: { at: "service", id: 8123 },
    fields: {
      ...alike,
      tel: "03-0000-9999",
      email: "takahashi.ichiro.tokyo@aozora.example",
      post: "部長",
      status: "1",
    },
    reasons: ["same_mobile", "written_differently"],
    certain: true,
    search: {},
  },
  {
    whose: { at: "outbox", id: 3 },
    fields: { ...alike, name: "高梁 一朗", status: "1" },
    reasons: ["same_reading"],
    certain: false,
    search: {},
  },
];

const wish = new URLSearchParams(location.search);
const open = { practice, kept }[wish.get("open") ?? ""] ?? null;
const standin = startStandin({
  standing: {
    language: (wish.get("language") ?? "en") as Language,
    connections: wish.has("connections") ? [kept] : [],
    open,
    last: wish.get("last"),
  },
  records: wish.has("records") ? everyStage() : [],
  opened: {
    recovery_code: wish.get("code"),
    set_aside: wish.has("set_aside"),
    memory_only: wish.has("memory_only"),
  },
  cards: Number(wish.get("cards") ?? 137),
  knownCompanies: wish.has("known") ? companies : [],
  answers: wish.has("trouble")
    ? { [wish.get("at") ?? "find"]: () => trouble(JSON.parse(wish.get("trouble") ?? "")) }
    : {},
});
if (wish.has("long")) {
  standin.answer("find", ({ entity }: { entity: Entity }) => ({
    records: [makeLongest(entity), ...makeRecords(entity, 3)],
    total_count: 4294967295,
    total_number: 85899346,
    current_number: 1,
    unreadable: 2,
  }));
}
if (wish.has("duplicates")) {
  standin.answer("known_duplicates", () => ({ duplicates, worth_asking: false, is_named: true }));
  standin.answer("submit", ({ seen }: { seen: Whose[] }) =>
    seen.length === 0
      ? trouble({
          code: "likely_duplicate",
          names: ["高橋 一郎"],
          whose: [{ at: "service", id: 8123 }],
        })
      : cardAt(7, { stage: "sending" }),
  );
}
guardKeys(window);
const root = document.getElementById("root");
if (root) createRoot(root).render(<App />);
const wanted = wish.get("act");
if (wanted) act(wanted);

/** A record in every stage, and a short history. */
function everyStage() {
  const until = "2026-11-23T05:10:00Z";
  const fields = {
    name: "髙橋 一郎",
    client_name: "青空商事株式会社",
    tel: "03-0000-9999",
    email: "takahashi@aozora.example",
    status: "1",
  };
  const typed = { tel: "03-0000-1234", email: "takahashi@aozora.example" };
  const done = [1, 2, 3, 4, 5, 6].map((id) =>
    id % 3 === 0
      ? companyAt(100 + id, { stage: "done", id: 500 + id, at: until })
      : cardAt(100 + id, { stage: "done", id: 9000 + id, at: until }),
  );
  return [
    cardAt(1, { stage: "undecided", candidates: [{ id: 8123, fields }] }, typed),
    changeAt(
      11,
      {
        stage: "conflict",
        differences: [
          { key: "tel", opened: "03-0000-1234", ours: "03-0000-5678", theirs: "03-0000-9999" },
          { key: "note", opened: "展示会で挨拶。", ours: "面談済み。", theirs: "展示会で挨拶。" },
          { key: "email", opened: "", ours: null, theirs: "takahashi@aozora.example" },
          { key: "organization_name", opened: "営業部", ours: null, theirs: "総務部" },
          { key: "organization_id", opened: "", ours: "24", theirs: "" },
          { key: "extension", opened: "", ours: "1234", theirs: "" },
        ],
      },
      { tel: "03-0000-5678", note: "面談済み。", organization_id: "24", extension: "1234" },
    ),
    changeAt(12, { stage: "conflict", differences: [] }, { tel: "03-0000-5678" }),
    changeAt(
      13,
      {
        stage: "altered",
        id: 9001,
        alterations: [
          { key: "note", before: "展示会で挨拶。\n次回は春に連絡。", after: "" },
          { key: "status", before: "1", after: "2" },
        ],
      },
      { tel: "03-0000-5678" },
    ),
    cardAt(2, { stage: "undecided", candidates: [] }, { family_name: "森", open_status: "3" }),
    cardAt(
      3,
      {
        stage: "refused",
        reason: { status: 422, text: "メールアドレスが正しくありません。", problems: [] },
      },
      { family_name: "山﨑", first_name: "花子" },
    ),
    companyAt(4, { stage: "waiting", why: "not_reachable", until }),
    cardAt(5, { stage: "waiting", why: "company", until: null }, { family_name: "𠮷田" }),
    cardAt(6, { stage: "uncertain", until }, { family_name: "Petrova", first_name: "Anna" }),
    cardAt(7, { stage: "sending" }, { family_name: "佐藤", first_name: "健" }),
    cardAt(8, { stage: "draft", aside: true }, { family_name: "鈴木", first_name: "京子" }),
    ...done,
  ];
}
