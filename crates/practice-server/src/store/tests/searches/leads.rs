//! The search parameters of leads.

use hotprofile::Entity;

use super::case::{
    Case, any_of, flag, from_day, from_moment, from_number, no_flag, part, same, to_day, to_moment,
    to_number, words,
};
use super::known::{Known, World};

/// Where `search[multiple]` looks.
const TEXTS: &[&str] = &[
    "family_name",
    "first_name",
    "family_name_kana",
    "first_name_kana",
    "tel",
    "fax",
    "email",
    "mobile_tel",
    "mobile_email",
    "zip",
    "address",
    "url",
    "lead_source",
    "note",
    "post",
    "customer_id",
    "extension",
    "name",
    "client_name",
    "organization_name",
    "pref",
];

#[rustfmt::skip] // A parameter is a line.
pub fn cases(world: &World) -> Vec<Case> {
    let (early, late) = (|key| world.early(Entity::Leads, key), |key| world.late(Entity::Leads, key));
    vec![
        part("search[family_name]", "family_name", "KIRI_FUE2"),
        part("search[first_name]", "first_name", "笛7"),
        part("search[client_name]", "client_name", "o'neill4"),
        from_number("search[from_id]", "id", "999"),
        to_number("search[to_id]", "id", "99"),
        same("search[client_id]", "client_id", late("client_id")),
        part("search[client][name_kana]", "client_name_kana", "100%果汁9"),
        part("search[client][name_disp]", "client_name_disp", "i_fUE1"),
        same("search[owner_user_id]", "owner_user_id", "3"),
        same("search[role_id]", "role_id", "1"),
        same("search[organization_id]", "organization_id", "1"),
        part("search[organization_name]", "organization_name", "大阪営業課"),
        part("search[organization_ancestry_all_name]", "organization_ancestry_all_name", "部/西"),
        part("search[post]", "post", "works8"),
        part("search[family_name_kana]", "family_name_kana", "𠮷野　月見6"),
        part("search[first_name_kana]", "first_name_kana", "髙"),
        part("search[email]", "email", "e1"),
        part("search[mobile_email]", "mobile_email", "S2"),
        part("search[tel]", "tel", "会社霧笛3"),
        part("search[extension]", "extension", "00"),
        part("search[fax]", "fax", "%"),
        part("search[mobile_tel]", "mobile_tel", "汁5"),
        part("search[zip]", "zip", "77"),
        part("search[pref]", "pref", "山"),
        part("search[address]", "address", "_FUE1"),
        part("search[url]", "url", "株"),
        from_day("search[from_created_on]", "created_at", late("created_at")),
        to_day("search[to_created_on]", "created_at", early("created_at")),
        from_day("search[from_updated_on]", "updated_at", late("updated_at")),
        to_day("search[to_updated_on]", "updated_at", early("updated_at")),
        from_moment("search[from_datetime_updated_on]", "updated_at", late("updated_at")),
        to_moment("search[to_datetime_updated_on]", "updated_at", early("updated_at")),
        from_day("search[from_trade_on]", "trade_on", late("trade_on")),
        to_day("search[to_trade_on]", "trade_on", early("trade_on")),
        from_number("search[from_latitude]", "latitude", late("latitude")),
        to_number("search[to_latitude]", "latitude", "-9.5"),
        from_number("search[from_longitude]", "longitude", "55.5"),
        to_number("search[to_longitude]", "longitude", early("longitude")),
        // The statuses 1, 3, 5 and 6 are in use.
        any_of("search[lead_status]", "lead_status", "1,3,5,6").asked("1"),
        any_of("search[lead_status]", "lead_status", "2,4").asked("2"),
        part("search[latitude]", "latitude", "1.0"),
        part("search[longitude]", "longitude", "-2"),
        part("search[lead_source]", "lead_source", "Fue Work"),
        same("search[lead_source_kbn_ids]", "lead_source_kbn_id", "8"),
        flag("search[important_customer_flg]", "important_customer_flg"),
        flag("search[end_user_flg]", "end_user_flg"),
        flag("search[store_flg]", "store_flg"),
        flag("search[competitor_flg]", "competitor_flg"),
        flag("search[error_mail_flg]", "error_mail_flg"),
        flag("search[error_tel_flg]", "error_tel_flg"),
        flag("search[error_fax_flg]", "error_fax_flg"),
        flag("search[error_address_flg]", "error_address_flg"),
        flag("search[not_mail_flg]", "not_mail_flg"),
        flag("search[not_tel_flg]", "not_tel_flg"),
        flag("search[not_fax_flg]", "not_fax_flg"),
        flag("search[not_dm_flg]", "not_dm_flg"),
        no_flag("search[store_flg]", "store_flg"),
        part("search[note]", "note", "野　"),
        part("search[customer_id]", "customer_id", "社霧"),
        part("search[name]", "name", "0 k"),
        any_of("search[ids]", "id", "5,1000,77,4000000000"),
        words("search[multiple]", TEXTS, "WORKS5"),
        words("search[multiple]", TEXTS, "霧笛2　works2"),
        words("search[multiple]", TEXTS, "大阪営業課 100%果汁1"),
        card_owners(world, "2,7"),
    ]
}

/// Leads of a company of which one of these users owns a card.
fn card_owners(world: &World, users: &'static str) -> Case {
    let owned = |card: &&Known| {
        card.get("owner_user_id").is_some_and(|owner| users.split(',').any(|user| user == owner))
    };
    let cards = world.of(Entity::BusinessCards).iter().filter(owned);
    let companies: Vec<_> = cards.map(|card| card["client_id"].clone()).collect();
    Case {
        parameter: "search[user_ids]",
        term: users.to_owned(),
        finds: Box::new(move |lead| companies.contains(&lead["client_id"])),
    }
}
