//! Numbers that are dialled: phones and extensions.

use super::Found;
use super::contacts::position;
use super::labels::{self, Label};
use super::lines::Line;

/// Takes what it finds of them out of a line.
pub fn take(line: &mut Line, found: &mut Found) {
    let mut from = 0;
    while let Some((start, end)) = number(line, from) {
        from = take_number(line, start, end, found).unwrap_or(end);
    }
    take_extension(line, found);
}

/// Takes a number that can be a phone's, with its labels; says where to go on.
fn take_number(line: &mut Line, start: usize, end: usize, found: &mut Found) -> Option<usize> {
    let text = line.text(start..end);
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let (mut labels, from) = labels::all_before(line, start);
    let (behind, until) = behind(line, end);
    if labels.is_empty() || labels == [Label::Tel] {
        labels.extend(behind);
    }
    let most = if text.starts_with('+') { 15 } else { 12 };
    if labels.contains(&Label::Other) || digits > most {
        return None;
    }
    let is_phone =
        [Label::Tel, Label::Mobile, Label::Fax].iter().any(|label| labels.contains(label));
    if !is_phone && (digits < 9 || !is_dialled(&text)) {
        return None;
    }
    if digits < 5 {
        return None;
    }
    // An extension that has no field any more is left to be told with the rest.
    let (extension, until) = match extension(line, until) {
        (own, _) if own != found.extension && !found.extension.is_empty() => (String::new(), until),
        (own, end) => (own, end),
    };
    if labels.contains(&Label::Fax) {
        keep(&mut found.fax, &text, &mut found.rest);
    }
    let is_mobile = labels.contains(&Label::Mobile)
        || (!labels.contains(&Label::Fax) && is_of_a_mobile(&text) && found.mobile_tel.is_empty());
    if is_mobile {
        keep(&mut found.mobile_tel, &text, &mut found.rest);
    } else if labels.contains(&Label::Tel) || !labels.contains(&Label::Fax) {
        keep(&mut found.tel, &text, &mut found.rest);
    }
    if !extension.is_empty() && found.extension.is_empty() {
        found.extension = extension;
    }
    line.take(from..until);
    Some(from)
}

/// The first of a kind has the field.
fn keep(field: &mut String, text: &str, rest: &mut Vec<String>) {
    if field.is_empty() {
        text.clone_into(field);
    } else if field != text {
        rest.push(text.to_owned());
    }
}

/// The next number, from there on: digits with what is written between them.
fn number(line: &Line, from: usize) -> Option<(usize, usize)> {
    let chars = &line.plain;
    let begins = |at: usize| {
        let next = chars.get(at + 1).is_some_and(char::is_ascii_digit);
        match chars[at] {
            '0'..='9' => at == 0 || !chars[at - 1].is_ascii_digit(),
            '+' | '(' => next,
            _ => false,
        }
    };
    let start = (from..chars.len()).find(|at| begins(*at))?;
    let mut end = start;
    let mut last = start;
    while let Some(c) = chars.get(end) {
        let is_part = c.is_ascii_digit()
            || matches!(c, '-' | '(' | ')' | '.' | '+' if end == start || *c != '+')
            || (*c == ' '
                && chars
                    .get(end + 1)
                    .is_some_and(|next| next.is_ascii_digit() || matches!(next, '(' | '-')));
        if !is_part {
            break;
        }
        end += 1;
        if c.is_ascii_digit() {
            last = end;
        }
    }
    Some((start, last))
}

/// Whether it is written as numbers that are dialled are: it begins with 0, 8, + or a bracket.
fn is_dialled(text: &str) -> bool {
    let is_apart = text.chars().any(|c| matches!(c, '-' | ' ' | '(' | '.'));
    text.starts_with(['0', '+', '('])
        || (text.starts_with('8') && text.len() >= 11)
        || (is_apart && text.starts_with('7'))
}

fn is_of_a_mobile(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("81").filter(|_| text.starts_with('+'));
    let japanese = national
        .map_or_else(|| digits.clone(), |rest| format!("0{}", rest.trim_start_matches('0')));
    let is_japanese = japanese.len() == 11
        && ["070", "080", "090"].iter().any(|begin| japanese.starts_with(begin));
    is_japanese || (digits.len() == 11 && (digits.starts_with("79") || digits.starts_with("89")))
}

/// What is said of a number behind it, in brackets, and where that ends.
fn behind(line: &Line, end: usize) -> (Option<Label>, usize) {
    let rest = line.plain.get(end..).unwrap_or_default();
    let spaces = rest.iter().take_while(|c| c.is_whitespace()).count();
    if rest.get(spaces) != Some(&'(') {
        return (None, end);
    }
    let Some(length) = rest[spaces..].iter().position(|c| *c == ')') else { return (None, end) };
    let inside: String = rest[spaces + 1..spaces + length].iter().collect();
    let until = end + spaces + length + 1;
    match inside.trim() {
        "代" | "直" => (Some(Label::Tel), until),
        inside => match labels::of(inside) {
            Some(label) => (Some(label), until),
            None => (None, end),
        },
    }
}

const EXTENSIONS: [&str; 7] = ["内線番号", "内線", "extension", "ext", "доб", "#", "x"];

/// The extension right behind a number, and where it ends.
fn extension(line: &Line, end: usize) -> (String, usize) {
    let is_between = |c: &char| c.is_whitespace() || matches!(c, '(' | ',' | ')' | '.' | ':' | '-');
    let skip = |at: usize| {
        at + line.small.get(at..).unwrap_or_default().iter().take_while(|c| is_between(c)).count()
    };
    let at = skip(end);
    for word in EXTENSIONS {
        if position(&line.small, word, at) != Some(at) {
            continue;
        }
        let start = skip(at + word.chars().count());
        let digits = line.plain.get(start..).unwrap_or_default();
        let length = digits.iter().take_while(|c| c.is_ascii_digit()).count();
        if (1..=8).contains(&length) {
            let until = start + length;
            let closes = line.plain.get(until) == Some(&')');
            return (line.text(start..until), if closes { until + 1 } else { until });
        }
    }
    (String::new(), end)
}

/// An extension that stands apart from its number.
fn take_extension(line: &mut Line, found: &mut Found) {
    for word in ["内線番号", "内線", "extension", "ext", "доб"] {
        let Some(at) = position(&line.small, word, 0) else { continue };
        let (text, until) = extension(line, at);
        if !text.is_empty() && found.extension.is_empty() {
            found.extension = text;
            line.take(at..until);
            return;
        }
    }
}
