use hotprofile::{Entity, Operation, Values};
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{Hint, Noticed, hints};
use crate::testing::in_three_scripts;
use crate::tidy::tidy;

const TODAY: Date = date(2026, 11, 23);

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn list(text: &str) -> Vec<csv::StringRecord> {
    let reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    reader.into_records().map(Result::unwrap).collect()
}

/// What is noticed in one field.
fn hint(entity: Entity, key: &str, form: &Values, company: &[String]) -> Option<Hint> {
    let noticed = hints(entity, [key], form, company, TODAY);
    noticed.into_iter().next().map(|Noticed { hint, .. }| hint)
}

fn at_least_as_many_are_quiet(lines: &[csv::StringRecord], column: usize) {
    let (quiet, speaking): (Vec<_>, Vec<_>) =
        lines.iter().partition(|line| line[column].is_empty());
    assert!(quiet.len() >= speaking.len(), "{} of {}", quiet.len(), lines.len());
    for some in [quiet, speaking] {
        in_three_scripts(&some.iter().flat_map(|line| line.iter()).collect::<Vec<_>>());
    }
}

#[test]
fn a_domain_one_letter_off_is_noticed_and_no_real_neighbour() {
    let lines = list(include_str!("tests/mail.csv"));
    for line in &lines {
        let (company, address, like) = (&line[0], &line[1], &line[2]);
        let wanted = (!like.is_empty()).then(|| Hint::DomainLike { domain: like.to_owned() });
        let form = values(&[("email", address)]);
        let known = [company.to_owned()];
        for entity in [Entity::BusinessCards, Entity::Leads] {
            assert_eq!(hint(entity, "email", &form, &known), wanted, "{company}: {address}");
        }
        // What the form itself tells is as good.
        let form = values(&[("mobile_email", address), ("url", company)]);
        let told = hint(Entity::Leads, "mobile_email", &form, &[]);
        assert_eq!(told, wanted, "{company} in the form: {address}");
    }
    at_least_as_many_are_quiet(&lines, 2);
}

#[test]
fn the_other_address_and_a_companys_own_page_are_evidence_too() {
    let form = values(&[("email", "a@aozora.example"), ("mobile_email", "a@aozara.example")]);
    let like = Some(Hint::DomainLike { domain: "aozora.example".to_owned() });
    assert_eq!(hint(Entity::BusinessCards, "mobile_email", &form, &[]), like);
    let company = values(&[("mail_domain", "aozara.example"), ("url", "www.aozora.example")]);
    assert_eq!(hint(Entity::Clients, "mail_domain", &company, &[]), like);
    let both = ["aozora.example".to_owned(), "aozara.example".to_owned()];
    assert_eq!(hint(Entity::BusinessCards, "mobile_email", &form, &both), None);
}

#[test]
fn a_number_that_lacks_digits_is_noticed() {
    let lines = list(include_str!("tests/phone.csv"));
    for line in &lines {
        let (key, text) = (&line[0], &line[1]);
        let entity = if key == "main_tel" { Entity::Clients } else { Entity::BusinessCards };
        let wanted = line[2]
            .parse()
            .ok()
            .map(|digits| Hint::TooFewDigits { digits, least: line[3].parse().unwrap() });
        assert_eq!(hint(entity, key, &values(&[(key, text)]), &[]), wanted, "{key}: {text}");
    }
    at_least_as_many_are_quiet(&lines, 2);
}

#[test]
fn a_day_to_come_is_noticed() {
    let lines = list(include_str!("tests/day.csv"));
    for line in &lines {
        let wanted = (!line[1].is_empty()).then_some(Hint::FutureDay);
        // It is tidied as its field is left.
        let typed = values(&[("trade_on", &line[0])]);
        let tidied = tidy(Entity::BusinessCards, Operation::Create, "trade_on", &typed, TODAY);
        let day = tidied.first().map_or(&line[0], |tidied| &tidied.after);
        let form = values(&[("trade_on", day)]);
        assert_eq!(hint(Entity::BusinessCards, "trade_on", &form, &[]), wanted, "{}", &line[0]);
    }
    at_least_as_many_are_quiet(&lines, 1);
}

proptest! {
    #[test]
    fn no_text_of_any_kind_makes_it_fail(text: String, company: String, address in "[a-zぁ-ん.@ー]{0,20}") {
        for entity in Entity::ALL {
            let keys: Vec<_> = entity.record().fields.iter().map(|field| field.key).collect();
            for text in [&text, &address] {
                let form = keys.iter().map(|key| ((*key).to_owned(), text.clone())).collect();
                let _ = hints(entity, keys.iter().copied(), &form, &[company.clone(), address.clone()], TODAY);
            }
        }
    }
}
