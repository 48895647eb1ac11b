use proptest::prelude::*;

use super::*;

/// Pairs of people, and whether they are certainly, likely or not the same.
const PAIRS: &str = include_str!("pairs.csv");

struct Pair {
    verdict: String,
    what: String,
    people: [Person; 2],
}

fn pairs() -> Vec<Pair> {
    let mut reader = csv::Reader::from_reader(PAIRS.as_bytes());
    let pair = |row: csv::StringRecord| Pair {
        verdict: row[0].to_owned(),
        what: format!("{}: {} | {}", &row[1], &row[2], &row[3]),
        people: [&row[2], &row[3]].map(person),
    };
    reader.records().map(|row| pair(row.unwrap())).collect()
}

fn person(text: &str) -> Person {
    let parts = text.split("; ").filter(|part| !part.is_empty());
    Person::of(&parts.map(|part| part.split_once('=').unwrap()).map(owned).collect())
}

fn owned((key, text): (&str, &str)) -> (String, String) {
    (key.to_owned(), text.to_owned())
}

fn verdict(one: &Person, other: &Person) -> &'static str {
    match one.likeness(other, &BTreeSet::new()) {
        Some(Likeness { certain: true, .. }) => "certain",
        Some(_) => "likely",
        None => "no",
    }
}

#[test]
fn each_pair_is_judged_as_its_list_says_from_both_sides() {
    let wrong: Vec<_> = pairs()
        .into_iter()
        .flat_map(|Pair { verdict: wanted, what, people: [one, other] }| {
            [verdict(&one, &other), verdict(&other, &one)]
                .into_iter()
                .filter(|judged| *judged != wanted)
                .map(|judged| format!("{judged}, not {wanted}: {what}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn at_least_as_many_pairs_must_not_match_as_must() {
    let pairs = pairs();
    let no = pairs.iter().filter(|pair| pair.verdict == "no").count();
    assert!(no * 2 >= pairs.len() && no > 40, "{no} of {}", pairs.len());
}

#[test]
fn whoever_is_alike_shares_a_key_by_which_one_is_found() {
    let unfindable: Vec<_> = pairs()
        .into_iter()
        .filter(|pair| pair.verdict != "no")
        .filter(|Pair { people: [one, other], .. }| one.keys().is_disjoint(&other.keys()))
        .map(|pair| pair.what)
        .collect();
    assert!(unfindable.is_empty(), "{}", unfindable.join("\n"));
}

#[test]
fn a_contact_that_is_known_with_several_names_tells_of_nobody() {
    let one = person("family_name=山田; first_name=太郎; email=taro@aozora.example");
    let other = person("name=鈴木 花子; email=taro@aozora.example; client_name=青空");
    assert!(one.likeness(&other, &BTreeSet::new()).is_some());
    assert_eq!(one.likeness(&other, &one.contacts()), None);
}

#[test]
fn the_reasons_are_told() {
    for (one, other, reasons) in [
        (
            "family_name=高橋; first_name=一郎; client_name=㈱青空; email=i@aozora.example",
            "name=髙橋 一郎; client_name=株式会社青空; email=i@aozora.example",
            vec![Alike::SameEmail, Alike::WrittenDifferently],
        ),
        (
            "family_name=高橋; first_name=一郎; client_name=㈱青空; mobile_tel=080-0000-1234",
            "name=高橋 一郎; client_name=㈱青葉; mobile_tel=080-0000-1234",
            vec![Alike::SameMobile, Alike::OtherCompany],
        ),
        (
            "family_name=Taro; first_name=Yamada; client_name=Blue",
            "name=Yamada Taro; client_name=Blue",
            vec![Alike::SwappedNames],
        ),
    ] {
        let likeness = person(one).likeness(&person(other), &BTreeSet::new()).unwrap();
        assert_eq!(likeness.reasons, reasons, "{one} | {other}");
    }
}

fn anybody() -> impl Strategy<Value = Person> {
    let text = prop_oneof![Just(String::new()), "\\PC{0,8}", "[髙高山田一郎 ァAé@+0-9]{0,12}"];
    let keys = [
        "family_name",
        "first_name",
        "name",
        "family_name_kana",
        "name_kana",
        "client_name",
        "email",
        "mobile_email",
        "mobile_tel",
        "tel",
    ];
    keys.map(|key| text.clone().prop_map(move |text| (key.to_owned(), text)))
        .prop_map(|values| Person::of(&values.into()))
}

proptest! {
    #[test]
    fn likeness_is_the_same_from_both_sides(one in anybody(), other in anybody()) {
        let nothing = BTreeSet::new();
        prop_assert_eq!(one.likeness(&other, &nothing), other.likeness(&one, &nothing));
        prop_assert_eq!(one.is_someone_else(&other), other.is_someone_else(&one));
    }

    #[test]
    fn whoever_is_alike_is_found(one in anybody(), other in anybody()) {
        if one.likeness(&other, &BTreeSet::new()).is_some() {
            prop_assert!(!one.keys().is_disjoint(&other.keys()));
        }
    }

    #[test]
    fn somebody_with_a_full_name_and_a_company_is_like_himself(
        family in "[一-龥A-Za-zА-я]{2,6}",
        first in "[一-龥A-Za-zА-я]{2,6}",
    ) {
        let values = [("family_name", &*family), ("first_name", &first), ("client_name", "青空")];
        let person = Person::of(&values.map(owned).into());
        let likeness = person.likeness(&person, &BTreeSet::new()).unwrap();
        prop_assert!(likeness.certain);
    }
}
