// A company: what it is called, where it is and how to reach it, then what is known about it.

import type { Layout } from "../layout";

export const clientLayout: Layout = {
  groups: [
    {
      title: "register.group_company",
      places: [
        ["name", 12],
        ["name_kana", 12],
        ["name_disp", 8],
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
      title: "register.group_contact",
      places: [
        ["main_tel", 5],
        ["url", 7],
        ["mail_domain", 7],
      ],
    },
    {
      title: "register.group_about",
      places: [
        ["business_category_kbn", 6],
        ["worker_number_kbn", 6],
        ["capital_kbn", 6],
        ["ipo_kbn", 6],
        ["sales_last_year", 6],
        ["user_id", 6],
      ],
    },
    { title: "register.group_note", places: [["note", 12]] },
  ],
  more: {
    title: "register.more",
    places: [
      ["name_sub", 12],
      ["name_kana_sub", 12],
      ["zip_sub", 4],
      ["pref_sub", 4],
      ["address_sub", 12],
      ["latitude", 6],
      ["longitude", 6],
    ],
  },
};
