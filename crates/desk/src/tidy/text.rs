//! Widths and spaces.

use hotprofile::check;
use hotprofile::contract::Kind;
use unicode_normalization::UnicodeNormalization;

/// Without the spaces around it, as the checks leave them out.
pub fn trim(text: &str) -> String {
    check::check_value(Kind::Shown, text).unwrap_or_default()
}

/// Full-width letters, digits and signs of ASCII in their usual width, character by character.
/// Compatibility forms of Unicode are another matter: ① is no 1 in a telephone number.
pub fn width(text: &str) -> String {
    text.chars().map(narrow).collect()
}

/// One character in its usual width.
pub fn narrow(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        '\u{3000}' | '\u{a0}' => ' ',
        _ => character,
    }
}

/// What people and input methods put in the place of a hyphen between digits.
pub fn is_dash(character: char) -> bool {
    matches!(character, '-' | '‐'..='―' | '−' | '－' | 'ー' | 'ｰ' | '─' | '﹣')
}

/// A line in which every run of spaces is its first one.
pub fn line(text: &str) -> String {
    let mut was_space = false;
    let is_kept = |c: &char| {
        let is_space = c.is_whitespace();
        !(std::mem::replace(&mut was_space, is_space) && is_space)
    };
    // The checks take other control characters out; the spaces beside one are beside each other.
    text.chars().filter(|c| c.is_whitespace() || !c.is_control()).filter(is_kept).collect()
}

/// Kana in full-width katakana; everything else stays.
pub fn kana(text: &str) -> String {
    let mut katakana = String::new();
    let mut half = String::new();
    for character in text.chars() {
        if matches!(character, '\u{ff66}'..='\u{ff9f}') {
            half.push(character);
            continue;
        }
        // A mark of its own belongs to the kana before it: they become one together.
        katakana.extend(std::mem::take(&mut half).nfkc());
        katakana.push(match character {
            'ぁ'..='ゖ' | 'ゝ' | 'ゞ' => {
                char::from_u32(u32::from(character) + 0x60).unwrap_or(character)
            }
            other => other,
        });
    }
    katakana.extend(half.nfkc());
    line(&katakana)
}

/// Without one of these words and a colon or a space before it.
pub fn without_label<'a>(text: &'a str, labels: &[&str]) -> &'a str {
    let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | '：');
    labels
        .iter()
        .filter_map(|label| strip_prefix(text, label))
        .find(|rest| rest.starts_with(is_between))
        .map_or(text, |rest| rest.trim_start_matches(is_between))
}

/// The rest of a text that begins so, whatever the case or width of its letters.
pub fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for expected in prefix.chars() {
        let found = narrow(rest.next()?);
        if !found.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    Some(rest.as_str())
}
