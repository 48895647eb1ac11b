//! The many ways in which codes and addresses are written, made one for comparing.

use unicode_normalization::UnicodeNormalization as _;

/// Reads a postal code: seven digits of any width, with or without a hyphen and the mark 〒.
pub fn code(text: &str) -> Option<u32> {
    let plain: String =
        text.nfkc().filter(|c| !c.is_whitespace() && !is_dash(*c) && *c != '〒').collect();
    let is_code = plain.len() == 7 && plain.bytes().all(|byte| byte.is_ascii_digit());
    if is_code { plain.parse().ok() } else { None }
}

/// A postal code as it is written.
pub fn written(code: u32) -> String {
    format!("{:03}-{:04}", code / 10_000, code % 10_000)
}

/// A prefecture's name without its last character, where that only says that it is one.
pub fn short(prefecture: &str) -> &str {
    prefecture.strip_suffix(['都', '府', '県']).unwrap_or(prefecture)
}

/// A part of an address for comparing alone: widths, spaces, dashes, numbers in words, 大字 and 字,
/// small ケ and の in another script, and the older forms of characters make no difference.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut number = Number::default();
    let plain = text.nfkc().filter(|c| !c.is_whitespace()).collect::<String>().replace("大字", "");
    for c in plain.chars().filter(|c| *c != '字') {
        if number.take(c) {
            continue;
        }
        number.put_into(&mut folded);
        folded.push(alike(c));
    }
    number.put_into(&mut folded);
    folded
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | 'ー' | '﹣' | '─' | '~' | '〜')
}

fn alike(c: char) -> char {
    match c {
        _ if is_dash(c) => '-',
        'ヶ' | 'が' | 'ガ' | 'ヵ' | '箇' => 'ケ',
        'の' | '之' | '乃' => 'ノ',
        'つ' | 'ッ' | 'っ' => 'ツ',
        '﨑' => '崎',
        '澤' => '沢',
        '濱' => '浜',
        '嶋' | '嶌' => '島',
        '龍' => '竜',
        '檜' => '桧',
        '瀧' => '滝',
        '廣' => '広',
        '國' => '国',
        '榮' => '栄',
        '惠' => '恵',
        '齋' => '斎',
        '櫻' => '桜',
        '瀨' => '瀬',
        '邊' | '邉' => '辺',
        '條' => '条',
        '會' => '会',
        '曾' => '曽',
        '莊' => '荘',
        '驛' => '駅',
        _ => c,
    }
}

/// A number in Chinese characters on its way to digits: 二十一 and 二一 are both 21.
#[derive(Default)]
struct Number {
    /// What was read so far; none between numbers.
    sum: Option<u32>,
    /// The digits that no 十, 百 or 千 has followed yet.
    digits: u32,
}

impl Number {
    /// Whether the character belongs to a number.
    fn take(&mut self, c: char) -> bool {
        let sum = self.sum.unwrap_or(0);
        if let Some(digit) = "〇一二三四五六七八九".chars().position(|other| other == c) {
            let digit = u32::try_from(digit).unwrap_or(0);
            self.digits = self.digits.saturating_mul(10).saturating_add(digit);
            self.sum = Some(sum);
            return true;
        }
        let Some(times) = ['十', '百', '千'].iter().position(|other| *other == c) else {
            return false;
        };
        let times = [10, 100, 1000][times];
        self.sum = Some(sum.saturating_add(self.digits.max(1).saturating_mul(times)));
        self.digits = 0;
        true
    }

    fn put_into(&mut self, text: &mut String) {
        if let Some(sum) = self.sum {
            text.push_str(&sum.saturating_add(self.digits).to_string());
        }
        *self = Self::default();
    }
}
