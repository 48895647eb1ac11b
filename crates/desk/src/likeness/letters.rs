//! Letters of names for comparing alone: what people write in more than one way becomes one.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::decompose_canonical;

/// Letters that are one letter in a name, a line for each, the usual form first.
const VARIANTS: &str = include_str!("letters/variants.txt");

static USUAL: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut usual = HashMap::new();
    for line in VARIANTS.lines().filter(|line| !line.starts_with('#')) {
        let mut letters = line.chars();
        let Some(first) = letters.next() else { continue };
        usual.extend(letters.map(|letter| (letter, first)));
    }
    usual
});

/// A name for comparing: forms of one letter, kana of both kinds and sizes, case, accents, widths,
/// spaces and signs make no difference.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut last = None;
    for c in text.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()) {
        // 佐々木 is 佐佐木.
        let c = if c == '々' { last.unwrap_or(c) } else { c };
        last = Some(c);
        push(c, &mut folded);
    }
    folded
}

/// A reading for comparing loosely: voiced or not, long or short makes no difference either.
#[must_use]
pub fn base_of_reading(folded: &str) -> String {
    let is_sound = |c: &char| !matches!(c, '\u{3099}' | '\u{309a}' | 'ー' | 'ウ');
    let mut sounds: Vec<char> = folded.nfd().filter(is_sound).collect();
    sounds.dedup();
    sounds.into_iter().collect()
}

/// Adds a letter in the form in which letters are compared.
pub(super) fn push(c: char, folded: &mut String) {
    match c {
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        // Older systems know no small kana; and 桐ヶ谷 is 桐ケ谷.
        'ぁ'..='ゖ' | 'ァ'..='ヶ' => folded.push(super::katakana(c)),
        // Accents of Latin, Greek and Cyrillic letters.
        '\u{c0}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' => {
            decompose_canonical(c, |part| match part {
                '\u{300}'..='\u{36f}' => {}
                part if part == c => folded.push(part),
                // What is left may be one of those above: æ of ǽ.
                part => push(part, folded),
            });
        }
        _ => folded.push(usual(c)),
    }
}

/// The usual form of a letter that has several.
#[must_use]
pub fn usual(c: char) -> char {
    USUAL.get(&c).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_letter_belongs_to_one_line_alone() {
        let mut seen = HashMap::new();
        for line in VARIANTS.lines().filter(|line| !line.starts_with('#')) {
            assert!(line.chars().count() > 1, "{line} has one form");
            for letter in line.chars() {
                assert_eq!(seen.insert(letter, line), None, "{letter} is in {line} too");
                assert!(letter.is_alphanumeric(), "{letter} is no letter");
            }
        }
        assert!(seen.len() > 500);
    }

    #[test]
    fn an_accent_makes_no_difference_on_a_letter_of_two() {
        assert_eq!(fold("Ǽgir Ǿrsted"), fold("Aegir Orsted"));
    }

    proptest! {
        #[test]
        fn folding_twice_folds_no_further(text in ".{0,24}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn forms_of_a_letter_fold_alike(before in "\\PC{0,4}", after in "\\PC{0,4}", at in 0usize..1000) {
            let lines: Vec<_> = VARIANTS.lines().filter(|line| !line.starts_with('#')).collect();
            let line = lines[at % lines.len()];
            let folded: Vec<_> =
                line.chars().map(|letter| fold(&format!("{before}{letter}{after}"))).collect();
            prop_assert!(folded.windows(2).all(|pair| pair[0] == pair[1]), "{:?}", folded);
        }
    }
}
