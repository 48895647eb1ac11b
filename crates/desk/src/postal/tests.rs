use hotprofile::contract::Choice;
use proptest::prelude::*;

use super::{Entry, Place, codes, list, writing};
use crate::testing::Machine;

/// A line a code: how it is typed, then the place, or the places that share it.
const CODES: &str = include_str!("tests/codes.csv");

/// A line an address: prefecture, address, the codes that it may have, parted by spaces.
const ADDRESSES: &str = include_str!("tests/addresses.csv");

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table.lines().skip(1).map(|line| line.split(',').collect())
}

fn whole(entry: &Entry) -> String {
    [entry.prefecture, entry.city, entry.town].concat()
}

#[test]
fn every_example_of_a_code_gives_its_places() {
    for row in rows(CODES) {
        let code = writing::code(row[0]);
        let found: Vec<String> = code
            .into_iter()
            .flat_map(|code| list().entries(code))
            .map(|entry| whole(&entry))
            .collect();
        let wanted: Vec<&str> = row[1].split(' ').filter(|place| !place.is_empty()).collect();
        assert_eq!(found, wanted, "{}", row[0]);
    }
}

#[test]
fn every_example_of_an_address_gives_its_codes() {
    for row in rows(ADDRESSES) {
        let found: Vec<String> = codes(row[0], row[1]).into_iter().map(|code| code.zip).collect();
        assert_eq!(found.join(" "), row[2], "{} {}", row[0], row[1]);
    }
}

#[test]
fn the_list_is_whole() {
    let entries: Vec<Entry> = list().all().collect();
    let offices =
        entries.len() - list().cities().map(|(city, ..)| list().towns(city).count()).sum::<usize>();
    let prefectures: std::collections::BTreeSet<_> =
        entries.iter().map(|entry| entry.prefecture).collect();
    assert_eq!(prefectures.len(), 47);
    assert!(
        (120_000..140_000).contains(&(entries.len() - offices)),
        "{} towns",
        entries.len() - offices
    );
    assert!((20_000..30_000).contains(&offices), "{offices} offices");
    assert!(list().cities().count() > 1_800);
    let date = list().date();
    assert!(date.len() == 7 && date >= "2026-10" && date.as_bytes()[4] == b'-', "{date}");
}

#[test]
fn names_hold_nothing_but_names() {
    for (city, ..) in list().cities() {
        for entry in list().towns(city) {
            assert!((10_000..10_000_000).contains(&entry.code), "{entry:?}");
            assert!(!entry.city.is_empty() && !entry.prefecture.is_empty(), "{entry:?}");
            for odd in ["掲載がない", "場合", "地割", "（", "）", "、", "〜"] {
                assert!(!entry.town.contains(odd), "{entry:?}");
            }
            assert!(!entry.town.ends_with("一円") || entry.town == "一円", "{entry:?}");
            assert!(entry.building.is_empty() || entry.note.contains('階'), "{entry:?}");
        }
    }
}

/// Of every 37th town of each municipality; of a building's own codes only where it is named.
#[test]
fn every_town_is_found_by_its_name() {
    for (city, ..) in list().cities() {
        for entry in list().towns(city).filter(|entry| !entry.town.is_empty()).step_by(37) {
            let address = format!("{}{}", entry.city, entry.town);
            let found = codes(entry.prefecture, &address);
            let zip = writing::written(entry.code);
            assert!(
                entry.building.is_empty() == found.iter().any(|code| code.zip == zip),
                "{entry:?} {found:?}"
            );
        }
    }
}

#[test]
fn a_building_with_codes_of_its_own_is_found_by_its_floor() {
    let named = |rest: &str| codes("", &format!("東京都千代田区霞が関3-2-5{rest}"))[0].clone();
    assert_eq!(named(" 霞が関ビル5階").zip, "100-6005");
    assert_eq!(named(" 霞が関ビルディング 12F").zip, "100-6012");
    assert_eq!(named(" 霞が関ビル").zip, "100-6090");
    assert_eq!(named("").zip, "100-0013");
}

#[test]
fn of_two_codes_of_a_town_each_says_which_part_it_is_for() {
    let parts: Vec<_> =
        codes("北海道", "札幌市中央区北一条西").into_iter().map(|code| code.part).collect();
    assert_eq!(parts, ["1〜19丁目", "20〜28丁目"]);
}

#[tokio::test]
async fn the_prefecture_is_the_registered_one_where_it_is_known() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.practise().await.unwrap();
    for (name, id) in [("東京都", 13), ("大阪", 27)] {
        desk.name_choice(Choice::Pref, id, name).await.unwrap();
    }
    let place = |pref_id, prefecture: &str, address: &str| Place {
        pref_id,
        prefecture: prefecture.to_owned(),
        address: address.to_owned(),
    };
    let only = async |zip: &str| desk.postal_places(zip).await.unwrap().places;
    assert_eq!(only("100-0001").await, [place(Some(13), "東京都", "千代田区千代田")]);
    assert_eq!(only("5300001").await, [place(Some(27), "大阪府", "大阪市北区梅田")]);
    // No number is known: nothing is lost, it stands in the address.
    let unknown = only("907-1801").await;
    assert_eq!(unknown, [place(None, "沖縄県", "沖縄県八重山郡与那国町与那国")]);
    // Where two are called so, neither is certain.
    desk.name_choice(Choice::Pref, 99, "東京都").await.unwrap();
    assert_eq!(only("100-0001").await[0].pref_id, None);
}

