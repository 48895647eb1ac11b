//! The words that tell what stands beside them.

use super::lines::Line;

/// What a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Tel,
    Mobile,
    Fax,
    Email,
    MobileEmail,
    Url,
    Zip,
    Address,
    Kana,
    /// Something that has no field: its value is left alone.
    Other,
}

/// Longer ones first: the end of one can be another. Those of one letter need a sign behind them.
const LABELS: &[(&str, Label)] = &[
    ("フリーダイヤル", Label::Other),
    ("toll-free", Label::Other),
    ("toll free", Label::Other),
    ("whatsapp", Label::Other),
    ("telegram", Label::Other),
    ("登録番号", Label::Other),
    ("法人番号", Label::Other),
    ("инн", Label::Other),
    ("огрн", Label::Other),
    ("кпп", Label::Other),
    ("skype", Label::Other),
    ("мобильный телефон", Label::Mobile),
    ("携帯メールアドレス", Label::MobileEmail),
    ("携帯メール", Label::MobileEmail),
    ("携帯電話番号", Label::Mobile),
    ("携帯電話", Label::Mobile),
    ("携帯番号", Label::Mobile),
    ("mobile phone", Label::Mobile),
    ("cell phone", Label::Mobile),
    ("мобильный", Label::Mobile),
    ("сотовый", Label::Mobile),
    ("モバイル", Label::Mobile),
    ("cellphone", Label::Mobile),
    ("cellular", Label::Mobile),
    ("mobile", Label::Mobile),
    ("mobil", Label::Mobile),
    ("携帯", Label::Mobile),
    ("cell", Label::Mobile),
    ("моб", Label::Mobile),
    ("сот", Label::Mobile),
    ("mob", Label::Mobile),
    ("📱", Label::Mobile),
    ("ファックス", Label::Fax),
    ("ファクシミリ", Label::Fax),
    ("ファクス", Label::Fax),
    ("facsimile", Label::Fax),
    ("fax番号", Label::Fax),
    ("факс", Label::Fax),
    ("fax", Label::Fax),
    ("📠", Label::Fax),
    ("メールアドレス", Label::Email),
    ("eメール", Label::Email),
    ("メール", Label::Email),
    ("e-mail address", Label::Email),
    ("email address", Label::Email),
    ("эл. почта", Label::Email),
    ("эл.почта", Label::Email),
    ("электронная почта", Label::Email),
    ("почта", Label::Email),
    ("e-mail", Label::Email),
    ("email", Label::Email),
    ("mail", Label::Email),
    ("📧", Label::Email),
    ("✉", Label::Email),
    ("ホームページ", Label::Url),
    ("webサイト", Label::Url),
    ("ウェブサイト", Label::Url),
    ("サイト", Label::Url),
    ("homepage", Label::Url),
    ("website", Label::Url),
    ("сайт", Label::Url),
    ("site", Label::Url),
    ("url", Label::Url),
    ("web", Label::Url),
    ("hp", Label::Url),
    ("🌐", Label::Url),
    ("代表電話", Label::Tel),
    ("直通電話", Label::Tel),
    ("電話番号", Label::Tel),
    ("telephone", Label::Tel),
    ("telefon", Label::Tel),
    ("телефон", Label::Tel),
    ("direct", Label::Tel),
    ("office", Label::Tel),
    ("phone", Label::Tel),
    ("代表", Label::Tel),
    ("直通", Label::Tel),
    ("電話", Label::Tel),
    ("main", Label::Tel),
    ("work", Label::Tel),
    ("тел", Label::Tel),
    ("раб", Label::Tel),
    ("tel", Label::Tel),
    ("ph", Label::Tel),
    ("☎", Label::Tel),
    ("📞", Label::Tel),
    ("℡", Label::Tel),
    ("郵便番号", Label::Zip),
    ("индекс", Label::Zip),
    ("postal code", Label::Zip),
    ("head office", Label::Address),
    ("address", Label::Address),
    ("адрес", Label::Address),
    ("所在地", Label::Address),
    ("本社", Label::Address),
    ("住所", Label::Address),
    ("🏢", Label::Address),
    ("📍", Label::Address),
    ("フリガナ", Label::Kana),
    ("ふりがな", Label::Kana),
    ("よみがな", Label::Kana),
];

/// Those that stand for a word only with a sign behind them.
const LETTERS: &[(char, Label)] = &[
    ('t', Label::Tel),
    ('p', Label::Tel),
    ('d', Label::Tel),
    ('o', Label::Tel),
    ('т', Label::Tel),
    ('m', Label::Mobile),
    ('c', Label::Mobile),
    ('м', Label::Mobile),
    ('f', Label::Fax),
    ('ф', Label::Fax),
    ('e', Label::Email),
    ('w', Label::Url),
];

/// The label that ends right before this character, with where it begins.
pub fn before(line: &Line, at: usize) -> Option<(Label, usize)> {
    let small = line.small.get(..at)?;
    let bare = small.len() - small.iter().rev().take_while(|c| is_between(**c)).count();
    let has_sign = small[bare..].iter().any(|c| matches!(c, ':' | '.' | ')' | ']'));
    let text = small.get(..bare)?;
    for (word, label) in LABELS {
        let length = word.chars().count();
        let ends = length <= bare && word.chars().rev().eq(text.iter().rev().take(length).copied());
        if ends {
            let start = bare - length;
            let is_apart = start == 0 || !(continues(text[start - 1]) && continues(text[start]));
            if is_apart {
                return Some((*label, start));
            }
        }
    }
    let letter = text.last().filter(|_| has_sign)?;
    let start = bare - 1;
    let is_apart = start == 0 || !text[start - 1].is_alphanumeric();
    let (_, label) = LETTERS.iter().find(|(one, _)| one == letter).filter(|_| is_apart)?;
    Some((*label, start))
}

/// All the labels in a row right before this character, as in `TEL/FAX`, and where they begin.
pub fn all_before(line: &Line, at: usize) -> (Vec<Label>, usize) {
    let (mut labels, mut start) = (Vec::new(), at);
    while let Some((label, begins)) = before(line, start) {
        // The nearest one is said of it; those further off only where a sign joins them.
        let joined = line.small.get(begins..start).unwrap_or_default();
        if !labels.is_empty() && !joined.iter().any(|c| matches!(c, '/' | '&' | '・' | ',' | '+'))
        {
            break;
        }
        labels.push(label);
        start = begins;
    }
    (labels, start)
}

/// What this text names, where it is a label and nothing else.
pub fn of(text: &str) -> Option<Label> {
    let line = Line::new(text);
    let (label, start) = before(&line, line.small.len())?;
    let is_all = line.small.get(..start)?.iter().all(|c| !c.is_alphanumeric());
    is_all.then_some(label)
}

/// What can stand between a label and its value.
fn is_between(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ':' | '.'
                | '('
                | ')'
                | '['
                | ']'
                | '-'
                | '='
                | '/'
                | '&'
                | '・'
                | ','
                | '+'
                | '■'
                | '◆'
                | '●'
                | '★'
                | '|'
                | '>'
        )
}

/// Whether a word goes on with it: a label can not begin in the middle of a word.
fn continues(c: char) -> bool {
    c.is_alphanumeric() && (c.is_ascii() || matches!(c, 'а'..='я' | 'ё'))
}
