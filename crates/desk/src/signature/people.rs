//! Company, department, title, and of what is left the name.

mod names;

use self::names::Name;
use super::Found;
use super::brackets::{self, Around};
use super::places::is_japanese;
use super::segments::words_of;
use super::words::{
    BODIES, CALLED, DEPARTMENT_WORDS, DEPARTMENTS, FORMS, MORE_TITLES, NO_DEPARTMENTS,
    RUSSIAN_FORMS, TITLE_WORDS, TITLES, WESTERN_FORMS,
};

/// Finds who it is, and where they work.
pub fn take(pieces: Vec<String>, found: &mut Found) {
    let mut others = Vec::new();
    let mut called = None;
    for piece in pieces {
        let (label, own) = labelled(&piece);
        let before = others.len();
        if let Some(title) = label.filter(|label| is_title(label)) {
            join(&mut found.post, title);
        }
        if is_japanese(own) {
            japanese(own, found, &mut others);
        } else {
            western(own.to_owned(), found, &mut others);
        }
        if label.is_some() && called.is_none() {
            called = others.get(before).cloned();
        }
    }
    company_by_host(&mut others, found);
    let name = names::choose(&mut others, called.as_deref(), &found.email);
    company_beside(&name, &mut others, found);
    (found.family_name, found.first_name) = (name.family, name.first);
    (found.family_name_kana, found.first_name_kana) = (name.family_kana, name.first_kana);
    found.rest.extend(others);
    found.rest.extend(name.beside);
}

/// What tells that a name follows, the word for that or a title, and the piece without it.
fn labelled(piece: &str) -> (Option<&str>, &str) {
    // Of [担当] the pieces have lost the first bracket.
    let sign = piece.split_once([':', '：', ']']);
    let bracket = brackets::first(piece).filter(|around| around.before.is_empty());
    let parts = sign.or_else(|| bracket.map(|around| (around.inside, around.behind)));
    let Some((label, own)) = parts.map(|(label, own)| (label.trim(), own.trim())) else {
        return (None, piece);
    };
    let is_called = CALLED.contains(&label.to_lowercase().as_str());
    if is_called || (is_title(label) && names::is_one(own)) {
        (Some(label), own)
    } else {
        (None, piece)
    }
}

/// Whether a label is a title, and more than the word for a name.
fn is_title(label: &str) -> bool {
    let says = || words_of(label).iter().any(|word| TITLE_WORDS.contains(&word.as_str()));
    let is_called = CALLED.contains(&label.to_lowercase().as_str());
    !is_called && (word(label) == Word::Title || says())
}

/// What a word of a Japanese piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Company,
    /// A form that stands apart from the name that it belongs to.
    Form,
    Department,
    Title,
    /// What stands in brackets.
    Remark,
    Other,
}

fn word(text: &str) -> Word {
    let text = match brackets::first(text) {
        Some(around) if is_all_remark(&around) => return Word::Remark,
        // 営業部（東京） is a department.
        Some(around) if is_remark(&around) && around.behind.is_empty() => around.before,
        _ => text,
    };
    let ends = |words: &[&str]| words.iter().any(|word| text.ends_with(word));
    let is_title = (ends(&TITLES) || MORE_TITLES.contains(&text))
        && !FORMS.iter().any(|form| text.contains(form));
    if FORMS.contains(&text) {
        Word::Form
    } else if is_title {
        Word::Title
    } else if FORMS.iter().any(|form| text.contains(form)) {
        Word::Company
    } else if is_department(text) {
        Word::Department
    } else if ends(&BODIES) && text.chars().count() > 2 {
        Word::Company
    } else {
        Word::Other
    }
}

/// Whether a word is called as a department is. A lone 室 or 部 is none: it can be a given name.
fn is_department(text: &str) -> bool {
    let is_lone = text.chars().nth(1).is_none();
    let ends = DEPARTMENTS.iter().any(|kind| text.ends_with(kind));
    ends && !is_lone && !NO_DEPARTMENTS.contains(&text)
}

/// Whether brackets hold anything but the form of a company.
fn is_remark(around: &Around) -> bool {
    !around.inside.is_empty() && !FORMS.contains(&around.whole)
}

fn is_all_remark(around: &Around) -> bool {
    is_remark(around) && around.before.is_empty() && around.behind.is_empty()
}

/// The words of a Japanese piece. Brackets are never taken apart, and behind a name they are a word
/// of their own.
fn words(piece: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = piece.trim_start();
    while !rest.is_empty() {
        let (word, after) = rest.split_at(end_of_word(rest));
        match brackets::first(word) {
            Some(around) if is_remark(&around) && is_plain(around.before) => {
                words.extend([around.before, around.whole]);
                rest = &rest[around.before.len() + around.whole.len()..];
            }
            // 課長（代理）山田 says two things.
            Some(around) if is_remark(&around) && is_office(around.before) => {
                let (office, behind) = rest.split_at(around.before.len() + around.whole.len());
                words.push(office);
                rest = behind;
            }
            _ => {
                words.push(word);
                rest = after;
            }
        }
        rest = rest.trim_start();
    }
    words
}

/// Whether nothing tells that a word is anything but a name.
fn is_plain(text: &str) -> bool {
    !text.is_empty() && word(text) == Word::Other
}

fn is_office(text: &str) -> bool {
    matches!(word(text), Word::Title | Word::Department)
}

/// Where a word ends: at a space outside of brackets.
fn end_of_word(text: &str) -> usize {
    let space = |text: &str| text.find(char::is_whitespace);
    let mut from = 0;
    while let Some(around) = brackets::first(&text[from..]) {
        if let Some(at) = space(around.before) {
            return from + at;
        }
        from += around.before.len() + around.whole.len();
    }
    space(&text[from..]).map_or(text.len(), |at| from + at)
}

