use hotprofile::{Entity, Operation, Values};
use jiff::Timestamp;

use super::{are_same, moved_on, read};
use crate::outbox::record::{Alteration, Change, Record};
use crate::outbox::state::{Reading, State};

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

const CARD: [(&str, &str); 8] = [
    ("name", "山田 太郎"),
    ("name_kana", "ヤマダ タロウ"),
    ("client_name", "株式会社青空"),
    ("organization_name", "営業部"),
    ("tel", "03-0000-1234"),
    ("status", "1"),
    ("trade_on", "2026/11/23"),
    ("updated_at", "2026/11/23 10:00:00"),
];

const COMPANY: [(&str, &str); 5] = [
    ("name", "株式会社青空"),
    ("pref", "東京都"),
    ("business_category_kbn", "製造"),
    ("latitude", "35.6"),
    ("note", "展示会"),
];

const LEAD: [(&str, &str); 6] = [
    ("name", "山田 太郎"),
    ("family_name", "山田"),
    ("first_name", "太郎"),
    ("client_id", "3"),
    ("client_name", "株式会社青空"),
    ("not_tel_flg", "ー"),
];

fn opened(entity: Entity) -> Values {
    match entity {
        Entity::BusinessCards => values(&CARD),
        Entity::Clients => values(&COMPANY),
        Entity::Leads => values(&LEAD),
    }
}

/// What is read where this was wanted and the service shows this in place of what was opened.
fn reading(entity: Entity, wanted: &[(&str, &str)], theirs: &[(&str, &str)]) -> Reading {
    let change = Change { id: 9, name: String::new(), listed: opened(entity) };
    let ours = Record {
        id: 1,
        entity,
        operation: Operation::Update,
        values: values(wanted),
        client_name: None,
        needs: None,
        change: Some(change.clone()),
        state: State::Ready { losses: 0, anyway: false },
        saved_at: Timestamp::UNIX_EPOCH,
    };
    let mut shown = opened(entity);
    shown.extend(values(theirs));
    shown.retain(|_, text| !text.is_empty());
    let words = values(&[("business_category_kbn", "運輸"), ("pref_id", "東京都")]);
    read(&ours, &change, 9, &shown, words)
}

fn is_ours(reading: &Reading) -> bool {
    matches!(reading, Reading::Ours { .. })
}

fn keys_of_differences(reading: Reading) -> Vec<String> {
    let Reading::Theirs { differences } = reading else { panic!("{reading:?}") };
    differences.into_iter().map(|difference| difference.key).collect()
}

#[test]
fn what_nobody_sees_makes_no_other_version() {
    let wanted = [("tel", "03-0000-9999")];
    for theirs in [
        [("updated_at", "2026/11/24 09:00:00")],
        [("updated_user_name", "一郎")],
        [("name_kana", "ﾔﾏﾀﾞ　ﾀﾛｳ")],
        [("trade_on", "2026-11-23")],
    ] {
        let reading = reading(Entity::BusinessCards, &wanted, &theirs);
        assert_eq!(reading, Reading::Unchanged, "{theirs:?}");
    }
}

#[test]
fn what_stands_for_a_field_that_is_not_shown_tells_that_others_changed_it() {
    for (entity, theirs) in [
        (Entity::BusinessCards, ("organization_name", "総務部")),
        (Entity::BusinessCards, ("client_name", "株式会社海")),
        (Entity::BusinessCards, ("user_name", "一郎")),
        (Entity::Clients, ("pref", "大阪府")),
        (Entity::Clients, ("business_category_kbn", "運輸")),
        (Entity::Leads, ("not_tel_flg", "○")),
    ] {
        let keys = keys_of_differences(reading(entity, &[("note", "面談")], &[theirs]));
        assert!(keys.contains(&theirs.0.to_owned()) && keys.len() == 2, "{keys:?}");
    }
}

