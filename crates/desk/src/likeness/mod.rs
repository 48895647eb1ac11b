//! Likeness for people's eyes: how texts are made one that differ only in how they were typed, and
//! which names mean the same. For finding and for asking alone, never for what is kept or sent.
//! (What decides whether a lost call arrived is stricter: `outbox::likeness`.)

mod alike;
pub mod company;
pub mod letters;
pub mod number;
pub mod person;

use unicode_normalization::UnicodeNormalization as _;

pub use self::alike::Alike;

/// A text as it is looked for. Widths, cases, hiragana and katakana, small and large kana, accents,
/// spaces, marks, kinds of dash and forms of one letter (髙, 高) make no difference. What is left are letters and digits, `&` and
/// `+`. Folding it again changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut folded = String::with_capacity(lower.len());
    let mut base = ' ';
    for c in lower.nfkd().map(katakana) {
        let follows_kana = folded.chars().next_back().is_some_and(is_kana);
        match c {
            // Of the Cyrillic letters й is one of its own; ё is not, for whoever looks for it.
            BREVE if base == 'и' => folded.push(c),
            '\u{300}'..='\u{36f}' => continue,
            // After a kana it makes the vowel long; elsewhere it only joins.
            'ー' | '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' if follows_kana => {
                folded.push('ー');
            }
            '\u{3099}' | '\u{309a}' if follows_kana => folded.push(c),
            'ー' => {}
            '&' | '+' => folded.push(c),
            // 佐々木 is 佐佐木.
            '々' => {
                let last = folded.chars().next_back().filter(|last| last.is_alphanumeric());
                folded.push(last.unwrap_or(c));
            }
            c if c.is_alphanumeric() => letters::push(c, &mut folded),
            _ => {}
        }
        base = c;
    }
    folded.nfc().collect()
}

const BREVE: char = '\u{306}';

/// A kana of a text whose marks stand apart, or such a mark.
fn is_kana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | '\u{3099}' | '\u{309a}')
}

/// A hiragana as katakana, a small one as a large one.
fn katakana(c: char) -> char {
    let c = match c {
        'ぁ'..='ゖ' | 'ゝ' => char::from_u32(u32::from(c) + 0x60).unwrap_or(c),
        _ => c,
    };
    match c {
        'ァ' => 'ア',
        'ィ' => 'イ',
        'ゥ' => 'ウ',
        'ェ' => 'エ',
        'ォ' => 'オ',
        'ッ' => 'ツ',
        'ャ' => 'ヤ',
        'ュ' => 'ユ',
        'ョ' => 'ヨ',
        'ヮ' => 'ワ',
        'ヵ' => 'カ',
        'ヶ' => 'ケ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fold;

    #[test]
    fn what_differs_only_in_how_it_was_typed_is_one() {
        for (one, other) in [
            ("ＡＢＣ", "abc"),
            ("ｱｵｿﾞﾗ", "あおぞら"),
            ("がっこう", "ガツコウ"),
            ("霞ヶ関", "霞ケ関"),
            ("データ", "デ―タ"),
            ("でーた", "データ"),
            ("Blåvinge", "BLAVINGE"),
            ("Coca-Cola", "coca cola"),
            ("Ёлка", "елка"),
            ("青空・商事", "青空 商事"),
            ("髙﨑工業", "高崎工業"),
            ("佐々木", "佐佐木"),
            ("Weiß Sørensen Łódź", "weiss sorensen lodz"),
        ] {
            assert_eq!(fold(one), fold(other), "{one} {other}");
        }
    }

    #[test]
    fn what_is_another_letter_stays_another() {
        for (one, other) in [
            ("スーパー", "スパ"),
            ("ハハ", "パパ"),
            ("かき", "がき"),
            ("Зной", "Знои"),
            ("青空", "青海"),
            ("A&B", "AB"),
        ] {
            assert_ne!(fold(one), fold(other), "{one} {other}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail_and_folding_again_changes_nothing(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded.clone(), "{}", text);
        }

        #[test]
        fn nor_do_kana_and_marks_in_any_order(text in "[ぁ-ヿｦ-ﾟ\u{3099}-\u{309c}\\-!‐ёйЙ\u{300}-\u{310}a々佐øßæ]{0,8}") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded.clone(), "{}", text);
        }
    }
}
