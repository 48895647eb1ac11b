//! What a person typed or pasted as an address: its letters, and what stands around it.

use unicode_normalization::UnicodeNormalization;

use crate::check::text;

/// Full-width letters and signs in their usual width. The signs that a Japanese keyboard gives for a
/// hyphen are one only between plain letters: in a name such as `サーバー.example` they are its own.
pub(super) fn narrow(text: &str) -> String {
    let letters: Vec<char> = text.nfkc().collect();
    let is_plain = |at: Option<usize>| {
        at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_alphanumeric)
    };
    let is_between_plain = |at: usize| is_plain(at.checked_sub(1)) && is_plain(at.checked_add(1));
    let narrowed = letters.iter().enumerate();
    narrowed
        .map(|(at, letter)| if is_between_plain(at) { text::hyphen(*letter) } else { *letter })
        .collect()
}

/// The address in a text that was pasted with what stood around it.
pub(super) fn address_in(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    // Behind a path it is a part of another address.
    let is_begun = |at: &usize| {
        let before = &lower[..*at];
        !before.ends_with(|c: char| c.is_ascii_alphanumeric()) && !before.contains(['/', '?', '#'])
    };
    let begin = ["https://", "http://"].iter().filter_map(|scheme| lower.find(scheme));
    let address = match begin.filter(is_begun).min() {
        Some(at) => text[at..].split(|c| is_blank(c) || is_quote(c)).next().unwrap_or_default(),
        None => text,
    };
    address.trim_matches(|c| is_blank(c) || is_quote(c))
}

fn is_quote(c: char) -> bool {
    "\"'<>()「」『』【】〈〉《》、“”«»".contains(c)
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}
