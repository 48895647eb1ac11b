// A lead: the person as on a card, then where the lead stands and comes from, and what is to be
// minded in dealing with it.

import type { Layout } from "../layout";

export const leadLayout: Layout = {
  groups: [
    {
      title: "register.group_company",
      places: [
        ["client_id", 12],
        ["organization_id", 6],
        ["post", 6],
      ],
    },
    {
      title: "register.group_name",
      places: [
        ["family_name", 6],
        ["first_name", 6],
        ["family_name_kana", 6],
        ["first_name_kana", 6],
      ],
    },
    {
      title: "register.group_contact",
      places: [
        ["tel", 4],
        ["extension", 3],
        ["mobile_tel", 5],
        ["fax", 5],
        ["email", 7],
        ["mobile_email", 6],
        ["url", 6],
      ],
    },
    {
      title: "register.group_address",
      places: [
        ["zip", 4],
        ["pref_id", 4],
        ["address", 12],
      ],
    },
    {
      title: "register.group_office",
      places: [
        ["lead_status", 6],
        ["owner_user_id", 6],
        ["lead_source_kbn_id", 6],
        ["customer_id", 6],
        ["lead_source", 12],
      ],
    },
    {
      title: "register.group_flags",
      places: [],
      flags: [
        {
          title: "register.flags_wrong",
          keys: ["error_mail_flg", "error_tel_flg", "error_fax_flg", "error_address_flg"],
        },
        {
          title: "register.flags_refused",
          keys: ["not_mail_flg", "not_tel_flg", "not_fax_flg", "not_dm_flg"],
        },
        {
          title: "register.flags_kind",
          keys: ["important_customer_flg", "end_user_flg", "store_flg", "competitor_flg"],
        },
      ],
    },
    { title: "register.group_note", places: [["note", 12]] },
  ],
  more: {
    title: "register.more",
    places: [
      ["latitude", 6],
      ["longitude", 6],
    ],
  },
};
