//! Days with the month in words: November 23, 2026; 23 ноября 2026 г.

use jiff::civil::Date;

use super::{date, is_digits, latest};

/// The months in their order: in English, in Russian beside a day, in Russian alone.
const MONTHS: [[&str; 3]; 12] = [
    ["january", "января", "январь"],
    ["february", "февраля", "февраль"],
    ["march", "марта", "март"],
    ["april", "апреля", "апрель"],
    ["may", "мая", "май"],
    ["june", "июня", "июнь"],
    ["july", "июля", "июль"],
    ["august", "августа", "август"],
    ["september", "сентября", "сентябрь"],
    ["october", "октября", "октябрь"],
    ["november", "ноября", "ноябрь"],
    ["december", "декабря", "декабрь"],
];

/// A day of a month in words, in either order, with its year or without.
pub(super) fn day(text: &str, today: Date) -> Option<Date> {
    let lower = text.to_lowercase();
    let words: Vec<_> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let year_word = usize::from(matches!(words.last(), Some(&("г" | "года"))));
    match &words[..words.len() - year_word] {
        [one, other] => named(one, other, today),
        [one, other, year] if year.len() == 4 && is_digits(year) => {
            let (month, day) = month_and_day(one, other)?;
            date(year, &month, day)
        }
        _ => None,
    }
}

fn named(one: &str, other: &str, today: Date) -> Option<Date> {
    let (month, day) = month_and_day(one, other)?;
    latest(&month, day, today)
}

/// The number of the month, and the day without the letters that some put behind it.
fn month_and_day<'a>(one: &'a str, other: &'a str) -> Option<(String, &'a str)> {
    let (month, day) = match month(one) {
        Some(month) => (month, other),
        None => (month(other)?, one),
    };
    let digits = day.trim_end_matches(char::is_alphabetic);
    let is_day = (1..=2).contains(&digits.len()) && is_digits(digits);
    let is_ordinal = matches!(&day[digits.len()..], "" | "st" | "nd" | "rd" | "th" | "го");
    (is_day && is_ordinal).then(|| (month.to_string(), digits))
}

/// A month's name, or its beginning of three letters or more.
fn month(word: &str) -> Option<usize> {
    let is_long_enough = word.chars().count() >= 3;
    let is_one_of = |names: &[&str; 3]| names.iter().any(|name| name.starts_with(word));
    MONTHS.iter().position(|names| is_long_enough && is_one_of(names)).map(|at| at + 1)
}
