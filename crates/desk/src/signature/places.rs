//! The address: in Japan behind the postal code or the prefecture, elsewhere told by its words.

use super::Found;
use super::labels::{self, Label};
use super::lines::Line;
use super::words::{
    ADDRESS_WORDS, BUILDINGS, DEPARTMENT_WORDS, DEPARTMENTS, FORMS, PREFECTURES, TITLE_WORDS,
    WESTERN_FORMS,
};

/// Takes the first address out of the lines.
pub fn take(lines: &mut [Line], found: &mut Found) {
    let Some(first) = lines.iter().position(begins) else { return };
    let is_japanese = is_japanese(&lines[first].own());
    let mut parts = vec![clean(&lines[first])];
    lines[first].clear();
    for line in lines.iter_mut().skip(first + 1) {
        let goes_on = if is_japanese { is_building(line) } else { is_western(line) };
        if !goes_on {
            break;
        }
        parts.push(clean(line));
        line.clear();
    }
    parts.retain(|part| !part.is_empty());
    let address = parts.join(if is_japanese { " " } else { ", " });
    let prefecture = PREFECTURES.iter().find(|prefecture| address.starts_with(**prefecture));
    let (pref, address) = match prefecture {
        Some(prefecture) => (*prefecture, address[prefecture.len()..].trim_start()),
        None => ("", address.as_str()),
    };
    (found.pref, found.address) = (pref.to_owned(), address.to_owned());
}

fn begins(line: &Line) -> bool {
    let text = clean(line);
    if text.is_empty() {
        return false;
    }
    let is_labelled = text_of_label(line);
    if is_labelled {
        return true;
    }
    if is_japanese(&text) {
        return is_japanese_address(&text);
    }
    is_western(line)
}

/// A line that names a prefecture at its beginning, or a town with a number.
fn is_japanese_address(text: &str) -> bool {
    if FORMS.iter().any(|form| text.contains(form)) {
        return false;
    }
    let has_number = text.chars().any(char::is_numeric);
    let names_town = text.chars().skip(1).any(|c| matches!(c, '市' | '区' | '町' | '村' | '郡'));
    let is_in = PREFECTURES.iter().any(|prefecture| text.starts_with(prefecture));
    (is_in && (names_town || has_number)) || (names_town && has_number)
}

/// A line that goes on with a building or a floor.
fn is_building(line: &Line) -> bool {
    let text = clean(line);
    let is_office = FORMS.iter().any(|form| text.contains(form))
        || DEPARTMENTS.iter().any(|department| text.ends_with(department));
    let has_floor = text.to_uppercase().ends_with('F') && text.chars().any(char::is_numeric);
    !text.is_empty()
        && !is_office
        && (has_floor || BUILDINGS.iter().any(|word| text.contains(word)))
}

/// A line with a number and a word of an address, or with a code and a place.
fn is_western(line: &Line) -> bool {
    let text = clean(line);
    if text.is_empty() || is_japanese(&text) {
        return false;
    }
    let small = text.to_lowercase();
    let words: Vec<&str> = small
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|word| !word.is_empty())
        .collect();
    if words.iter().any(|word| WESTERN_FORMS.contains(word)) {
        return false;
    }
    let has_number = small.chars().any(char::is_numeric);
    let has_word = words.iter().any(|word| ADDRESS_WORDS.contains(word));
    let has_town = small.starts_with("г. ")
        || small.contains(" г. ")
        || words.iter().any(|word| {
            word.ends_with("-ku")
                || word.ends_with("-shi")
                || word.ends_with("-cho")
                || word.ends_with("-machi")
        });
    let says_office =
        words.iter().any(|word| TITLE_WORDS.contains(word) || DEPARTMENT_WORDS.contains(word));
    let is_country = words.len() <= 4 && words.contains(&"japan") && !says_office;
    has_town || (has_word && (has_number || is_country))
}

fn text_of_label(line: &Line) -> bool {
    let colon = line.plain.iter().position(|c| matches!(c, ':' | ']' | ')'));
    colon.is_some_and(|at| matches!(labels::before(line, at), Some((Label::Address, _))))
}

/// What is left of a line, without its label and the signs around.
fn clean(line: &Line) -> String {
    let length = line.plain.len();
    let start = line
        .plain
        .iter()
        .position(|c| matches!(c, ':' | ']' | ')'))
        .filter(|at| matches!(labels::before(line, *at), Some((Label::Address, _))))
        .map_or(0, |at| at + 1);
    let text = line.own_of(start..length).replace('\t', " ");
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").trim_matches(is_edge).to_owned()
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || "/／|｜,、;:：・·•*＊■□●◆◇★☆※〒-–—_=~+".contains(c)
}

/// Whether a text has characters of Japanese.
pub fn is_japanese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々'))
}
