//! Telephone and fax numbers: read into the number and what stands around it, and written with the
//! hyphens of the number plan.
//!
//! A number of Japan is written as in Japan, so that a search for a part of it finds it however
//! the card had it; one of another country stays as its owner grouped it.

mod plan;

use hotprofile::contract::Field;

pub(crate) use self::plan::{Shortage, shortage_of};
use self::plan::{national, overseas};
use super::shape::Shape;
use super::text::{is_dash, narrow, strip_prefix};

const TELEPHONE: [&str; 9] =
    ["telephone", "tel", "℡", "☎", "phone", "電話番号", "電話", "телефон", "тел"];
const MOBILE: [&str; 7] = ["mobile", "cell", "携帯電話", "携帯", "モバイル", "мобильный", "моб"];
const FAX: [&str; 6] = ["facsimile", "fax", "ファックス", "ファクス", "факс", "📠"];
const EXTENSION: [&str; 10] =
    ["内線番号", "内線", "内", "extension", "ext", "x", "#", "добавочный", "доб", "вн"];

/// The whole of it, as it is usually written; none where it is not understood.
pub fn phone(field: &Field, text: &str) -> Option<String> {
    let Reading { number, rest } = read(field, text)?;
    Some(number + &rest)
}

/// The number and the digits of its extension; none where it is not understood or has none.
pub fn split(field: &Field, text: &str) -> Option<(String, String)> {
    let Reading { number, rest } = read(field, text)?;
    Some((number, extension_in(&rest)?))
}

/// The digits of an extension, without the word for it.
pub fn extension(text: &str) -> Option<String> {
    extension_in(text)
}

/// How many digits the number in this text lacks; none where it has them all, or is not understood.
pub(crate) fn shortage(field: &Field, text: &str) -> Option<Shortage> {
    shortage_of(&read(field, text)?.number)
}

struct Reading {
    /// As it is usually written.
    number: String,
    /// What follows it, as it was typed: an extension, or a remark without digits.
    rest: String,
}

fn read(field: &Field, text: &str) -> Option<Reading> {
    let labels: &[&str] = match (Shape::of(field), field.key) {
        (Some(Shape::Fax), _) => &FAX,
        (_, "mobile_tel") => &MOBILE,
        _ => &TELEPHONE,
    };
    let text = without_label(text, labels);
    let end = text.find(|c| !is_of_number(c)).unwrap_or(text.len());
    // A bracket that opens belongs to what follows, like the space before it.
    let number = text[..end].trim_end_matches(|c| !is_digit(c) && !matches!(c, ')' | '）'));
    let (number, rest) = text.split_at(number.len());
    // `1-800-FLOWERS` is dialled to its end.
    let goes_on = |c: char| c.is_ascii_alphanumeric() || is_dash(c);
    let is_remark = !rest.contains(char::is_numeric) && !rest.starts_with(goes_on);
    let is_understood = is_remark || extension_in(rest).is_some();
    let number = if is_understood { written(number)? } else { return None };
    Some(Reading { number, rest: rest.trim_end().to_owned() })
}

/// Without the word for what it is.
fn without_label<'a>(text: &'a str, labels: &[&str]) -> &'a str {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '：' | '.' | '．');
    labels
        .iter()
        .filter_map(|label| strip_prefix(text, label))
        .find(|rest| rest.starts_with(|c| is_between(c) || is_of_number(c)))
        .map_or(text, |rest| rest.trim_start_matches(is_between))
}

/// The digits behind a word for an extension, in brackets or not.
fn extension_in(text: &str) -> Option<String> {
    let is_before = |c: char| {
        c.is_whitespace()
            || is_dash(c)
            || matches!(narrow(c), '(' | '[' | ',' | ';' | '/' | '、' | '・')
    };
    // The word or the digits alone may stand in brackets too: (内)12, 内線(12).
    let is_between =
        |c: char| c.is_whitespace() || matches!(narrow(c), ':' | '.' | '-' | '(' | ')' | '[' | ']');
    let is_after = |c: char| c.is_whitespace() || matches!(narrow(c), ')' | ']');
    let text = text.trim_start_matches(is_before);
    let digits = EXTENSION.iter().find_map(|word| strip_prefix(text, word))?;
    let digits = digits.trim_start_matches(is_between).trim_end_matches(is_after);
    let is_number = !digits.is_empty() && digits.chars().all(is_digit);
    is_number.then(|| digits.chars().map(narrow).collect())
}

/// A number alone, as it is usually written; none where it can not be one.
fn written(text: &str) -> Option<String> {
    let signs: String = text.chars().map(|c| if is_dash(c) { '-' } else { narrow(c) }).collect();
    let signs = signs.split_whitespace().collect::<Vec<_>>().join(" ");
    let unsigned = signs.trim_start_matches(['+', '(']);
    let groups: Vec<&str> =
        unsigned.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let is_number = !groups.is_empty() && !unsigned.contains('+');
    is_number.then_some(())?;
    let is_abroad =
        signs.len() > unsigned.len() && signs[..signs.len() - unsigned.len()].contains('+');
    let usual = if is_abroad { overseas(&groups) } else { national(&groups) };
    Some(usual.unwrap_or(signs))
}

fn is_digit(c: char) -> bool {
    narrow(c).is_ascii_digit()
}

fn is_of_number(c: char) -> bool {
    is_digit(c) || is_dash(c) || matches!(narrow(c), '+' | '(' | ')' | ' ' | '.' | '\t')
}
