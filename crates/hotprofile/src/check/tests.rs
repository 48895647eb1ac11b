mod borders;
mod empty;

use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::contract::{Choice, Entity};

const NAME: Kind = Kind::Text { max: 100 };
const MEMO: Kind = Kind::Text { max: 3_000 };
const ID: Kind = Kind::Id { of: Choice::Client };
const STATUS: Kind = Kind::OneOf { values: &[1, 3] };

fn every_kind() -> Vec<Kind> {
    vec![
        NAME,
        MEMO,
        Kind::Shown,
        Kind::Digits { max: 8 },
        Kind::Degrees,
        ID,
        STATUS,
        Kind::Day,
        Kind::Moment,
        Kind::Flag,
    ]
}

fn every_matching() -> Vec<Matching> {
    let searches = Entity::ALL.iter().flat_map(|entity| entity.record().searches());
    searches.map(|(_, search)| search.matching).collect()
}

/// Text of any kind, and text that comes near to what is asked for.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[ 　\u{200b}\u{7}\n]{0,2}[0-9０-９]{1,10}[ 　\r\n]{0,2}",
        "[-−ー]?[0-9０-９]{0,4}[.．]?[0-9０-９]{0,15}",
        "[0-9０-９]{1,4}[/／.-][0-9０-９]{1,2}[/／.-][0-9０-９]{1,2}( [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2})?",
        "(true|FALSE|ｔｒｕｅ|0|1|2)",
        "[0-9]{1,3}([,、，] ?[0-9]{1,3}){0,3}",
    ]
}

proptest! {
    #[test]
    fn checking_twice_changes_nothing(text in typed()) {
        for kind in every_kind() {
            if let Ok(once) = check_value(kind, &text) {
                prop_assert_eq!(check_value(kind, &once), Ok(once), "{:?}", kind);
            }
        }
        for matching in every_matching() {
            if let Ok(once) = check_term(matching, &text) {
                prop_assert_eq!(check_term(matching, &once), Ok(once), "{:?}", matching);
            }
        }
    }

    #[test]
    fn what_is_ready_passes_the_checks_again(texts in prop::collection::vec(typed(), 40)) {
        for entity in Entity::ALL {
            let record = entity.record();
            for operation in [Operation::Create, Operation::Update] {
                let keys = record.written(operation).into_iter().map(|(field, _)| field.key.to_owned());
                let values: Values = keys.zip(texts.iter().cloned()).collect();
                let (ready, problems) = check_write(record, operation, &values);
                let (again, later) = check_write(record, operation, &ready);
                prop_assert_eq!(&again, &ready);
                // What was refused is missing now, and nothing else is wrong.
                prop_assert!(later.iter().all(|problem| problem.fault == Fault::Required));
                prop_assert!(later.len() <= problems.len());
            }
        }
    }

    #[test]
    fn a_name_keeps_its_very_characters(name in "[髙﨑𠮷㈱①ａＡｱ々〆a-z・]{1,50}") {
        prop_assert_eq!(check_value(NAME, &format!(" {name}　")), Ok(name));
    }
}

#[rstest]
#[case(NAME, "あ".repeat(100), None)]
#[case(NAME, "あ".repeat(101), Some(Fault::TooLong { max: 100, length: 101 }))]
#[case(NAME, "𠮷".repeat(50), None)]
#[case(NAME, "𠮷".repeat(51), Some(Fault::TooLong { max: 100, length: 102 }))]
#[case(NAME, format!("  {}　", "あ".repeat(100)), None)]
#[case(MEMO, "あ".repeat(3_000), None)]
#[case(MEMO, format!("{}\r\nあ", "あ".repeat(2_998)), None)]
#[case(MEMO, "あ".repeat(3_001), Some(Fault::TooLong { max: 3_000, length: 3_001 }))]
#[case(Kind::Digits { max: 8 }, "12345678".to_owned(), None)]
#[case(Kind::Digits { max: 8 }, "123456789".to_owned(), Some(Fault::TooManyDigits { max: 8 }))]
#[case(Kind::Digits { max: 8 }, "12-3".to_owned(), Some(Fault::NotDigits))]
#[case(Kind::Degrees, "139.12345678901234".to_owned(), None)]
#[case(Kind::Degrees, "139.123456789012345".to_owned(), Some(Fault::NotDegrees))]
#[case(Kind::Degrees, "1390.1".to_owned(), Some(Fault::NotDegrees))]
#[case(Kind::Degrees, "139.".to_owned(), Some(Fault::NotDegrees))]
#[case(Kind::Degrees, "-35.5".to_owned(), None)]
#[case(ID, "4294967295".to_owned(), None)]
#[case(ID, "4294967296".to_owned(), Some(Fault::NotAnId))]
#[case(ID, "0".to_owned(), Some(Fault::NotAnId))]
#[case(STATUS, "3".to_owned(), None)]
#[case(STATUS, "2".to_owned(), Some(Fault::NotAChoice))]
#[case(Kind::Day, "2028/02/29".to_owned(), None)]
#[case(Kind::Day, "2026/02/29".to_owned(), Some(Fault::NotADay))]
#[case(Kind::Day, "26/2/3".to_owned(), Some(Fault::NotADay))]
#[case(Kind::Moment, "2026/02/28 23:59:59".to_owned(), None)]
#[case(Kind::Moment, "2026/02/28 23:59:60".to_owned(), Some(Fault::NotAMoment))]
#[case(Kind::Moment, "2026/02/28".to_owned(), Some(Fault::NotAMoment))]
#[case(Kind::Flag, "yes".to_owned(), Some(Fault::NotAFlag))]
fn a_rule_holds_exactly_to_its_border(
    #[case] kind: Kind,
    #[case] text: String,
    #[case] fault: Option<Fault>,
) {
    assert_eq!(check_value(kind, &text).err(), fault);
}

