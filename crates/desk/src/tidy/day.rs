//! Days in any usual form. One that does not exist stays as it was typed: the check tells.

mod era;
mod weekday;
mod words;

use hotprofile::check;
use hotprofile::contract::Kind;
use jiff::civil::Date;

use super::text::{is_dash, width};

/// A day in the service's form, where the text can only be that one.
pub fn day(text: &str, today: Date) -> Option<String> {
    // What the checks understand they understand themselves.
    if let Ok(day) = check::check_value(Kind::Day, text) {
        return Some(day);
    }
    let text = width(text);
    let (text, weekday) = weekday::apart(&text);
    let narrow: String = text.chars().map(|c| if is_dash(c) { '-' } else { c }).collect();
    let date = era::day(&narrow)
        .or_else(|| numbers(&narrow, today))
        .or_else(|| words::day(&narrow, today))
        .filter(|date| weekday.is_none_or(|weekday| date.weekday() == weekday))?;
    check::check_value(Kind::Day, &date.strftime("%Y/%m/%d").to_string()).ok()
}

/// Numbers with signs or 年月日 between them, or eight digits in a row.
fn numbers(text: &str, today: Date) -> Option<Date> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return date(&text[..4], &text[4..6], &text[6..]);
    }
    let (sign, parts) = split(text)?;
    match (sign, parts.as_slice()) {
        (_, [year, month, day]) if year.len() == 4 => date(year, month, day),
        // With dots the day comes first; with other signs it depends on who writes.
        ('.', [day, month, year]) if year.len() == 4 => date(year, month, day),
        ('/' | '-', [one, other, year]) if year.len() == 4 => {
            only(date(year, one, other), date(year, other, one))
        }
        ('.', [one, other]) => only(latest(one, other, today), latest(other, one, today)),
        // Where there is no such month, the day came first.
        ('/' | '-', [one, other]) => {
            latest(one, other, today).or_else(|| latest(other, one, today))
        }
        ('月', [month, day]) => latest(month, day, today),
        _ => None,
    }
}

/// The numbers of a date, and which sign stands between them. Three with blanks between them alone
/// are read as with dots.
fn split(text: &str) -> Option<(char, Vec<&str>)> {
    let text = text.trim_end_matches('日');
    let Some(sign) = text.chars().find(|c| !c.is_ascii_digit() && !c.is_whitespace()) else {
        let parts: Vec<_> = text.split_whitespace().collect();
        return (parts.len() == 3).then_some(('.', parts));
    };
    let signs: &[char] = match sign {
        '年' | '月' => &['年', '月'],
        '/' | '-' | '.' => std::slice::from_ref(match sign {
            '/' => &'/',
            '-' => &'-',
            _ => &'.',
        }),
        _ => return None,
    };
    let parts: Vec<_> = text.split(signs).map(str::trim).collect();
    let sign = if sign == '年' { '月' } else { sign };
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && is_digits(part);
    parts.iter().all(is_number).then_some((sign, parts))
}

/// The latest such day that is not in the future: this year's, or the year's before.
pub(super) fn latest(month: &str, day: &str, today: Date) -> Option<Date> {
    let in_year = |year: i16| date(&year.to_string(), month, day);
    let this_year = in_year(today.year()).filter(|date| *date <= today);
    this_year.or_else(|| in_year(today.year() - 1))
}

pub(super) fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let is_short = month.len() <= 2 && day.len() <= 2;
    let year: i16 = year.parse().ok().filter(|year| *year >= 1_000)?;
    is_short.then(|| Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()).flatten()
}

/// The one of two readings that is a day; none where both are, and differ.
fn only(one: Option<Date>, other: Option<Date>) -> Option<Date> {
    match (one, other) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (one, other) => one.or(other),
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}
