//! What was typed, written as it is usually written: telephone numbers with their hyphens, days in
//! the service's form, addresses of mail and web without what a copy brought along.
//!
//! Pure: nothing is asked and nothing is kept. What is not understood stays as it was typed, and
//! names keep their very characters. What the checks convert, `hotprofile::check`, they convert
//! here as well: this comes before them and is built on them.

mod day;
mod mail;
mod phone;
mod postal;
mod shape;
mod text;
mod web;

use hotprofile::contract::{Field, Kind};
use hotprofile::{Entity, Operation, Values, check};
use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

pub(crate) use self::day::day;
pub(crate) use self::mail::domain_of;
pub(crate) use self::phone::{Shortage, shortage};
pub(crate) use self::shape::Shape;
pub(crate) use self::web::host_of;

/// A field whose text became another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Tidied {
    /// Of the field.
    pub key: String,
    /// What was typed, to the character.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

/// What becomes of the text of a field as it is left: nothing, or the field itself, and maybe
/// another one, into which a part of it moves. `values` are those of the whole form; in a change a
/// field that is not among them holds something that nobody knows.
///
/// That spaces around a text are left out is not told: they can not be seen, and are never sent.
#[must_use]
pub fn tidy(
    entity: Entity,
    operation: Operation,
    key: &str,
    values: &Values,
    today: Date,
) -> Vec<Tidied> {
    let field = |key| entity.record().field(key).filter(|field| field.write(operation).is_some());
    let typed = values.get(key).map_or("", String::as_str);
    let text = text::trim(typed);
    let Some(own) = field(key).filter(|_| !text.is_empty()) else { return Vec::new() };
    let tidied = |key: &str, before: &str, after: String| Tidied {
        key: key.to_owned(),
        before: before.to_owned(),
        after,
    };
    if Shape::of(own) == Some(Shape::Phone)
        && let Some(extension) = field("extension")
        && let Some((number, digits)) = phone::split(own, &check::term(&text))
        && let Some(before) = room_for(&digits, extension, operation, values)
    {
        let mut both = vec![tidied(key, typed, number)];
        if before != digits {
            both.push(tidied(extension.key, before, digits));
        }
        return both;
    }
    let after = written(own, &text, today);
    if after == text { Vec::new() } else { vec![tidied(key, typed, after)] }
}

/// The text of a field as it is usually written.
fn written(field: &Field, text: &str, today: Date) -> String {
    // What is read is what would be sent.
    let whole = check::term(text);
    let tidy = match Shape::of(field) {
        Some(Shape::Phone | Shape::Fax) => phone::phone(field, &whole),
        Some(Shape::Extension) => phone::extension(&whole),
        Some(Shape::PostalCode) => postal::code(&whole),
        Some(Shape::Mail) => mail::address(&whole),
        Some(Shape::MailDomain) => mail::domain(&whole),
        Some(Shape::Web) => web::address(&whole),
        Some(Shape::Day) => day::day(&whole, today),
        Some(Shape::Kana) => Some(text::kana(&whole)),
        Some(Shape::Line) => Some(text::line(&whole)),
        Some(Shape::Number) => None,
        Some(Shape::Name | Shape::Memo) | None => return text.to_owned(),
    };
    let tidy = tidy.unwrap_or_else(|| text.to_owned());
    check::check_value(field.kind, &tidy).unwrap_or(tidy)
}

/// What the field for the extension holds, where these digits may go into it: nothing, or the very
/// same.
fn room_for<'a>(
    digits: &str,
    extension: &Field,
    operation: Operation,
    values: &'a Values,
) -> Option<&'a str> {
    let Kind::Digits { max } = extension.kind else { return None };
    let before = match values.get(extension.key) {
        Some(text) => text.as_str(),
        // What stands there may be something that the service does not show.
        None if operation == Operation::Update => return None,
        None => "",
    };
    let is_free = text::trim(before).is_empty() || before == digits;
    (is_free && digits.len() <= max.into()).then_some(before)
}

#[cfg(test)]
mod tests;
