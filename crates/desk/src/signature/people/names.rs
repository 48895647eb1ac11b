//! Which piece is the name of the person, and where its family name ends.

use super::super::words::{GIVEN_NAMES, PARTICLES};
use crate::signature::brackets;
use crate::signature::labels::{self, Label};
use crate::signature::places::is_japanese;
use crate::signature::segments::is_edge;

/// A name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    pub family: String,
    pub first: String,
    pub family_kana: String,
    pub first_kana: String,
    /// Where it stood among the pieces.
    pub at: Option<usize>,
    /// What stood in its piece and is no part of it.
    pub beside: Vec<String>,
}

/// Whether a text can be the name of a person.
pub fn is_one(text: &str) -> bool {
    japanese(text).or_else(|| cyrillic(text)).or_else(|| latin(text)).is_some()
}

/// Whether a text can be the reading of a name.
pub fn is_reading(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| is_kana(c) || c.is_whitespace())
}

/// Whether a text is how a person is addressed.
pub fn is_address(text: &str) -> bool {
    ["mr", "ms", "mrs", "dr", "prof", "miss"]
        .contains(&text.trim_end_matches('.').to_lowercase().as_str())
}

/// Takes the likeliest name out of these pieces: a Japanese one before others, and of those the one
/// that is `called` a name, the one that is in the address of mail, or the first.
pub fn choose(pieces: &mut Vec<String>, called: Option<&str>, email: &str) -> Name {
    let kana = take_kana(pieces);
    let ways: [fn(&str) -> Option<Name>; 3] = [japanese, cyrillic, latin];
    for way in ways {
        let names: Vec<(usize, Name)> = pieces
            .iter()
            .enumerate()
            .filter_map(|(at, piece)| way(piece).map(|name| (at, name)))
            .collect();
        let is_called = |(at, _): &&(usize, Name)| called == pieces.get(*at).map(String::as_str);
        let likeliest = names
            .iter()
            .find(is_called)
            .or_else(|| names.iter().find(|(_, name)| is_in(email, name)))
            .or_else(|| names.first());
        let Some((at, mut name)) = likeliest.cloned() else { continue };
        pieces.remove(at);
        name.at = Some(at);
        if name.family_kana.is_empty() && is_japanese(&name.family) {
            (name.family_kana, name.first_kana) = kana;
        }
        if is_japanese(&name.family) {
            // What stands beside it is the same name in Latin letters, or a company's.
            if pieces.get(at).and_then(|piece| latin(piece)).is_some() {
                name.beside.push(pieces.remove(at));
            }
        }
        return name;
    }
    Name::default()
}

/// The reading of the name, where a piece of its own tells it.
fn take_kana(pieces: &mut Vec<String>) -> (String, String) {
    let Some(at) = pieces.iter().position(|piece| {
        let own = without_label(piece);
        own.split_whitespace().count() == 2 && is_reading(own)
    }) else {
        return (String::new(), String::new());
    };
    // Names can be written in kana: it is a reading beside another name alone.
    if !pieces.iter().enumerate().any(|(other, piece)| other != at && japanese(piece).is_some()) {
        return (String::new(), String::new());
    }
    let piece = pieces.remove(at);
    let (family, first) = halves(without_label(&piece));
    (katakana(&family), katakana(&first))
}

fn without_label(piece: &str) -> &str {
    let Some((label, own)) = piece.split_once([':', '：']) else { return piece };
    if labels::of(label) == Some(Label::Kana) { own.trim() } else { piece }
}

/// Two words of a few characters, or one; its reading may follow in brackets.
fn japanese(piece: &str) -> Option<Name> {
    let around = brackets::first(piece);
    let (text, inside) =
        around.as_ref().map_or((piece, ""), |around| (around.before.trim(), around.inside));
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_word =
        |word: &&str| word.chars().all(is_of_a_name) && (1..=5).contains(&word.chars().count());
    let mut name = match words.as_slice() {
        [family, first] if is_word(family) && is_word(first) => {
            Name { family: (*family).to_owned(), first: (*first).to_owned(), ..Name::default() }
        }
        // Where the family name ends is not told.
        [whole]
            if (2..=6).contains(&whole.chars().count())
                && whole.chars().all(is_of_a_name)
                && whole.chars().any(|c| !is_kana(c)) =>
        {
            Name { family: (*whole).to_owned(), ..Name::default() }
        }
        [whole] if whole.contains('・') && whole.chars().all(is_kana) => {
            let (first, family) = whole.split_once('・')?;
            Name { family: family.to_owned(), first: first.to_owned(), ..Name::default() }
        }
        _ => return None,
    };
    let (family, first) = halves(inside);
    let is_whole = !first.is_empty() || name.first.is_empty();
    if is_reading(inside) && is_whole {
        (name.family_kana, name.first_kana) = (katakana(&family), katakana(&first));
    } else {
        name.beside.extend(told(inside));
    }
    name.beside.extend(around.and_then(|around| told(around.behind)));
    Some(name)
}

fn told(text: &str) -> Option<String> {
    let text = text.trim_matches(is_edge);
    text.chars().any(char::is_alphanumeric).then(|| text.to_owned())
}

