//! The search parameters of companies.

use hotprofile::Entity;

use super::case::{
    Case, from_day, from_moment, from_number, part, same, to_day, to_moment, to_number,
};
use super::known::World;

#[rustfmt::skip] // A parameter is a line.
pub fn cases(world: &World) -> Vec<Case> {
    let (early, late) = (|key| world.early(Entity::Clients, key), |key| world.late(Entity::Clients, key));
    vec![
        from_number("search[from_id]", "id", "98"),
        to_number("search[to_id]", "id", "101"),
        part("search[name]", "name", "fue"),
        part("search[name_kana]", "name_kana", "100%"),
        part("search[name_disp]", "name_disp", "﨑商"),
        part("search[zip]", "zip", "12"),
        part("search[address]", "address", "o'NEILL7"),
        part("search[latitude]", "latitude", "35."),
        part("search[longitude]", "longitude", "-"),
        part("search[corporate_number]", "corporate_number", "0079"),
        part("search[main_tel]", "main_tel", "I_FUE"),
        part("search[url]", "url", "works9"),
        part("search[mail_domain]", "mail_domain", "霧"),
        part("search[note]", "note", "𠮷野　月見"),
        same("search[user_ids]", "user_id", "5"),
        part("search[name_sub]", "name_sub", "KIRIFUE"),
        part("search[name_kana_sub]", "name_kana_sub", "%"),
        part("search[zip_sub]", "zip_sub", "500"),
        part("search[address_sub]", "address_sub", "株式"),
        part("search[pref_sub]", "pref_sub", "髙"),
        from_day("search[from_created_on]", "created_at", late("created_at")),
        to_day("search[to_created_on]", "created_at", early("created_at")),
        from_day("search[from_updated_on]", "updated_at", late("updated_at")),
        to_day("search[to_updated_on]", "updated_at", early("updated_at")),
        from_moment("search[from_datetime_updated_on]", "updated_at", late("updated_at")),
        to_moment("search[to_datetime_updated_on]", "updated_at", early("updated_at")),
    ]
}
