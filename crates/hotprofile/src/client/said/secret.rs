//! Takes the key out of what the service says, in whatever spelling the service repeats it, whole
//! or in part.

use html_escape::decode_html_entities;
use percent_encoding::percent_decode_str;

use crate::key::ApiKey;

/// A run of so many of the key's characters is hidden.
const RUN: usize = 8;

/// How often a text may have been escaped.
const ESCAPES: usize = 4;

/// The text as it is, or where it holds the key, without it and as plain as shows the most of it.
pub fn without_key(text: &str, key: &ApiKey) -> String {
    // What is left of it may hold a piece in another spelling.
    (0..ESCAPES)
        .fold(text.to_owned(), |text, _| plainest_without(&text, key.expose()).unwrap_or(text))
}

fn plainest_without(text: &str, key: &str) -> Option<String> {
    let deeper = |text: &String| Some(unescaped(text));
    let spellings = std::iter::successors(Some(text.to_owned()), deeper).take(ESCAPES);
    spellings.filter_map(|text| hidden(&text, key)).last()
}

/// The text with every run of the key's characters replaced; none where there is none.
fn hidden(text: &str, key: &str) -> Option<String> {
    let key: Vec<char> = key.chars().map(fold).collect();
    let letters: Vec<char> = text.chars().collect();
    let folded: Vec<char> = letters.iter().copied().map(fold).collect();
    let (mut clear, mut at, mut found) = (String::new(), 0, false);
    while let Some(letter) = letters.get(at) {
        let run = longest_run(&folded[at..], &key);
        if run >= RUN.min(key.len()).max(1) {
            clear.push_str("***");
            at += run;
            found = true;
        } else {
            clear.push(*letter);
            at += 1;
        }
    }
    found.then_some(clear)
}

/// How much of the start of the text stands somewhere in the key.
fn longest_run(text: &[char], key: &[char]) -> usize {
    let from = |start| text.iter().zip(&key[start..]).take_while(|(one, other)| one == other);
    (0..key.len()).map(|start| from(start).count()).max().unwrap_or(0)
}

/// A form writes a space as `+`, and escapes are written in either case.
fn fold(letter: char) -> char {
    if letter == '+' { ' ' } else { letter.to_ascii_lowercase() }
}

/// Once less escaped: for a page, for JSON and for an address.
fn unescaped(text: &str) -> String {
    let json = from_json(&decode_html_entities(text));
    percent_decode_str(&json).decode_utf8_lossy().into_owned()
}

/// Without the backslashes that JSON puts before signs, and before the numbers of letters.
fn from_json(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, escaped)) = rest.split_once('\\') {
        plain.push_str(before);
        let number = escaped.strip_prefix('u').and_then(|number| number.get(..4));
        let letter = number.and_then(|number| u32::from_str_radix(number, 16).ok());
        match letter.and_then(char::from_u32) {
            Some(letter) => {
                plain.push(letter);
                rest = &escaped["u0000".len()..];
            }
            None => rest = escaped,
        }
    }
    plain + rest
}