/// `Анна Иванова`, `Иванова Анна Петровна`, `Анна Петровна Иванова`.
fn cyrillic(piece: &str) -> Option<Name> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let is_word = |word: &&str| {
        let mut chars = word.chars();
        chars.next().is_some_and(|c| matches!(c, 'А'..='Я' | 'Ё'))
            && chars.all(|c| matches!(c, 'А'..='я' | 'ё' | 'Ё' | '-' | '.'))
    };
    if !(2..=3).contains(&words.len()) || !words.iter().all(is_word) {
        return None;
    }
    let small: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let is_patronymic = |at: usize| {
        small.get(at).is_some_and(|word| {
            ["вич", "вна", "чна", "ьич", "мич"].iter().any(|end| word.ends_with(end))
        })
    };
    let name = |family: &str, first: String| {
        Some(Name { family: family.to_owned(), first, ..Name::default() })
    };
    match words.as_slice() {
        [family, first, father] if is_patronymic(2) => name(family, format!("{first} {father}")),
        [first, father, family] if is_patronymic(1) => name(family, format!("{first} {father}")),
        [one, other] if GIVEN_NAMES.contains(&small[0].as_str()) => name(other, (*one).to_owned()),
        [one, other] if GIVEN_NAMES.contains(&small[1].as_str()) => name(one, (*other).to_owned()),
        [one, other] if is_family(&small[0]) && !is_family(&small[1]) => {
            name(one, (*other).to_owned())
        }
        [one, other] => name(other, (*one).to_owned()),
        _ => None,
    }
}

fn is_family(small: &str) -> bool {
    const ENDS: [&str; 20] = [
        "ов",
        "ова",
        "ев",
        "ева",
        "ёв",
        "ёва",
        "ин",
        "ина",
        "ын",
        "ына",
        "ский",
        "ская",
        "цкий",
        "цкая",
        "ко",
        "ук",
        "юк",
        "ых",
        "ян",
        "швили",
    ];
    ENDS.iter().any(|end| small.ends_with(end))
}

/// `Anna Smith`, `Smith, Anna`, `Taro YAMADA`, `Ludwig van Example`.
fn latin(piece: &str) -> Option<Name> {
    let around = brackets::first(piece);
    let bare = around.as_ref().map_or(piece, |around| around.before).trim();
    let inside = around.as_ref().map(|around| around.inside).filter(|inside| !is_address(inside));
    let behind = around.as_ref().map(|around| around.behind);
    let beside: Vec<String> = [inside, behind].into_iter().flatten().filter_map(told).collect();
    let (bare, is_turned) = match bare.split_once(", ") {
        Some((name, title)) if is_degree(title) => (name, false),
        Some(_) => (bare, true),
        None => (bare, false),
    };
    let words: Vec<&str> =
        bare.split([' ', ',']).filter(|word| !word.is_empty() && !is_address(word)).collect();
    let is_word = |word: &&str| {
        let is_particle = PARTICLES.contains(&word.to_lowercase().as_str());
        let starts = word.chars().next().is_some_and(char::is_uppercase);
        (starts || is_particle)
            && word.chars().all(|c| (c.is_alphabetic() && c < '\u{370}') || "-.'’".contains(c))
    };
    if !(2..=4).contains(&words.len()) || !words.iter().all(is_word) {
        return None;
    }
    let is_loud = |word: &&str| {
        word.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !word.chars().any(char::is_lowercase)
    };
    let loud = words
        .iter()
        .position(is_loud)
        .filter(|_| words.iter().filter(|word| is_loud(word)).count() == 1);
    let family_at = match (is_turned, loud) {
        (true, _) => 0,
        (false, Some(at)) => at,
        (false, None) => words.len() - 1,
    };
    if is_turned {
        let (family, first) = bare.split_once(", ")?;
        return Some(Name {
            family: family.to_owned(),
            first: first.to_owned(),
            beside,
            ..Name::default()
        });
    }
    let from = words[..family_at]
        .iter()
        .rposition(|word| !PARTICLES.contains(&word.to_lowercase().as_str()))
        .map_or(0, |at| at + 1);
    let family = words[from..=family_at].join(" ");
    let first = [&words[..from], &words[family_at + 1..]].concat().join(" ");
    Some(Name { family, first, beside, ..Name::default() })
}

fn is_degree(text: &str) -> bool {
    ["phd", "mba", "md", "jr", "sr", "cpa", "msc", "bsc", "esq"]
        .contains(&text.replace('.', "").to_lowercase().as_str())
}

/// Whether an address of mail holds a part of this name.
fn is_in(email: &str, name: &Name) -> bool {
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    let family = name.family.to_lowercase();
    family.is_ascii() && family.len() > 2 && local.contains(&family)
}

fn halves(text: &str) -> (String, String) {
    let mut words = text.split_whitespace();
    let family = words.next().unwrap_or_default().to_owned();
    (family, words.collect::<Vec<_>>().join(" "))
}

fn is_of_a_name(c: char) -> bool {
    is_kana(c) || is_japanese(&c.to_string()) || c == '々' || c == 'ヶ'
}

fn is_kana(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ' | 'ァ'..='ヺ' | 'ー' | 'ゝ' | 'ゞ' | '・')
}

fn katakana(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'ぁ'..='ゖ' => char::from_u32(c as u32 + 0x60).unwrap_or(c),
            _ => c,
        })
        .collect()
}
