// Invented cards and companies for the stand-in of the program.

import type { Company, FoundRecord } from "../../src/backend";

export const companies: Company[] = [
  { id: 11, name: "青空商事株式会社", detail: "東京都千代田区架空町1-2-3" },
  { id: 12, name: "青空商事株式会社", detail: "大阪府大阪市架空区4-5-6" },
  { id: 13, name: "あおば印刷有限会社", detail: "あおば印刷" },
  { id: 14, name: "Blue Harbour Ltd", detail: "Invented Street 7" },
];

const people = [
  ["髙橋", "一郎", "タカハシ", "イチロウ"],
  ["山﨑", "花子", "ヤマサキ", "ハナコ"],
  ["𠮷田", "健", "ヨシダ", "ケン"],
  ["Petrova", "Anna", "", ""],
] as const;

/** As many cards as asked for, each a little different. */
export function makeCards(count: number): FoundRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const id = count - at;
    const [family, first, familyKana, firstKana] = people[id % people.length] ?? people[0];
    const company = companies[id % companies.length];
    const day = `2026/${String((id % 12) + 1).padStart(2, "0")}/${String((id % 28) + 1).padStart(2, "0")}`;
    const fields: Record<string, string> = {
      id: String(id),
      name: `${family} ${first}`,
      client_name: company?.name ?? "",
      organization_name: "営業部",
      post: id % 3 === 0 ? "課長" : "主任",
      tel: `03-0000-${String(id).padStart(4, "0")}`,
      email: `person${id}@aozora.example`,
      trade_on: day,
      updated_at: `${day} 17:54:06`,
      created_at: `${day} 09:00:00`,
      status: "1",
      user_name: "佐藤 担当",
      note: "展示会で挨拶。\n次回は春に連絡。",
      tag_ids: "3, 7",
      shoe_size: "26.5",
    };
    if (familyKana) fields.name_kana = `${familyKana} ${firstKana}`;
    return { id, fields, items: [] };
  });
}
