//! Postal codes: seven digits in Japan, six in Russia, each where an address can be.

use super::Found;
use super::labels::{self, Label};
use super::lines::Line;

/// Takes the first one out of a line.
pub fn take(line: &mut Line, found: &mut Found) {
    if !found.zip.is_empty() {
        return;
    }
    let Some((start, end)) = (0..line.plain.len()).find_map(|at| code(line, at)) else { return };
    found.zip = line.text(start..end);
    let from = marked(line, start).unwrap_or(start);
    line.take(from..end);
}

/// The code that begins here.
fn code(line: &Line, at: usize) -> Option<(usize, usize)> {
    let chars = &line.plain;
    let digits = |from: usize, count: usize| {
        (from..from + count).all(|at| chars.get(at).is_some_and(char::is_ascii_digit))
    };
    let ends = |at: usize| chars.get(at).is_none_or(|c| !goes_on(*c));
    let hyphened = digits(at, 3) && chars.get(at + 3) == Some(&'-') && digits(at + 4, 4);
    let length = if hyphened && ends(at + 8) {
        8
    } else if digits(at, 7) && ends(at + 7) {
        7
    } else if digits(at, 6) && ends(at + 6) {
        6
    } else {
        return None;
    };
    let before = chars[..at].iter().rev().find(|c| !c.is_whitespace());
    // Behind a bracket or another number goes on what is dialled.
    if before == Some(&')') || at.checked_sub(1).is_some_and(|at| goes_on(chars[at])) {
        return None;
    }
    let label = labels::before(line, at).map(|(label, _)| label);
    if !matches!(label, None | Some(Label::Zip | Label::Address)) {
        return None;
    }
    let is_marked = marked(line, at).is_some();
    let rest = &chars[at + length..];
    let is_code = match length {
        // An address follows, or nothing at all.
        8 => {
            is_marked
                || rest.iter().any(|c| c.is_alphabetic())
                || !rest.iter().any(|c| c.is_numeric())
        }
        7 => is_marked,
        _ => is_marked || chars.iter().any(|c| matches!(c, 'а'..='я' | 'А'..='Я')),
    };
    is_code.then_some((at, at + length))
}

/// Where the sign or the label begins that says it is one.
fn marked(line: &Line, at: usize) -> Option<usize> {
    let is_between = |c: &char| c.is_whitespace() || matches!(c, ':' | '(' | '.');
    let sign =
        line.plain[..at].iter().rposition(|c| !is_between(c)).filter(|at| line.plain[*at] == '〒');
    let label = labels::before(line, at).filter(|(label, _)| *label == Label::Zip);
    sign.or(label.map(|(_, from)| from))
}

fn goes_on(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | '+' | '.')
}
