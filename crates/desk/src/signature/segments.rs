//! What is left of the lines, in pieces that each say one thing.

use super::labels;
use super::lines::Line;
use super::places::is_japanese;
use super::words::{CALLED, DEPARTMENT_WORDS, GREETINGS, TITLE_WORDS};

/// A sentence is no part of a signature.
const MOST_WORDS: usize = 9;

/// The pieces, in the order of reading.
pub fn of(lines: &[Line]) -> Vec<String> {
    let is_said = |line: &&Line| !line.is_empty() && !is_sentence(line.small().trim());
    lines.iter().filter(is_said).flat_map(pieces).collect()
}

fn pieces(line: &Line) -> Vec<String> {
    let text = line.own();
    split(&text)
        .into_iter()
        .filter(|piece| !is_label_alone(piece))
        .flat_map(|piece| if is_japanese(&piece) { vec![piece] } else { at_commas(&piece) })
        .map(|piece| piece.trim_matches(is_edge).to_owned())
        .filter(|piece| piece.chars().any(char::is_alphanumeric) && labels::of(piece).is_none())
        .collect()
}

/// Whether it is the word for a name, and no name follows its sign.
fn is_label_alone(piece: &str) -> bool {
    let label = piece.trim().strip_suffix([':', '：']);
    label.is_some_and(|label| CALLED.contains(&label.trim().to_lowercase().as_str()))
}

/// At signs that keep things apart, and at two spaces or more.
fn split(text: &str) -> Vec<String> {
    let mut text = text.to_owned();
    for sign in [
        " / ",
        "／",
        " | ",
        "|",
        "｜",
        "•",
        "·",
        "\u{3000}\u{3000}",
        "  ",
        " - ",
        " – ",
        " — ",
        " // ",
    ] {
        text = text.replace(sign, "\t");
    }
    text.split('\t').map(str::to_owned).collect()
}

/// A comma keeps a name and a title apart, but not the parts of `Co., Ltd.`, nor `Smith, John`.
fn at_commas(piece: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for part in piece.split(", ") {
        let words = words_of(part);
        let says = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        let before = pieces.last().map(|before| words_of(before)).unwrap_or_default();
        let follows = |known: &[&str]| before.iter().any(|word| known.contains(&word.as_str()));
        let is_own = says(&TITLE_WORDS)
            || says(&DEPARTMENT_WORDS)
            || (follows(&TITLE_WORDS) || follows(&DEPARTMENT_WORDS))
            || part.contains('«');
        match pieces.last_mut() {
            Some(last) if !is_own => {
                last.push_str(", ");
                last.push_str(part);
            }
            _ => pieces.push(part.to_owned()),
        }
    }
    pieces
}

/// The words of a piece, in small letters and without points.
pub fn words_of(piece: &str) -> Vec<String> {
    piece
        .split(|c: char| c.is_whitespace() || ",&/()«»\"“”".contains(c))
        .map(|word| word.to_lowercase().replace('.', ""))
        .filter(|word| !word.is_empty())
        .collect()
}

fn is_sentence(small: &str) -> bool {
    let says = |greeting: &&str| match small.strip_prefix(*greeting) {
        Some(rest) => {
            rest.chars().next().is_none_or(|c| !c.is_alphabetic()) || is_japanese(greeting)
        }
        None => false,
    };
    let ends = ["。", "ます", "です", "ください", "ません", "!", "?", "…"];
    let is_company = small.contains("株式会社");
    GREETINGS.iter().any(says)
        || (!is_company && ends.iter().any(|end| small.ends_with(end)))
        || small.split_whitespace().count() > MOST_WORDS
}

pub fn is_edge(c: char) -> bool {
    c.is_whitespace() || "/／|｜,、;:：・·•*＊■□●◆◇★☆※-–—_=~+<>＜＞[]#".contains(c)
}
