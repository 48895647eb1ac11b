// What differs between the three pages for finding: which filters are always in sight, how the
// others are grouped, which columns are shown at first, in which order the details stand. All else
// comes from the contract.

import { places } from "../../app/places";
import type { Entity } from "../../backend";
import type { MessageId } from "../../i18n/messages";

export type FilterGroup = { title: MessageId; fields: readonly string[] };

export type Description = {
  /** Filters that are always in sight, by published parameter. */
  usual: readonly string[];
  /** The others, by what they are about. */
  groups: readonly FilterGroup[];
  /** Columns at first: keys of fields, and the ids of `twoLines`. */
  columns: readonly string[];
  /** Fields that stand first in the details; the rest follows in the contract's order. */
  first: readonly string[];
  /** Where such a record is registered. */
  register: string;
};

const contact = ["tel", "mobile_tel", "extension", "fax", "email", "mobile_email", "url"];
const address = ["zip", "pref_id", "pref", "address", "latitude", "longitude"];
const place = ["zip", "pref_id", "pref", "address", "address1", "address2", "address3"];
const flags = {
  refusals: ["not_mail_flg", "not_tel_flg", "not_fax_flg", "not_dm_flg"],
  errors: ["error_mail_flg", "error_tel_flg", "error_fax_flg", "error_address_flg"],
  kinds: ["important_customer_flg", "end_user_flg", "store_flg", "competitor_flg"],
};

export const descriptions: Readonly<Record<Entity, Description>> = {
  business_cards: {
    usual: [
      ...["search[family_name]", "search[first_name]", "search[client_name]"],
      ...["search[from_trade_on]", "search[to_trade_on]"],
    ],
    groups: [
      { title: "find.group_name", fields: ["family_name_kana", "first_name_kana"] },
      {
        title: "find.group_company",
        fields: ["organization_ancestry_all_name", "post", "role_id"],
      },
      { title: "find.group_contact", fields: contact },
      { title: "find.group_address", fields: address },
      { title: "find.group_dates", fields: ["created_at", "updated_at"] },
      {
        title: "find.group_notes",
        fields: ["note", "direct_note", "lead_source", "request_key"],
      },
    ],
    columns: ["person", "workplace", "contact", "trade_on", "user_name", "status", "updated_at"],
    first: [
      ...["name", "name_kana", "client_name", "organization_name", "post", ...contact, ...place],
      ...["trade_on", "user_name", "status", "note", "direct_note"],
      ...["lead_source_kbn_id", "lead_source", "tag_ids", "request_key"],
    ],
    register: places.registerCard,
  },
  clients: {
    usual: [
      ...["search[name]", "search[name_disp]", "search[name_kana]"],
      ...["search[address]", "search[user_ids]"],
    ],
    groups: [
      {
        title: "find.group_contact",
        fields: ["main_tel", "url", "mail_domain"],
      },
      { title: "find.group_address", fields: ["zip", "latitude", "longitude"] },
      { title: "find.group_dates", fields: ["created_at", "updated_at"] },
      { title: "find.group_numbers", fields: ["corporate_number", "id"] },
      { title: "find.group_notes", fields: ["note"] },
      {
        title: "find.group_second_language",
        fields: ["name_sub", "name_kana_sub", "zip_sub", "pref_sub", "address_sub"],
      },
    ],
    columns: [
      "company",
      "location",
      "main_tel",
      "business_category_kbn",
      "user_name",
      "updated_at",
    ],
    first: [
      ...["name", "name_kana", "name_disp", "main_tel", "url", "mail_domain", ...place],
      ...["business_category_kbn", "worker_number_kbn", "capital_kbn", "sales_last_year"],
      ...["ipo_kbn", "corporate_number", "user_name", "user_code", "note"],
    ],
    register: places.registerClient,
  },
  leads: {
    usual: [
      ...["search[multiple]", "search[name]", "search[client_name]"],
      ...["search[email]", "search[owner_user_id]"],
    ],
    groups: [
      {
        title: "find.group_name",
        fields: ["family_name", "first_name", "family_name_kana", "first_name_kana"],
      },
      {
        title: "find.group_company",
        fields: [
          ...["client_name_kana", "client_name_disp", "client_id", "organization_id"],
          ...["organization_name", "organization_ancestry_all_name", "post", "role_id"],
        ],
      },
      { title: "find.group_contact", fields: contact },
      { title: "find.group_address", fields: address },
      {
        title: "find.group_office",
        fields: ["lead_status", "owner_user_id", "lead_source_kbn_id", "lead_source"],
      },
      { title: "find.group_refusals", fields: flags.refusals },
      { title: "find.group_errors", fields: flags.errors },
      { title: "find.group_kinds", fields: flags.kinds },
      { title: "find.group_dates", fields: ["trade_on", "created_at", "updated_at"] },
      { title: "find.group_notes", fields: ["note", "customer_id", "id"] },
    ],
    columns: [
      "person",
      "workplace",
      "contact",
      "lead_status_name",
      "owner_user_name",
      "updated_at",
    ],
    first: [
      ...["name", "name_kana", "client_name", "organization_name", "organization_hierarchy"],
      ...["post", ...contact, ...place, "lead_status_name", "owner_user_name", "owner_user_code"],
      ...["user_names", "trade_on", "tags", "interest_product_type_names"],
      ...[...flags.refusals, ...flags.errors, ...flags.kinds],
      ...["lead_source_kbn_name", "lead_source", "customer_id", "note"],
    ],
    register: places.registerLead,
  },
};
