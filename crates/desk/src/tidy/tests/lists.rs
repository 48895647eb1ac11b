//! The lists of examples: what becomes of each text, and which texts stay as they were typed.

use hotprofile::contract::Field;

use super::*;
use crate::testing::in_three_scripts;

/// A line of a list.
struct Example {
    key: String,
    typed: String,
    /// Empty where it stays.
    after: String,
}

fn list(text: &str, key: Option<&str>) -> Vec<Example> {
    let lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .comment(Some(b'#'))
        .from_reader(text.as_bytes())
        .into_records()
        .map(Result::unwrap)
        .collect::<Vec<_>>();
    lines
        .iter()
        .map(|line| {
            let at = |column: usize| line[column].to_owned();
            match key {
                Some(key) => Example { key: key.to_owned(), typed: at(0), after: at(1) },
                None => Example { key: at(0), typed: at(1), after: at(2) },
            }
        })
        .collect()
}

fn entity_of(key: &str) -> Entity {
    let takes = |entity: &Entity| {
        entity
            .record()
            .field(key)
            .and_then(|field: &Field| field.write(Operation::Create))
            .is_some()
    };
    Entity::ALL.into_iter().find(takes).unwrap()
}

fn holds(examples: &[Example]) {
    become_what_they_should(examples);
    let (quiet, speaking): (Vec<_>, Vec<_>) =
        examples.iter().partition(|example| example.after.is_empty());
    assert!(quiet.len() >= speaking.len(), "{} of {}", quiet.len(), speaking.len());
    for some in [quiet, speaking] {
        in_three_scripts(&some.iter().map(|example| example.typed.as_str()).collect::<Vec<_>>());
    }
}

fn become_what_they_should(examples: &[Example]) {
    for Example { key, typed, after } in examples {
        let before = values(&[(key, typed)]);
        let done = tidy(entity_of(key), Operation::Create, key, &before, TODAY);
        let now = &tidied(&before, &done)[key];
        let wanted = if after.is_empty() { typed } else { after };
        assert_eq!((now, done.is_empty()), (wanted, after.is_empty()), "{key}: {typed}");
    }
}

#[test]
fn telephone_and_fax_numbers_are_written_as_the_number_plan_has_them() {
    holds(&list(include_str!("phone.csv"), None));
}

#[test]
fn days_in_any_usual_form_become_the_services() {
    holds(&list(include_str!("day.csv"), Some("trade_on")));
}

#[test]
fn addresses_and_domains_of_mail_lose_what_a_copy_brought_along() {
    holds(&list(include_str!("mail.csv"), None));
}

#[test]
fn addresses_of_pages_lose_what_a_copy_brought_along() {
    holds(&list(include_str!("web.csv"), Some("url")));
}

#[test]
fn postal_codes_have_their_hyphen() {
    holds(&list(include_str!("zip.csv"), Some("zip")));
}

#[test]
fn digits_are_written_narrow() {
    // What becomes another is digits alone, which have widths and no script.
    let examples = list(include_str!("number.csv"), None);
    become_what_they_should(&examples);
    let quiet = examples.iter().filter(|example| example.after.is_empty());
    let quiet: Vec<_> = quiet.map(|example| example.typed.as_str()).collect();
    assert!(quiet.len() * 2 >= examples.len());
    in_three_scripts(&quiet);
}

#[test]
fn double_spaces_become_one_kana_full_width_and_names_stay() {
    holds(&list(include_str!("line.csv"), None));
}

#[test]
fn an_extension_is_split_off_its_number() {
    let lines = csv::ReaderBuilder::new()
        .has_headers(false)
        .comment(Some(b'#'))
        .from_reader(&include_bytes!("extension.csv")[..])
        .into_records()
        .map(Result::unwrap)
        .collect::<Vec<_>>();
    for line in &lines {
        let before = values(&[("tel", &line[0])]);
        let done = tidy(Entity::BusinessCards, Operation::Create, "tel", &before, TODAY);
        let after = tidied(&before, &done);
        let extension = after.get("extension").map_or("", String::as_str);
        assert_eq!(extension, &line[2], "{}", &line[0]);
        if !extension.is_empty() {
            assert_eq!(after["tel"], line[1]);
        }
    }
    let (quiet, speaking): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line[2].is_empty());
    assert!(quiet.len() >= speaking.len());
    for some in [quiet, speaking] {
        in_three_scripts(&some.iter().map(|line| &line[0]).collect::<Vec<_>>());
    }
}

#[test]
fn digits_of_an_extension_lose_the_word_for_it() {
    holds(&list(include_str!("extension_alone.csv"), Some("extension")));
}
