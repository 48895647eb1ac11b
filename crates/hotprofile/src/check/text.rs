//! Text: what is around it, what does not belong into it, and how long it may be.

use unicode_normalization::UnicodeNormalization;

use super::Fault;

/// Without the spaces around it, full-width and invisible ones included.
pub(crate) fn trim(text: &str) -> &str {
    // A control character would be taken out, and leave the spaces beside it at the edge.
    text.trim_matches(|c: char| {
        c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}' | '\u{feff}')
    })
}

/// Whether nothing was typed.
pub(super) fn is_blank(text: &str) -> bool {
    trim(text).is_empty()
}

/// Full-width digits, letters and signs in their usual width. Never for names: it rewrites ㈱.
pub(super) fn narrow(text: &str) -> String {
    text.nfkc().map(hyphen).collect()
}

/// The hyphen for a sign that is typed in its place; every other letter is itself.
pub(crate) fn hyphen(letter: char) -> char {
    if matches!(letter, '−' | '‐' | '–' | 'ー') { '-' } else { letter }
}

/// The very characters typed, where they are not too many. `long` text is typed in several lines.
pub(super) fn short_enough(text: &str, max: u32, long: bool) -> Result<String, Fault> {
    let text = if long { lines(text) } else { term(text) };
    let length = u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    if length > max { Err(Fault::TooLong { max, length }) } else { Ok(text) }
}

/// Text in one line. What was pasted with a line break or a tab, from a table for instance, has a
/// space there; other control characters are no part of any name.
#[must_use]
pub fn term(text: &str) -> String {
    lines(text).replace(['\n', '\t'], " ")
}

/// Text in lines that end as they do everywhere.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}
