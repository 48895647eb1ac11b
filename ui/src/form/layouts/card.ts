// A card: the eye's way over a real one, then what the office adds.

import type { Layout } from "../layout";

export const cardLayout: Layout = {
  groups: [
    {
      title: "register.group_company",
      places: [
        ["client_id", 8],
        ["organization_id", 4],
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
        ["trade_on", 5],
        ["owner_user_id", 5],
        ["open_status", 6],
        ["status", 6],
        ["lead_source_kbn_id", 5],
      ],
    },
    { title: "register.group_note", places: [["note", 12]] },
  ],
  more: {
    title: "register.more",
    places: [
      ["owner_user", 12],
      ["lead_source", 12],
      ["direct_note", 12],
      ["latitude", 6],
      ["longitude", 6],
    ],
  },
};
