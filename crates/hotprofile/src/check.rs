//! Every published rule of a value, checked at its border before anything is sent.
//!
//! Full-width digits and spaces around a value are converted, not refused. Names keep the very
//! characters typed.

mod day;
mod number;
pub(crate) mod text;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::day::{day, moment};
use self::number::{degrees, digits, id};
pub use self::text::term;
use self::text::{is_blank, narrow, short_enough, trim};
use crate::contract::{Kind, Matching, Operation, Presence, Record};

/// What was typed into a form, or is to be sent: text by key. An absent key and an empty text
/// mean the same, but for the update call: there an empty text empties its field.
pub type Values = BTreeMap<String, String>;

/// Why a value can not be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// The operation needs it.
    #[error("required")]
    Required,
    /// Longer than published. Counted in UTF-16 units, which are never fewer than code points, so
    /// that the text fits however the service counts.
    #[error("{length} of at most {max} characters")]
    TooLong {
        /// Most that are allowed.
        max: u32,
        /// Counted in the text.
        length: u32,
    },
    /// Something else than digits.
    #[error("not digits only")]
    NotDigits,
    /// More digits than published.
    #[error("more than {max} digits")]
    TooManyDigits {
        /// Most that are allowed.
        max: u32,
    },
    /// Not decimal degrees, or too many digits before or after the point.
    #[error("not decimal degrees")]
    NotDegrees,
    /// Not a number that can be an id: 1 to 4,294,967,295.
    #[error("not an id")]
    NotAnId,
    /// None of the published numbers.
    #[error("none of the published values")]
    NotAChoice,
    /// No such day, or not written as one.
    #[error("not a day")]
    NotADay,
    /// No such moment, or not written as one.
    #[error("not a moment")]
    NotAMoment,
    /// Neither yes nor no.
    #[error("neither true nor false")]
    NotAFlag,
    /// The operation takes no such parameter.
    #[error("no such parameter")]
    Unknown,
}

/// A fault and the parameter that has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[error("{key}: {fault}")]
pub struct Problem {
    /// Published name of the parameter.
    pub key: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// The values of a create or update call as they will be sent, and what keeps them from being
/// sent. Empty ones are left out of a create call; in an update call they empty their fields.
#[must_use]
pub fn check_write(
    record: &Record,
    operation: Operation,
    values: &Values,
) -> (Values, Vec<Problem>) {
    let mut ready = Values::new();
    let mut problems = Vec::new();
    for (field, write) in record.written(operation) {
        match check_value(field.kind, values.get(field.key).map_or("", String::as_str)) {
            Ok(text) if !text.is_empty() => {
                ready.insert(field.key.to_owned(), text);
            }
            Ok(_) if write.presence == Presence::Required => {
                problems.push(Problem { key: field.key.to_owned(), fault: Fault::Required });
            }
            Ok(nothing) if operation == Operation::Update && values.contains_key(field.key) => {
                ready.insert(field.key.to_owned(), nothing);
            }
            Ok(_) => {}
            Err(fault) => problems.push(Problem { key: field.key.to_owned(), fault }),
        }
    }
    let taken = |key: &str| record.field(key).is_some_and(|field| field.write(operation).is_some());
    problems.extend(
        values
            .iter()
            .filter(|(key, text)| !taken(key) && !is_blank(text))
            .map(|(key, _)| Problem { key: key.clone(), fault: Fault::Unknown }),
    );
    (ready, problems)
}

/// The search parameters of a list call as they will be sent, and what keeps them from being sent.
#[must_use]
pub fn check_search(record: &Record, values: &Values) -> (Values, Vec<Problem>) {
    let mut ready = Values::new();
    let mut problems = Vec::new();
    for (key, text) in values.iter().filter(|(_, text)| !is_blank(text)) {
        let checked = record
            .search(key)
            .ok_or(Fault::Unknown)
            .and_then(|search| check_term(search.matching, text));
        match checked {
            Ok(text) => {
                ready.insert(key.clone(), text);
            }
            Err(fault) => problems.push(Problem { key: key.clone(), fault }),
        }
    }
    (ready, problems)
}

/// One value as it will be sent; empty for nothing.
pub fn check_value(kind: Kind, text: &str) -> Result<String, Fault> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(String::new());
    }
    match kind {
        Kind::Text { max } => short_enough(text, max.into(), kind.is_long()),
        Kind::Shown => Ok(text.to_owned()),
        Kind::Digits { max } => digits(text, max.into()),
        Kind::Degrees => degrees(text),
        Kind::Id { .. } => id(text),
        Kind::OneOf { values } => {
            let number = id(text).map_err(|_| Fault::NotAChoice)?;
            let known = values.iter().any(|value| value.to_string() == number);
            known.then_some(number).ok_or(Fault::NotAChoice)
        }
        Kind::Day => day(text),
        Kind::Moment => moment(text),
        Kind::Flag => match narrow(text).to_ascii_lowercase().as_str() {
            "true" => Ok("true".to_owned()),
            "false" => Ok("false".to_owned()),
            _ => Err(Fault::NotAFlag),
        },
    }
}

/// One search term as it will be sent; empty for nothing.
pub fn check_term(matching: Matching, text: &str) -> Result<String, Fault> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(String::new());
    }
    match matching {
        Matching::Partial | Matching::PartialSecondLanguage | Matching::Words => Ok(term(text)),
        Matching::PartialNumber => {
            let number = narrow(text);
            let numeric = number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
            numeric.then_some(number).ok_or(Fault::NotDegrees)
        }
        Matching::Exact | Matching::FromId | Matching::ToId => id(text),
        Matching::FromDay | Matching::ToDay => day(text),
        Matching::FromMoment | Matching::ToMoment => moment(text),
        Matching::FromDegrees | Matching::ToDegrees => degrees(text),
        Matching::Flag => match narrow(text).as_str() {
            flag @ ("0" | "1") => Ok(flag.to_owned()),
            _ => Err(Fault::NotAFlag),
        },
        Matching::Status => match narrow(text).as_str() {
            status @ ("1" | "2") => Ok(status.to_owned()),
            _ => Err(Fault::NotAChoice),
        },
        Matching::AnyOf => {
            let ids: Result<Vec<_>, _> =
                narrow(text).split([',', '、']).map(|one| id(trim(one))).collect();
            Ok(ids?.join(","))
        }
    }
}

#[cfg(test)]
mod tests;
