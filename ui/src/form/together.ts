// Fields that say one thing together: half of it would be another person, place or company.

const together: readonly (readonly string[])[] = [
  ["client_id", "organization_id"],
  ["family_name", "first_name", "family_name_kana", "first_name_kana"],
  ["tel", "extension"],
  ["zip", "pref_id", "address", "latitude", "longitude"],
  ["lead_source_kbn_id", "lead_source"],
  ["owner_user_id", "owner_user"],
  ["name", "name_kana", "name_disp"],
  ["name_sub", "name_kana_sub"],
  ["zip_sub", "pref_sub", "address_sub"],
];

/** The fields that say one thing with this one; it is among them. */
export function groupOf(key: string): readonly string[] {
  return together.find((group) => group.includes(key)) ?? [key];
}
