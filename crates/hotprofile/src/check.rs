//! Every published rule of a value, checked at its border before anything is sent.
//!
//! Full-width digits and spaces around a value are converted, not refused. Names keep the very
//! characters typed.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::contract::{Kind, Matching, Operation, Presence, Record};

/// What was typed into a form, or is to be sent: text by key. An absent key and an empty text
/// mean the same.
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

/// The values of a create or update call as they will be sent (empty ones left out), and what
/// keeps them from being sent.
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
            Ok(_) => {}
            Err(fault) => problems.push(Problem { key: field.key.to_owned(), fault }),
        }
    }
    let taken = |key: &str| record.field(key).is_some_and(|field| field.write(operation).is_some());
    problems.extend(
        values
            .keys()
            .filter(|key| !taken(key))
            .map(|key| Problem { key: key.clone(), fault: Fault::Unknown }),
    );
    (ready, problems)
}

/// The search parameters of a list call as they will be sent, and what keeps them from being sent.
#[must_use]
pub fn check_search(record: &Record, values: &Values) -> (Values, Vec<Problem>) {
    let mut ready = Values::new();
    let mut problems = Vec::new();
    for (key, text) in values {
        let checked = record
            .search(key)
            .ok_or(Fault::Unknown)
            .and_then(|search| check_term(search.matching, text));
        match checked {
            Ok(text) if text.is_empty() => {}
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
        Kind::Text { max } => short_enough(text, max.into()),
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
        Matching::Partial | Matching::PartialSecondLanguage | Matching::Words => {
            Ok(text.to_owned())
        }
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

/// Without the spaces around it, full-width ones included.
fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'))
}

/// Full-width digits, letters and signs in their usual width. Never for names: it rewrites ㈱.
fn narrow(text: &str) -> String {
    text.nfkc().map(|c| if matches!(c, '−' | '‐' | '–' | 'ー') { '-' } else { c }).collect()
}

fn short_enough(text: &str, max: u32) -> Result<String, Fault> {
    let text = text.replace("\r\n", "\n");
    let length = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    if length > max { Err(Fault::TooLong { max, length }) } else { Ok(text) }
}

fn digits(text: &str, max: u32) -> Result<String, Fault> {
    let digits = narrow(text);
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        Err(Fault::NotDigits)
    } else if digits.len() > max as usize {
        Err(Fault::TooManyDigits { max })
    } else {
        Ok(digits)
    }
}

fn id(text: &str) -> Result<String, Fault> {
    let digits = narrow(text);
    let number: u32 = if digits.bytes().all(|b| b.is_ascii_digit()) {
        digits.parse().map_err(|_| Fault::NotAnId)?
    } else {
        return Err(Fault::NotAnId);
    };
    if number == 0 { Err(Fault::NotAnId) } else { Ok(number.to_string()) }
}

fn degrees(text: &str) -> Result<String, Fault> {
    let number = narrow(text);
    let unsigned = number.strip_prefix('-').unwrap_or(&number);
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let digits = |part: &str, max| {
        (1..=max).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    if digits(whole, 3) && digits(fraction, 14) { Ok(number) } else { Err(Fault::NotDegrees) }
}

fn day(text: &str) -> Result<String, Fault> {
    let text = narrow(text);
    let (year, month, day) = parts(&text, ['/', '-', '.']).ok_or(Fault::NotADay)?;
    let date = i16::try_from(year)
        .ok()
        .filter(|year| (1..=9999).contains(year))
        .and_then(|year| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok())
        .ok_or(Fault::NotADay)?;
    Ok(date.strftime("%Y/%m/%d").to_string())
}

fn moment(text: &str) -> Result<String, Fault> {
    let text = narrow(text);
    let (date, time) = text.split_once([' ', 'T']).ok_or(Fault::NotAMoment)?;
    let date = day(date).map_err(|_| Fault::NotAMoment)?;
    let (hour, minute, second) = parts(time.trim(), [':', ':', ':']).ok_or(Fault::NotAMoment)?;
    let moment = format!("{date} {hour:02}:{minute:02}:{second:02}");
    match DateTime::strptime("%Y/%m/%d %H:%M:%S", &moment) {
        Ok(_) => Ok(moment),
        Err(_) => Err(Fault::NotAMoment),
    }
}

/// Three numbers of at most four digits between one of these signs.
fn parts(text: &str, signs: [char; 3]) -> Option<(u16, u16, u16)> {
    let mut numbers = text.split(signs).map(|part| {
        let plain = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    });
    let three = (numbers.next()??, numbers.next()??, numbers.next()??);
    numbers.next().is_none().then_some(three)
}

#[cfg(test)]
mod tests;
