//! Company, department, title, and of what is left the name.

mod names;

use self::names::Name;
use super::Found;
use super::places::is_japanese;
use super::segments::words_of;
use super::words::{
    BODIES, DEPARTMENT_WORDS, DEPARTMENTS, FORMS, MORE_TITLES, NO_DEPARTMENTS, RUSSIAN_FORMS,
    TITLE_WORDS, TITLES, WESTERN_FORMS,
};

/// Finds who it is, and where they work.
pub fn take(pieces: Vec<String>, found: &mut Found) {
    let mut others = Vec::new();
    for piece in pieces {
        if is_japanese(&piece) {
            japanese(&piece, found, &mut others);
        } else {
            western(piece, found, &mut others);
        }
    }
    company_by_host(&mut others, found);
    let name = names::choose(&mut others, &found.email);
    company_beside(&name, &mut others, found);
    (found.family_name, found.first_name) = (name.family, name.first);
    (found.family_name_kana, found.first_name_kana) = (name.family_kana, name.first_kana);
    found.rest.extend(others);
}

/// What a word of a Japanese piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Word {
    Company,
    /// A form that stands apart from the name that it belongs to.
    Form,
    Department,
    Title,
    Other,
}

fn word(text: &str) -> Word {
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

fn japanese(piece: &str, found: &mut Found, others: &mut Vec<String>) {
    let words: Vec<&str> = piece.split_whitespace().collect();
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
            Word::Other => rest.push(*text),
        }
        at += 1;
    }
    keep(&mut found.client_name, company.join(" "), others);
    join(&mut found.department, &departments.join(" "));
    join(&mut found.post, &titles.join(" "));
    if !rest.is_empty() {
        others.push(rest.join(" "));
    }
}

fn western(piece: String, found: &mut Found, others: &mut Vec<String>) {
    let words = words_of(&piece);
    let says = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    if says(&WESTERN_FORMS) || says(&RUSSIAN_FORMS) || piece.contains('«') {
        keep(&mut found.client_name, piece, others);
    } else if says(&TITLE_WORDS) {
        join(&mut found.post, &piece);
    } else if says(&DEPARTMENT_WORDS) {
        join(&mut found.department, &piece);
    } else {
        others.push(piece);
    }
}

/// The first has the field, and the others are told too.
fn keep(field: &mut String, text: String, others: &mut Vec<String>) {
    if field.is_empty() {
        *field = text;
    } else if !text.is_empty() && *field != text {
        others.push(text);
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