#[test]
fn what_nobody_else_changed_is_told_by_its_name_where_only_that_is_shown() {
    let wanted = [("organization_id", "23"), ("extension", "77")];
    let theirs = [("note", "面談")];
    let Reading::Theirs { differences } = reading(Entity::BusinessCards, &wanted, &theirs) else {
        panic!("a colleague changed the memo")
    };
    let told = |wanted: &str| {
        let difference = differences.iter().find(|difference| difference.key == wanted).unwrap();
        (difference.opened.as_str(), difference.theirs.as_str())
    };
    assert_eq!(told("organization_id"), ("営業部", "営業部"));
    assert_eq!(told("extension"), ("", ""));
}

#[test]
fn a_name_is_recognised_in_its_two_parts() {
    let family = [("family_name", "山本")];
    let card = Entity::BusinessCards;
    assert!(is_ours(&reading(card, &family, &[("name", "山本　太郎")])));
    // A colleague changed the other part.
    assert_eq!(
        keys_of_differences(reading(card, &family, &[("name", "山田 次郎")])),
        ["family_name", "first_name"]
    );
    // Of a name in one piece, or in three, it is not known what is what.
    for name in ["山本太郎", "山本 J. 太郎"] {
        let reading = reading(card, &family, &[("name", name)]);
        assert!(!is_ours(&reading), "{name}");
    }
    // The part is not mistaken for the whole.
    let shorter = [("first_name", "郎")];
    assert_eq!(reading(card, &shorter, &[]), Reading::Unchanged);
}

#[test]
fn what_can_not_be_recognised_is_never_taken_to_be_there() {
    assert_eq!(reading(Entity::BusinessCards, &[("extension", "77")], &[]), Reading::Unchanged);
    assert_eq!(
        reading(Entity::Clients, &[("business_category_kbn", "4")], &[]),
        Reading::Unchanged
    );
    assert_eq!(reading(Entity::Clients, &[("name_sub", "")], &[]), Reading::Unchanged);
    // Two choices may have the words that are there already.
    assert_eq!(reading(Entity::Clients, &[("pref_id", "14")], &[]), Reading::Unchanged);
    let words = [("business_category_kbn", "運輸")];
    assert!(is_ours(&reading(Entity::Clients, &[("business_category_kbn", "4")], &words)));
    let emptied = [("business_category_kbn", "")];
    assert!(is_ours(&reading(Entity::Clients, &emptied, &emptied)));
}

#[test]
fn flags_and_places_are_recognised_however_they_are_written() {
    assert!(is_ours(&reading(Entity::Leads, &[("not_tel_flg", "true")], &[("not_tel_flg", "○")])));
    let place = [("latitude", "35.7")];
    assert!(is_ours(&reading(Entity::Clients, &place, &[("latitude", "35.70000000")])));
}

#[test]
fn where_others_made_one_of_our_changes_the_rest_is_still_to_be_sent() {
    let wanted = [("tel", "03-0000-9999"), ("note", "面談")];
    let reading = reading(Entity::BusinessCards, &wanted, &[("tel", "03-0000-9999")]);
    assert_eq!(reading, Reading::Unchanged);
}

#[test]
fn another_change_moves_on_with_all_that_was_meant_and_nothing_else() {
    let before = values(&CARD);
    let mut after = before.clone();
    after.extend(values(&[("tel", "03-0000-9999"), ("name", "山田")]));
    let altered = Alteration {
        key: "first_name".to_owned(),
        before: "太郎".to_owned(),
        after: String::new(),
    };
    let moved = moved_on(&before, &after, &[altered]);
    assert_eq!((&*moved["tel"], &*moved["name"]), ("03-0000-9999", "山田 太郎"));
    assert!(!are_same(Entity::BusinessCards, &moved, &after));
}

#[test]
fn a_choice_that_is_answered_as_words_can_be_emptied() {
    let reading = reading(Entity::Clients, &[("business_category_kbn", "")], &[]);
    assert_eq!(reading, Reading::Unchanged, "it is to be sent");
}