#[tokio::test]
async fn what_the_places_of_a_code_share_is_told() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.practise().await.unwrap();
    desk.name_choice(Choice::Pref, 3, "岩手県").await.unwrap();
    let common =
        async |zip: &str| desk.postal_places(zip).await.unwrap().common.map(|place| place.address);
    assert_eq!(common("100-0001").await.as_deref(), Some("東京都千代田区千代田"));
    assert_eq!(common("029-5503").await.as_deref(), Some("和賀郡西和賀町"));
    // Of two prefectures nothing is shared.
    assert_eq!(common("498-0000").await, None);
    let unknown = desk.postal_places("999-9999").await.unwrap();
    assert_eq!((unknown.zip.as_deref(), unknown.common), (Some("999-9999"), None));
    assert_eq!(desk.postal_places("100-000").await.unwrap().zip, None);
}

#[tokio::test]
async fn the_prefecture_of_an_address_may_be_a_number_or_a_name() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.practise().await.unwrap();
    for (id, name) in [(34, "広島県"), (13, "東京都")] {
        desk.name_choice(Choice::Pref, id, name).await.unwrap();
    }
    for (pref, zip) in [
        ("34", "726-0005"),
        ("広島県", "726-0005"),
        ("広島", "726-0005"),
        ("13", "183-0055"),
        ("", "183-0055 726-0005"),
    ] {
        let codes = desk.postal_codes(pref, "府中市府中町1-1").await.unwrap();
        let zips: Vec<_> = codes.iter().map(|code| code.zip.as_str()).collect();
        assert_eq!(zips.join(" "), zip, "{pref}");
    }
}

#[tokio::test]
async fn no_code_and_no_address_costs_a_call() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.practise().await.unwrap();
    let before = desk.calls_left().await.unwrap();
    desk.postal_places("100-0001").await.unwrap();
    desk.postal_codes("", "東京都千代田区千代田1-1").await.unwrap();
    assert_eq!(desk.calls_left().await.unwrap(), before);
}

proptest! {
    #[test]
    fn no_text_of_any_kind_makes_it_fail(zip in ".*", prefecture in ".{0,5}", address in ".*") {
        if let Some(code) = writing::code(&zip) {
            list().entries(code).for_each(drop);
        }
        let _ = codes(&prefecture, &address);
    }

    #[test]
    fn no_end_of_an_address_makes_it_fail(
        city in prop::sample::select(vec!["札幌市中央区北一条西", "千代田区霞が関", "京都市上京区", "尾鷲市南浦"]),
        rest in "[0-9０-９一二十百千〇丁目番地上下入る通階FＦ\\-－ー霞が関ビル大宮町天満 ]{0,20}",
    ) {
        let _ = codes("", &format!("{city}{rest}"));
    }

    #[test]
    fn widths_and_spaces_make_no_difference_to_a_code(code in 0_u32..10_000_000, wide: bool, mark: bool, dash in "[-－‐ー− ]?") {
        let text = format!("{:03}{dash}{:04}", code / 10_000, code % 10_000);
        let text = if wide {
            text.chars().map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(0xff10 + d).unwrap())).collect()
        } else {
            text
        };
        let text = if mark { format!(" 〒{text}　") } else { text };
        prop_assert_eq!(writing::code(&text), Some(code));
        prop_assert_eq!(writing::code(&writing::written(code)), Some(code));
    }

    #[test]
    fn a_text_that_is_no_whole_code_is_none(text in "[0-9]{0,6}|[0-9]{8,12}|[a-z]{7}|[0-9]{3}[a-z][0-9]{4}") {
        prop_assert_eq!(writing::code(&text), None);
    }

    #[test]
    fn folding_twice_is_folding_once(text in "[ぁ-んァ-ヶ一二三十百千〇九丁目大字ケヶがの０-９0-9ー－a-zＡ-Ｚ㈱① ]*") {
        let once = writing::fold(&text);
        prop_assert_eq!(writing::fold(&once), once);
    }

    #[test]
    fn a_number_in_words_is_the_same_in_digits(number in 1_u32..100) {
        let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
        let (tens, ones) = ((number / 10) as usize, (number % 10) as usize);
        let ten = match tens { 0 => String::new(), 1 => "十".to_owned(), _ => format!("{}十", digits[tens]) };
        let words = format!("北{ten}{}条西", digits[ones]);
        let wide: String = number.to_string().chars().map(|c| char::from_u32(0xff10 + c.to_digit(10).unwrap()).unwrap()).collect();
        prop_assert_eq!(writing::fold(&words), writing::fold(&format!("北{wide}条西")));
    }
}
