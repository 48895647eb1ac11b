//! The search parameters of cards.

use hotprofile::Entity;

use super::case::{Case, from_day, part, same, to_day};
use super::known::World;

#[rustfmt::skip] // A parameter is a line.
pub fn cases(world: &World) -> Vec<Case> {
    let (early, late) = (|key| world.early(Entity::BusinessCards, key), |key| world.late(Entity::BusinessCards, key));
    vec![
        part("search[family_name]", "family_name", "kiri_fue3"),
        part("search[first_name]", "first_name", "𠮷野　月"),
        part("search[family_name_kana]", "family_name_kana", "100%果"),
        part("search[first_name_kana]", "first_name_kana", "i_f"),
        part("search[client_name]", "client_name", "WORKS2"),
        from_day("search[from_trade_on]", "trade_on", late("trade_on")),
        to_day("search[to_trade_on]", "trade_on", early("trade_on")),
        from_day("search[from_updated_on]", "updated_at", late("updated_at")),
        to_day("search[to_updated_on]", "updated_at", early("updated_at")),
        from_day("search[from_created_on]", "created_at", late("created_at")),
        to_day("search[to_created_on]", "created_at", early("created_at")),
        part("search[organization_ancestry_all_name]", "organization_ancestry_all_name", "営業本部/東日本"),
        part("search[post]", "post", "髙﨑"),
        part("search[tel]", "tel", "o'n"),
        part("search[fax]", "fax", "霧笛1"),
        part("search[mobile_tel]", "mobile_tel", "kirifue works4"),
        part("search[email]", "email", "会社"),
        part("search[mobile_email]", "mobile_email", "KIRIF"),
        same("search[role_id]", "role_id", "1"),
        part("search[zip]", "zip", "99"),
        part("search[address]", "address", "商会"),
        part("search[url]", "url", "𠮷"),
        part("search[note]", "note", "0%"),
        part("search[direct_note]", "direct_note", "月見3"),
        part("search[lead_source]", "lead_source", "_"),
        part("search[request_key]", "request_key", "'"),
        part("search[latitude]", "latitude", "5."),
        part("search[longitude]", "longitude", "-3"),
    ]
}
