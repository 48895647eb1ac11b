//! What stands in brackets.

const PAIRS: [(char, char); 8] = [
    ('(', ')'),
    ('（', '）'),
    ('[', ']'),
    ('【', '】'),
    ('〔', '〕'),
    ('＜', '＞'),
    ('<', '>'),
    ('［', '］'),
];

/// A text around its first brackets.
pub struct Around<'a> {
    pub before: &'a str,
    /// With the brackets.
    pub whole: &'a str,
    pub inside: &'a str,
    pub behind: &'a str,
}

/// Splits a text at its first brackets. Those that nothing closes end with it.
pub fn first(text: &str) -> Option<Around<'_>> {
    let (start, open) =
        text.char_indices().find(|(_, c)| PAIRS.iter().any(|(open, _)| open == c))?;
    let (_, close) = PAIRS.iter().find(|(one, _)| *one == open)?;
    let rest = &text[start..];
    let within = &rest[open.len_utf8()..];
    let (inside, length) = match within.find(*close) {
        Some(at) => (&within[..at], open.len_utf8() + at + close.len_utf8()),
        None => (within, rest.len()),
    };
    let (whole, behind) = rest.split_at(length);
    Some(Around { before: &text[..start], whole, inside: inside.trim(), behind })
}
