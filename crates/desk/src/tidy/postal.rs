//! Postal codes.

use super::text::{is_dash, line, strip_prefix, width, without_label};

/// What stands before a code on a card or in a signature.
const LABELS: [&str; 5] = ["郵便番号", "postal code", "zip", "plz", "индекс"];

/// A Japanese code as `123-4567`; one that looks like another country's in its usual width.
pub fn code(text: &str) -> Option<String> {
    let text = without_label(text, &LABELS);
    let text = strip_prefix(text, "〒").unwrap_or(text).trim();
    let narrow: String = width(text).chars().map(|c| if is_dash(c) { '-' } else { c }).collect();
    if let Some(digits) = seven_digits(&narrow) {
        return Some(format!("{}-{}", &digits[..3], &digits[3..]));
    }
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-');
    (!narrow.is_empty() && narrow.chars().all(is_plain)).then(|| line(&narrow))
}

/// Seven digits in a row, or three and four with a hyphen or a space between.
fn seven_digits(text: &str) -> Option<String> {
    let parts: Vec<_> = text.split(['-', ' ']).filter(|part| !part.is_empty()).collect();
    let is_split_right = match parts.as_slice() {
        [all] => all.len() == 7,
        [area, town] => area.len() == 3 && town.len() == 4,
        _ => false,
    };
    let digits = parts.concat();
    (is_split_right && digits.bytes().all(|b| b.is_ascii_digit())).then_some(digits)
}
