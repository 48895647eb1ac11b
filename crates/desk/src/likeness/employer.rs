//! The company of a person, for comparing.

use unicode_normalization::UnicodeNormalization;

use super::letters;

/// Legal forms as they stand beside a Japanese name, long or in brackets.
const JAPANESE: [&str; 19] = [
    "株式会社",
    "有限会社",
    "合同会社",
    "合資会社",
    "合名会社",
    "一般社団法人",
    "公益社団法人",
    "一般財団法人",
    "公益財団法人",
    "特定非営利活動法人",
    "社会福祉法人",
    "医療法人",
    "学校法人",
    "(株)",
    "(有)",
    "(合)",
    "(同)",
    "(社)",
    "(財)",
];

/// Legal forms that stand as a word of their own, without their dots.
const WORDS: [&str; 24] = [
    "co",
    "company",
    "corp",
    "corporation",
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "kk",
    "gk",
    "gmbh",
    "ag",
    "sa",
    "sarl",
    "srl",
    "bv",
    "ooo",
    "ооо",
    "ао",
    "зао",
    "пао",
];

/// A company's name for comparing: without its legal form, wherever that stands.
#[must_use]
pub fn employer(name: &str) -> String {
    let mut plain: String = name.nfkc().flat_map(char::to_lowercase).collect();
    // 株式會社 is 株式会社.
    for form in JAPANESE {
        plain = plain.replace(form, " ").replace(&form.replace('会', "會"), " ");
    }
    let of_letters =
        |word: &str| -> String { word.chars().filter(|c| c.is_alphanumeric()).collect() };
    let words: Vec<_> = plain
        .split([' ', ',', '，', '、', '\u{3000}'])
        .filter(|word| !WORDS.contains(&of_letters(word).as_str()))
        .collect();
    match letters::fold(&words.concat()) {
        // A company may be called like a legal form.
        rest if rest.is_empty() => letters::fold(name),
        rest => rest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_legal_form_of_a_company_makes_no_difference_its_name_does() {
        for same in [
            ["㈱霧笛商会", "霧笛商会株式会社"],
            ["（株）霧笛 商会", "株式會社霧笛商会"],
            ["Blue Harbour Ltd.", "ＢＬＵＥ　ＨＡＲＢＯＵＲ, Limited"],
            ["Blue Harbour Co., Ltd.", "Blue Harbour K.K."],
            ["ООО «Причал»", "Причал"],
            ["髙瀬舟㈲", "高瀬舟"],
        ] {
            assert_eq!(employer(same[0]), employer(same[1]), "{same:?}");
        }
        for other in [
            ["株式会社霧笛", "株式会社霧笛商会"],
            ["Blue Harbour", "Blue Harbours"],
            ["Cobalt", "Balt"],
            ["株式会社", "有限会社"],
        ] {
            assert_ne!(employer(other[0]), employer(other[1]), "{other:?}");
        }
        assert_eq!(employer("、"), "");
    }
}
