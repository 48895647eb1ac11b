//! Taking what is new in a form into a record that is registered.

use hotprofile::contract::{Field, Kind};
use hotprofile::{Entity, Operation, Values, check};
use serde::Serialize;
use specta::Type;
use unicode_normalization::UnicodeNormalization;

use super::known::values;
use crate::find::FoundRecord;
use crate::likeness::company;
use crate::likeness::number::dialled;
use crate::likeness::person::Person;
use crate::outbox::likeness::{are_alike, fold};
use crate::outbox::record::Form;
use crate::tidy::Shape;

/// A registered record, and what a form holds that it does not.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Taken {
    /// The record as the service shows it now.
    pub record: FoundRecord,
    /// What is new, as it would be sent, by key; with a company its `client_id`.
    pub values: Values,
}

/// What was typed that a listed record does not say already. What is written otherwise alone, a
/// name or a number, is not new, and a memo is added to the one that is there.
pub fn new_in(form: &Form, listed: &Values) -> Values {
    let typed = values(form);
    let (ours, theirs) = (Person::of(&typed), Person::of(listed));
    let mut new = Values::new();
    for (field, _) in form.entity.record().written(Operation::Update) {
        let text = text(&typed, field.key);
        if text.is_empty() || field.key == "id" {
            continue;
        }
        let is_known = match field.key {
            "client_id" => is_same_company(&typed, listed),
            "name" if form.entity == Entity::Clients => is_called_so(&typed, listed, "name"),
            "family_name" | "first_name" if form.entity != Entity::Clients => {
                ours.has_name_of(&theirs)
            }
            "family_name_kana" | "first_name_kana" => ours.has_reading_of(&theirs),
            _ => says(field, text, listed),
        };
        if !is_known {
            new.insert(field.key.to_owned(), added(field, text, listed));
        }
    }
    new
}

fn is_same_company(typed: &Values, listed: &Values) -> bool {
    match (text(typed, "client_id"), text(listed, "client_id")) {
        (ours, theirs) if !ours.is_empty() && !theirs.is_empty() => ours == theirs,
        _ => is_called_so(typed, listed, "client_name"),
    }
}

/// Whether the names of companies in this field can be those of one.
fn is_called_so(typed: &Values, listed: &Values, key: &str) -> bool {
    let (ours, theirs) = (text(typed, key), text(listed, key));
    ours == theirs || company::are_alike(ours, theirs)
}

/// Whether a listed record says this already.
fn says(field: &Field, ours: &str, listed: &Values) -> bool {
    let theirs = text(listed, field.key);
    match Shape::of(field) {
        Some(Shape::Phone | Shape::Fax) => dialled(ours) == dialled(theirs),
        Some(Shape::PostalCode) => digits(ours) == digits(theirs),
        Some(Shape::Mail | Shape::MailDomain) => lower(ours) == lower(theirs),
        Some(Shape::Memo) => fold(theirs).contains(&fold(ours)),
        // The day of the latest card counts.
        Some(Shape::Day) if let (Some(ours), Some(theirs)) = (day(ours), day(theirs)) => {
            ours <= theirs
        }
        _ => are_alike(field.kind, ours, theirs),
    }
}

/// The text as it is to stand: what a memo says already stays in it.
fn added(field: &Field, ours: &str, listed: &Values) -> String {
    let is_text = matches!(field.kind, Kind::Text { .. });
    match text(listed, field.key) {
        theirs if is_text && field.kind.is_long() && !theirs.is_empty() => {
            format!("{theirs}\n{ours}")
        }
        _ => ours.to_owned(),
    }
}

fn digits(text: &str) -> String {
    text.nfkc().filter(char::is_ascii_digit).collect()
}

fn lower(text: &str) -> String {
    fold(text).to_lowercase()
}

/// The day of a text that may go on with a time, written so that days can be compared.
fn day(text: &str) -> Option<String> {
    let day = text.split([' ', 'T']).next()?;
    check::check_value(Kind::Day, day).ok()
}

fn text<'a>(values: &'a Values, key: &str) -> &'a str {
    values.get(key).map_or("", |text| text.trim())
}

#[cfg(test)]
mod tests;
