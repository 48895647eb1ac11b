// Invented cards, companies and leads for the stand-in of the program.

import { type Company, contract, type Entity, type FoundRecord } from "../../src/backend";

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

/** As many records as asked for, each a little different. */
export function makeRecords(entity: Entity, count: number): FoundRecord[] {
  const cards = makeCards(count);
  if (entity === "clients") return cards.map(asClient);
  return entity === "leads" ? cards.map(asLead) : cards;
}

/** A record with the longest value that each of its fields can have. */
export function makeLongest(entity: Entity): FoundRecord {
  const fields = contract[entity].fields
    .filter(({ answer }) => answer !== null)
    .map(({ key, kind }) => {
      if (kind.type === "flag") return [key, "true"];
      const max = kind.type === "text" || kind.type === "digits" ? kind.max : 255;
      return [key, kind.type === "id" ? "4294967295" : "株式会社W".repeat(max).slice(0, max)];
    });
  const long = "とても長い項目名".repeat(30);
  return {
    id: 4294967295,
    fields: Object.fromEntries(fields),
    items: [{ label: long, value: long }],
  };
}

function asClient({ fields, id }: FoundRecord): FoundRecord {
  const { tel = "", updated_at = "", created_at = "" } = fields;
  const client = companies[(id ?? 0) % companies.length];
  return {
    id,
    fields: {
      id: String(id),
      name: client?.name ?? "",
      name_kana: "アオゾラショウジ",
      name_disp: "青空商事",
      zip: "100-0000",
      pref: "東京都",
      address: "千代田区架空町1-2-3 青空ビル5階",
      main_tel: tel,
      url: "https://aozora.example",
      business_category_kbn: "製造業、卸売業",
      worker_number_kbn: "100名以上",
      corporate_number: "1234567890123",
      user_name: "佐藤 担当",
      user_code: "S-07",
      note: "年に二回、展示会で会う。",
      updated_at,
      created_at,
      items: "取引ランク: A",
    },
    items: [
      { label: "取引ランク", value: "A" },
      { label: "次回の訪問", value: "春の展示会の後" },
    ],
  };
}

function asLead({ fields, id }: FoundRecord): FoundRecord {
  const { tag_ids: _, shoe_size: __, status: ___, user_name: ____, ...same } = fields;
  const [family_name = "", first_name = ""] = (same.name ?? "").split(" ");
  const isSet = (every: number) => String((id ?? 0) % every === 0);
  return {
    id,
    fields: {
      ...same,
      family_name,
      first_name,
      client_id: String(11 + ((id ?? 0) % companies.length)),
      organization_id: "5",
      organization_hierarchy: "営業本部、営業部",
      pref_id: "13",
      pref: "東京都",
      lead_status: "3",
      lead_status_name: "商談中",
      lead_source_kbn_id: "2",
      lead_source_kbn_name: "展示会",
      owner_user_id: "7",
      owner_user_name: "佐藤 担当",
      owner_user_code: "S-07",
      user_names: "佐藤 担当、鈴木 京子",
      tags: "重要、春の展示会",
      tag_ids: "3、7",
      interest_product_type_names: "印刷機、製本機",
      interest_product_type_ids: "1、4",
      not_tel_flg: isSet(2),
      not_mail_flg: isSet(3),
      store_flg: isSet(2),
      important_customer_flg: "false",
    },
    items: [{ label: "きっかけ", value: "春の展示会" }],
  };
}

/** As many cards as asked for, each a little different. */
function makeCards(count: number): FoundRecord[] {
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
      tag_ids: "3、7",
      shoe_size: "26.5",
    };
    if (familyKana) fields.name_kana = `${familyKana} ${firstKana}`;
    return { id, fields, items: [] };
  });
}
