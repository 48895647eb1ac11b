mod lists;

use hotprofile::{Entity, Operation, Values};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{Shape, Tidied, tidy};

const TODAY: Date = date(2026, 11, 23);

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

/// The form with what was tidied in it.
fn tidied(values: &Values, tidied: &[Tidied]) -> Values {
    let mut values = values.clone();
    values.extend(tidied.iter().map(|one| (one.key.clone(), one.after.clone())));
    values
}

/// The form with what was tidied put back.
fn restored(values: &Values, tidied: &[Tidied]) -> Values {
    let mut values = values.clone();
    values.extend(tidied.iter().map(|one| (one.key.clone(), one.before.clone())));
    values
}

fn every_field() -> impl Iterator<Item = (Entity, Operation, &'static str, Option<Shape>)> {
    let operations = [Operation::Create, Operation::Update];
    Entity::ALL.into_iter().flat_map(move |entity| {
        operations.into_iter().flat_map(move |operation| {
            let written = entity.record().written(operation).into_iter();
            written.map(move |(field, _)| (entity, operation, field.key, Shape::of(field)))
        })
    })
}

/// Text of any kind, and text that comes near to what is tidied.
fn typed() -> impl Strategy<Value = String> {
    let signs = "[0-9０-９+＋()（）. 　\u{2010}-\u{2015}−ーｰ/／-]{0,24}";
    let words = "(tel|TEL：|℡|内線|fax|тел\\. ?)?";
    let rest = "(内線|ext\\.|x|доб\\. ?|（代）)?[0-9０-９]{0,9}[)）]?";
    let number = proptest::string::string_regex(&[words, signs, rest].concat());
    prop_oneof![
        any::<String>(),
        "[ 　\u{200b}\u{7}\r\n\t]{0,2}[a-zа-яぁ-んｦ-ﾟ髙﨑①㈱ 　\u{7}\t]{0,12}[ 　\r\n]{0,2}",
        signs,
        number.expect("it is a pattern"),
        "[+＋]?81[ (-]{0,2}0?[)]?[0-9 -]{0,14}",
        "(令和|平成|R|Ｈ\\.|昭和)?[0-9０-９元]{1,4}[年/.-][0-9]{1,2}[月/.-][0-9]{1,2}日?(\\(.\\))?",
        "(mailto:|mail:|<)?[a-zA-Z0-9.＠@ 　。]{0,20}[@＠][a-zA-Z0-9.А-я見本 。-]{0,20}[>,。]?",
        "(HTTPS?:/{0,2}|ＵＲＬ：|hp )?[a-zA-Z0-9./:ー。〜？?#А-я ]{0,30}",
        "(〒|zip |индекс: )?[0-9０-９ -]{0,10}",
    ]
}

proptest! {
    #[test]
    fn tidying_twice_changes_nothing_more_and_nothing_is_lost(
        text in typed(),
        extension in prop_oneof![Just(""), Just(" "), Just("12")],
    ) {
        for (entity, operation, key, shape) in every_field() {
            let mut before = values(&[("extension", extension)]);
            before.insert(key.to_owned(), text.clone());
            let done = tidy(entity, operation, key, &before, TODAY);
            let after = tidied(&before, &done);
            let again = tidy(entity, operation, key, &after, TODAY);
            prop_assert_eq!(again, Vec::new(), "{} after {:?}", key, &after);
            prop_assert_eq!(restored(&after, &done), before.clone(), "{}", key);
            prop_assert!(done.iter().all(|one| one.key == key || one.key == "extension"));
            if matches!(shape, Some(Shape::Name | Shape::Memo) | None) {
                prop_assert_eq!(done, Vec::new(), "{}", key);
            }
        }
    }

    #[test]
    fn a_number_keeps_every_digit_and_their_order(
        text in "[0-9０-９]{3,11}([ 　-][0-9]{1,4}){0,3}( 内線[0-9]{1,8})?",
    ) {
        let digits = |text: &str| text.chars().map(super::text::narrow).filter(char::is_ascii_digit).collect::<String>();
        let before = values(&[("tel", &text)]);
        let done = tidy(Entity::BusinessCards, Operation::Create, "tel", &before, TODAY);
        let after = tidied(&before, &done);
        let extension = after.get("extension").map_or("", String::as_str);
        prop_assert_eq!(digits(&after["tel"]) + extension, digits(&text));
    }
}

#[test]
fn an_extension_moves_only_into_a_field_that_is_known_to_be_free() {
    let typed = "03-0000-1234 内線12";
    let left = |entity, operation, pairs: &[(&str, &str)]| {
        let before = values(pairs);
        tidied(&before, &tidy(entity, operation, pairs[0].0, &before, TODAY))
    };
    let (create, update) = (Operation::Create, Operation::Update);
    let split = values(&[("tel", "03-0000-1234"), ("extension", "12")]);
    for entity in [Entity::BusinessCards, Entity::Leads] {
        assert_eq!(left(entity, create, &[("tel", typed)]), split);
        assert_eq!(left(entity, create, &[("tel", typed), ("extension", " ")]), split);
        assert_eq!(left(entity, create, &[("tel", typed), ("extension", "12")]), split);
        assert_eq!(left(entity, update, &[("tel", typed), ("extension", "")]), split);
        for (operation, held) in [(create, &[("extension", "7")][..]), (update, &[])] {
            let pairs = [&[("tel", typed)], held].concat();
            assert_eq!(left(entity, operation, &pairs), values(&pairs));
        }
    }
    let company = [("main_tel", typed)];
    assert_eq!(left(Entity::Clients, create, &company), values(&company));
}

#[test]
fn spaces_around_a_text_are_nothing_to_tell_of() {
    for text in [" 03-0000-1234　", "03-0000-1234\n"] {
        let before = values(&[("tel", text)]);
        assert_eq!(tidy(Entity::Leads, Operation::Create, "tel", &before, TODAY), Vec::new());
    }
}

#[test]
fn a_day_without_a_year_is_the_latest_that_is_not_in_the_future() {
    let on = |today: Date, text: &str| {
        let before = values(&[("trade_on", text)]);
        tidied(&before, &tidy(Entity::BusinessCards, Operation::Create, "trade_on", &before, today))
            ["trade_on"]
            .clone()
    };
    assert_eq!(on(date(2026, 1, 1), "12/31"), "2025/12/31");
    assert_eq!(on(date(2026, 1, 1), "1/1"), "2026/01/01");
    assert_eq!(on(date(2024, 3, 1), "2/29"), "2024/02/29");
    assert_eq!(on(date(2025, 3, 1), "2/29"), "2024/02/29");
    assert_eq!(on(date(2024, 2, 28), "2/29"), "2/29");
}