#[rstest]
#[case(Kind::Digits { max: 8 }, " ００１２ ", "0012")]
#[case(ID, "００１２", "12")]
#[case(Kind::Degrees, "−３５．６８", "-35.68")]
#[case(Kind::Day, "２０２６／２／３", "2026/02/03")]
#[case(Kind::Day, "2026-2-3", "2026/02/03")]
#[case(Kind::Moment, "2026-02-03T4:05:06", "2026/02/03 04:05:06")]
#[case(Kind::Flag, "ＴＲＵＥ", "true")]
#[case(NAME, "山田\t太郎", "山田 太郎")]
#[case(NAME, "山田\r\n", "山田")]
#[case(NAME, "山\u{0}田", "山田")]
#[case(NAME, "葛\u{e0100}", "葛\u{e0100}")]
#[case(MEMO, "一行\r\n二行\r三行\u{8}", "一行\n二行\n三行")]
fn what_can_be_put_right_is(#[case] kind: Kind, #[case] typed: &str, #[case] sent: &str) {
    assert_eq!(check_value(kind, typed), Ok(sent.to_owned()));
}

#[rstest]
#[case(Matching::AnyOf, "1、２, 3", Ok("1,2,3"))]
#[case(Matching::AnyOf, "1,,2", Err(Fault::NotAnId))]
#[case(Matching::Flag, "１", Ok("1"))]
#[case(Matching::Flag, "true", Err(Fault::NotAFlag))]
#[case(Matching::Status, "3", Err(Fault::NotAChoice))]
#[case(Matching::PartialNumber, "35.", Ok("35."))]
#[case(Matching::PartialNumber, "x", Err(Fault::NotDegrees))]
#[case(Matching::FromDay, "2026.2.3", Ok("2026/02/03"))]
#[case(Matching::Partial, " ㈱見本　", Ok("㈱見本"))]
fn a_term_is_checked_by_how_it_is_compared(
    #[case] matching: Matching,
    #[case] typed: &str,
    #[case] sent: Result<&str, Fault>,
) {
    assert_eq!(check_term(matching, typed), sent.map(str::to_owned));
}

#[test]
fn an_absent_key_and_an_empty_text_mean_the_same() {
    let record = Entity::Clients.record();
    let values = |pairs: &[(&str, &str)]| -> Values {
        pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    };
    let required = |key: &str| Problem { key: key.to_owned(), fault: Fault::Required };
    let missing = [required("name"), required("name_disp")];
    let typed = values(&[("name", " 　"), ("name_disp", ""), ("zip", " "), ("nothing", "")]);
    assert_eq!(check_write(record, Operation::Create, &typed), (Values::new(), missing.to_vec()));
    assert_eq!(
        check_search(record, &values(&[("search[none]", " ")])),
        (Values::new(), Vec::new())
    );
    let unknown = Problem { key: "nothing".to_owned(), fault: Fault::Unknown };
    let typed = values(&[("name", "a"), ("name_disp", "a"), ("nothing", "x")]);
    assert_eq!(check_write(record, Operation::Create, &typed).1, vec![unknown.clone()]);
    assert_eq!(check_search(record, &values(&[("nothing", "x")])).1, [unknown]);
}
