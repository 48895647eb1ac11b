//! Telephone numbers for comparing.

use unicode_normalization::UnicodeNormalization as _;

/// The digits of a number of Japan as they are dialled within it, however it is written; those of
/// another country behind its `+`.
#[must_use]
pub fn dialled(text: &str) -> String {
    let text: String = text.nfkc().collect();
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let before = text.split(|c: char| c.is_ascii_digit()).next().unwrap_or_default();
    let has_plus = before.contains('+');
    let japan: &[&str] = if has_plus { &["81"] } else { &["0081", "01081", "81"] };
    let rest = japan.iter().find_map(|country| digits.strip_prefix(country));
    match rest {
        // Without a plus so few digits are a number that only begins alike.
        Some(rest) if has_plus || rest.len() >= 9 => format!("0{}", rest.trim_start_matches('0')),
        _ if has_plus => format!("+{digits}"),
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::dialled;

    #[test]
    fn a_number_of_japan_is_one_however_it_is_written() {
        for number in [
            "03-0000-1234",
            "０３（００００）１２３４",
            "+81 3-0000-1234",
            "(+81) 3 0000 1234",
            "＋８１（０）３－００００－１２３４",
            "81-3-0000-1234",
            "0081 3 0000 1234",
            "010-81-3-0000-1234",
        ] {
            assert_eq!(dialled(number), "0300001234", "{number}");
        }
    }

    #[test]
    fn another_number_stays_another() {
        for (number, dialled_as) in [
            ("+44 3 0000 1234", "+44300001234"),
            ("8100-0000", "81000000"),
            ("3-0000-1234", "300001234"),
            ("03-0000-1234 + 5", "03000012345"),
            ("なし", ""),
        ] {
            assert_eq!(dialled(number), dialled_as, "{number}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_fail_and_a_number_as_dialled_stays(text in "\\PC{0,24}|[+(81) 0-]{0,16}") {
            let once = dialled(&text);
            let is_japans = once.starts_with('0') && !once.starts_with("00") && !once.starts_with("01081");
            prop_assert!(!is_japans || dialled(&once) == once, "{}", text);
        }
    }
}
