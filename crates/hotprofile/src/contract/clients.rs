//! Companies (会社): the fields.

use super::Matching::{
    Exact, FromDay, FromId, FromMoment, Partial, PartialSecondLanguage, ToDay, ToId, ToMoment,
};
use super::Presence::{Optional, Required};
use super::{Answer, Choice, DateFormatOption, Field, Kind, Listing, OrderKeys, Record, Search};

/// Companies (会社).
#[rustfmt::skip] // A field is a line.
pub static CLIENTS: Record = Record {
    key: "clients",
    listing: Listing {
        path: "get_entry_list_flow",
        max_display_number: 1_000,
        usual_display_number: None,
        number: 1,
        display_number: 2,
        date_format_option: (3, DateFormatOption::Integer),
        order_key: 4,
        order_keys: OrderKeys::Undocumented,
        order_type: 5,
        counters_in_records: true,
    },
    fields: &[
        Field::new("id", Kind::Id { of: Choice::Client }).update(1, Required).search(&[Search::new(6, "search[from_id]", FromId), Search::new(7, "search[to_id]", ToId)]).sortable().answer(Answer::Integer),
        Field::new("name", Kind::Text { max: 255 }).create(1, Required).update(2, Optional).search(&[Search::new(8, "search[name]", Partial).basic()]).answer(Answer::Text),
        Field::new("name_kana", Kind::Text { max: 255 }).create(2, Optional).update(3, Optional).search(&[Search::new(9, "search[name_kana]", Partial)]).answer(Answer::Text),
        Field::new("name_disp", Kind::Text { max: 255 }).create(3, Required).update(4, Optional).search(&[Search::new(10, "search[name_disp]", Partial).basic()]).answer(Answer::Text),
        Field::new("zip", Kind::Text { max: 100 }).create(4, Optional).update(5, Optional).search(&[Search::new(11, "search[zip]", Partial)]).answer(Answer::Text),
        Field::new("pref_id", Kind::Id { of: Choice::Pref }).create(5, Optional).update(6, Optional),
        Field::new("address", Kind::Text { max: 255 }).create(6, Optional).update(7, Optional).search(&[Search::new(12, "search[address]", Partial)]).answer(Answer::Text),
        Field::new("latitude", Kind::Degrees).create(7, Optional).update(8, Optional).search(&[Search::new(13, "search[latitude]", Partial)]).answer(Answer::Text),
        Field::new("longitude", Kind::Degrees).create(8, Optional).update(9, Optional).search(&[Search::new(14, "search[longitude]", Partial)]).answer(Answer::Text),
        Field::new("business_category_kbn", Kind::Id { of: Choice::BusinessCategory }).create(9, Optional).update(10, Optional).answer(Answer::Text),
        Field::new("worker_number_kbn", Kind::Id { of: Choice::WorkerNumber }).create(10, Optional).update(11, Optional).answer(Answer::Text),
        Field::new("capital_kbn", Kind::Id { of: Choice::Capital }).create(11, Optional).update(12, Optional).answer(Answer::Text),
        Field::new("ipo_kbn", Kind::Id { of: Choice::Ipo }).create(12, Optional).update(13, Optional).answer(Answer::Text),
        Field::new("sales_last_year", Kind::Text { max: 255 }).create(13, Optional).update(14, Optional).answer(Answer::Text),
        Field::new("main_tel", Kind::Text { max: 255 }).create(14, Optional).update(15, Optional).search(&[Search::new(16, "search[main_tel]", Partial)]).answer(Answer::Text),
        Field::new("url", Kind::Text { max: 255 }).create(15, Optional).update(16, Optional).search(&[Search::new(17, "search[url]", Partial)]).answer(Answer::Text),
        Field::new("mail_domain", Kind::Text { max: 255 }).create(16, Optional).update(17, Optional).search(&[Search::new(18, "search[mail_domain]", Partial)]).answer(Answer::Text),
        Field::new("user_id", Kind::Id { of: Choice::User }).create(17, Optional).update(18, Optional).search(&[Search::new(20, "search[user_ids]", Exact).basic().rule("user id of the sales representative")]),
        Field::new("note", Kind::Text { max: 3_000 }).create(18, Optional).update(19, Optional).search(&[Search::new(19, "search[note]", Partial)]).answer(Answer::Text),
        Field::new("name_sub", Kind::Text { max: 255 }).create(19, Optional).update(20, Optional).advanced().search(&[Search::new(21, "search[name_sub]", PartialSecondLanguage)]),
        Field::new("name_kana_sub", Kind::Text { max: 255 }).create(20, Optional).update(21, Optional).advanced().search(&[Search::new(22, "search[name_kana_sub]", PartialSecondLanguage)]),
        Field::new("zip_sub", Kind::Text { max: 100 }).create(21, Optional).update(22, Optional).advanced().search(&[Search::new(23, "search[zip_sub]", PartialSecondLanguage)]),
        Field::new("address_sub", Kind::Text { max: 255 }).create(22, Optional).update(23, Optional).advanced().search(&[Search::new(24, "search[address_sub]", PartialSecondLanguage)]),
        Field::new("pref_sub", Kind::Text { max: 255 }).create(23, Optional).update(24, Optional).advanced().search(&[Search::new(25, "search[pref_sub]", PartialSecondLanguage)]),
        Field::new("corporate_number", Kind::Shown).search(&[Search::new(15, "search[corporate_number]", Partial)]).answer(Answer::Integer),
        Field::new("created_at", Kind::Moment).search(&[Search::new(26, "search[from_created_on]", FromDay), Search::new(27, "search[to_created_on]", ToDay)]).answer(Answer::Text),
        Field::new("updated_at", Kind::Moment).search(&[Search::new(28, "search[from_updated_on]", FromDay), Search::new(29, "search[to_updated_on]", ToDay), Search::new(30, "search[from_datetime_updated_on]", FromMoment), Search::new(31, "search[to_datetime_updated_on]", ToMoment)]).answer(Answer::Text),
        Field::new("pref", Kind::Shown).answer(Answer::Text),
        Field::new("address1", Kind::Shown).answer(Answer::Text),
        Field::new("address2", Kind::Shown).answer(Answer::Text),
        Field::new("address3", Kind::Shown).answer(Answer::Text),
        Field::new("user_name", Kind::Shown).answer(Answer::Text),
        Field::new("user_code", Kind::Shown).answer(Answer::Text),
        Field::new("items", Kind::Shown).answer(Answer::Items),
    ],
};
