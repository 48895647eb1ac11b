//! What the service says in its own words, made fit to be shown: short, without tags, and without
//! the key, should the service repeat it.

mod secret;

use html_escape::decode_html_entities;
use serde_json::{Map, Value};

use self::secret::without_key;
use crate::key::ApiKey;

/// In characters.
const LONGEST: usize = 500;

/// As many characters are searched for the key: the message of a success may be megabytes long.
const MOST_SEARCHED: usize = 64 << 10;

/// The words in the text of a refusal: of JSON its message, of a web page its own.
pub(super) fn in_text(text: &str, key: &ApiKey) -> String {
    let words = match serde_json::from_str::<Value>(text) {
        Ok(json) => message(&json).unwrap_or_else(|| match json {
            Value::Null => String::new(),
            Value::String(text) => text,
            json => json.to_string(),
        }),
        Err(_) => without_tags(text),
    };
    fit_to_show(&words, key)
}

/// The message of an answer in JSON, where it holds one.
pub(super) fn in_message(answer: &Value, key: &ApiKey) -> Option<String> {
    message(answer).map(|text| fit_to_show(&text, key))
}

fn message(json: &Value) -> Option<String> {
    let texts: Vec<_> = ["message", "error", "errors"]
        .iter()
        .filter_map(|field| json.get(field))
        .map(words)
        .filter(|text| !text.is_empty())
        .collect();
    (!texts.is_empty()).then(|| texts.join(" "))
}

fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(words).collect::<Vec<_>>().join(" "),
        Value::Object(members) => members
            .get("message")
            .map_or_else(|| named(members), |message| of_error(members, message)),
        other => other.to_string(),
    }
}

fn named(members: &Map<String, Value>) -> String {
    let named = members.iter().map(|(name, value)| format!("{name}: {}", words(value)));
    named.collect::<Vec<_>>().join(" ")
}

/// An error's message, behind whatever else is said of it: the field, as a rule.
fn of_error(members: &Map<String, Value>, message: &Value) -> String {
    let message = words(message);
    let beside =
        members.iter().filter(|(name, _)| *name != "message").map(|(_, value)| words(value));
    let beside: Vec<_> = beside.filter(|text| !text.trim().is_empty()).collect();
    if beside.is_empty() { message } else { format!("{}: {message}", beside.join(" ")) }
}

/// The words of a web page, roughly: this is shown to a person, not to a browser.
fn without_tags(page: &str) -> String {
    // Of the same length, and made once: a page may be one tag after the other.
    let lower = page.to_ascii_lowercase();
    let mut words = String::new();
    let mut at = 0;
    while let Some(length) = page[at..].find('<') {
        words.push_str(&page[at..at + length]);
        words.push(' ');
        at += length + "<".len();
        at += length_of_tag(&lower[at..]);
    }
    words.push_str(&page[at..]);
    decode_html_entities(&words).into_owned()
}

/// The length of a tag in lower case, given from behind its `<`, with what no browser shows:
/// scripts, styles and comments.
fn length_of_tag(tag_on: &str) -> usize {
    [("script", "</script"), ("style", "</style"), ("!--", "--")]
        .iter()
        .find(|(start, _)| tag_on.starts_with(start))
        .map_or(Some(0), |(start, end)| {
            tag_on[start.len()..].find(end).map(|length| start.len() + length)
        })
        .and_then(|from| tag_on[from..].find('>').map(|length| from + length + ">".len()))
        .unwrap_or(tag_on.len())
}

fn fit_to_show(text: &str, key: &ApiKey) -> String {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let clear: String = plain.chars().filter(|c| !c.is_control()).take(MOST_SEARCHED).collect();
    // The key goes before the text is cut: a part of it could be left over. What was escaped may be
    // a sign that nobody sees.
    let seen = without_key(&clear, key).chars().filter(|c| !c.is_control()).collect::<String>();
    seen.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests;