fn japanese(piece: &str, found: &mut Found, others: &mut Vec<String>) {
    let words = words(piece);
    let kinds: Vec<Word> = words.iter().map(|text| word(text)).collect();
    let (mut company, mut departments, mut titles) = (Vec::new(), Vec::new(), Vec::new());
    let mut rest = Vec::new();
    let mut at = 0;
    while let (Some(text), Some(kind)) = (words.get(at), kinds.get(at)) {
        match kind {
            Word::Company => {
                // The Latin words before a form are a part of the name.
                let own = rest.iter().rposition(|before: &&str| is_japanese(before));
                company.extend(rest.drain(own.map_or(0, |at| at + 1)..));
                company.push(*text);
            }
            Word::Form if at == 0 || kinds[at - 1] != Word::Other => {
                company.push(*text);
                // The name that follows; a Latin one may have several words.
                while kinds.get(at + 1) == Some(&Word::Other) {
                    at += 1;
                    company.push(words[at]);
                    if is_japanese(words[at]) {
                        break;
                    }
                }
            }
            Word::Form => {
                company.append(&mut rest);
                company.push(*text);
            }
            Word::Department => departments.push(*text),
            Word::Title => titles.push(*text),
            Word::Remark | Word::Other => rest.push(*text),
        }
        at += 1;
    }
    keep_company(company.join(" "), found);
    join(&mut found.department, &departments.join(" "));
    join(&mut found.post, &titles.join(" "));
    if let Some(names) = names_in(&rest, found) {
        others.extend(names);
    } else if rest.len() == words.len() {
        others.push(piece.to_owned());
    } else if !rest.is_empty() {
        others.push(rest.join(" "));
    }
}

/// The name of a person in these words, with its reading, and the same one in Latin letters apart.
/// What else stands in brackets says something of its own.
fn names_in(words: &[&str], found: &mut Found) -> Option<Vec<String>> {
    let (remarks, own): (Vec<&str>, Vec<&str>) =
        words.iter().partition(|text| word(text) == Word::Remark);
    let mut pieces: Vec<String> = own
        .chunk_by(|one, other| is_japanese(one) == is_japanese(other))
        .map(|part| part.join(" "))
        .collect();
    let is_name = match pieces.as_slice() {
        [one] => names::is_one(one),
        [one, other] => {
            is_japanese(one) != is_japanese(other) && names::is_one(one) && names::is_one(other)
        }
        _ => false,
    };
    if !is_name {
        return None;
    }
    for remark in remarks {
        let inside = brackets::first(remark).map_or(remark, |around| around.inside);
        match pieces.iter_mut().find(|piece| is_japanese(piece) && names::is_reading(inside)) {
            Some(piece) => piece.push_str(remark),
            None => aside(inside, found),
        }
    }
    Some(pieces)
}

/// What is said beside a name is never the name itself.
fn aside(text: &str, found: &mut Found) {
    let mut others = Vec::new();
    if is_japanese(text) {
        japanese(text, found, &mut others);
    } else {
        western(text.to_owned(), found, &mut others);
    }
    found.rest.extend(others);
}

fn western(piece: String, found: &mut Found, others: &mut Vec<String>) {
    if let Some(around) = brackets::first(&piece)
        && around.behind.trim().is_empty()
        && names::is_one(around.before)
        && !is_western_office(around.before)
        && !names::is_address(around.inside)
    {
        aside(around.inside, found);
        return western(around.before.trim().to_owned(), found, others);
    }
    let says = |known: &[&str]| says(&piece, known);
    if says(&WESTERN_FORMS) || says(&RUSSIAN_FORMS) || piece.contains('«') {
        keep_company(piece, found);
    } else if says(&TITLE_WORDS) {
        join(&mut found.post, &piece);
    } else if says(&DEPARTMENT_WORDS) {
        join(&mut found.department, &piece);
    } else {
        others.push(piece);
    }
}

fn is_western_office(text: &str) -> bool {
    says(text, &TITLE_WORDS) || says(text, &DEPARTMENT_WORDS)
}

fn says(text: &str, known: &[&str]) -> bool {
    words_of(text).iter().any(|word| known.contains(&word.as_str()))
}

/// The first has the field, and the others are told too.
fn keep_company(name: String, found: &mut Found) {
    if found.client_name.is_empty() {
        found.client_name = name;
    } else if !name.is_empty() && found.client_name != name {
        found.rest.push(name);
    }
}

fn join(field: &mut String, text: &str) {
    if text.is_empty() {
        return;
    }
    if !field.is_empty() {
        field.push(' ');
    }
    field.push_str(text);
}

/// The company is called as the host of its mail is.
fn company_by_host(others: &mut Vec<String>, found: &mut Found) {
    let Some((_, host)) = found.email.split_once('@').filter(|_| found.client_name.is_empty())
    else {
        return;
    };
    let Some(name) = host.split('.').next() else { return };
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let wanted = letters(name);
    if let Some(at) = others.iter().position(|other| wanted.len() > 2 && letters(other) == wanted) {
        found.client_name = others.remove(at);
    }
}

/// Where no form told the company, it is what stands right behind a name in Latin or Cyrillic.
fn company_beside(name: &Name, others: &mut Vec<String>, found: &mut Found) {
    let Some(at) = name.at.filter(|_| found.client_name.is_empty()) else { return };
    let is_company = |text: &String| {
        let starts = text.chars().next().is_some_and(char::is_uppercase);
        starts
            && !is_japanese(text)
            && text.split_whitespace().count() <= 5
            && !text.chars().any(char::is_numeric)
    };
    if others.get(at).is_some_and(is_company) {
        found.client_name = others.remove(at);
    }
}
