//! Addresses of pages and sites.
//!
//! No `https://` is put before one that has none. The card does not say it, some sites are there
//! without it alone, and nothing is asked here that could tell; the service takes any text, and finds
//! a part of it.

use super::text::{narrow, strip_prefix, without_label};

/// What stands before an address on a card or in a signature.
const LABELS: [&str; 8] =
    ["url", "web", "website", "hp", "homepage", "ホームページ", "ウェブサイト", "сайт"];

/// An address without what a copy brought along. Scheme and host have no case; what follows does.
pub fn address(text: &str) -> Option<String> {
    let parts = Parts::read(text)?;
    let Parts { scheme, host, rest } = parts;
    Some(format!("{scheme}{host}{rest}"))
}

/// The host of an address that is one, without `www` and a port; none of anything else.
pub fn host_of(text: &str) -> Option<String> {
    let host = Parts::read(text)?.host;
    let host = host.split(':').next().unwrap_or_default();
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

struct Parts {
    /// With what follows it; empty where there is none.
    scheme: &'static str,
    host: String,
    rest: String,
}

impl Parts {
    fn read(text: &str) -> Option<Self> {
        let labelled = without_label(text, &LABELS);
        let text: String = labelled.chars().map(plain).filter(|c| !c.is_whitespace()).collect();
        let one_word = labelled.split_whitespace().count() == 1;
        let (scheme, address) = ["https://", "http://"]
            .into_iter()
            .find_map(|scheme| Some((scheme, strip_prefix(&text, scheme)?)))
            .unwrap_or(("", &text));
        let end = address.find(['/', '?', '#']).unwrap_or(address.len());
        let (host, rest) = address.split_at(end);
        // A space belongs to none, and where one was it may have been two.
        let is_whole = one_word || is_broken_beside_a_sign(labelled);
        (is_whole && is_host(host)).then(|| Self {
            scheme,
            host: host.to_lowercase(),
            rest: rest.to_owned(),
        })
    }
}

fn plain(character: char) -> char {
    match narrow(character) {
        '〜' => '~',
        '。' => '.',
        other => other,
    }
}

/// Whether every space in it stands beside a sign, as where a line was broken.
fn is_broken_beside_a_sign(text: &str) -> bool {
    let is_sign = |c: Option<char>| {
        c.is_some_and(|c| matches!(narrow(c), '/' | ':' | '.' | '-' | '_' | '?' | '=' | '&'))
    };
    let words: Vec<_> = text.split_whitespace().collect();
    words.windows(2).all(|pair| match pair {
        [one, other] => is_sign(one.chars().last()) || is_sign(other.chars().next()),
        _ => true,
    })
}

/// Names between dots, the last no number, and a port maybe.
fn is_host(text: &str) -> bool {
    let (names, port) = text.split_once(':').unwrap_or((text, "0"));
    let is_name = |name: &str| {
        let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | 'ー' | '_');
        !name.is_empty() && name.chars().all(is_plain)
    };
    let names: Vec<_> = names.split('.').collect();
    let has_end = names.last().is_some_and(|last| last.contains(char::is_alphabetic));
    let is_port = !port.is_empty() && port.bytes().all(|b| b.is_ascii_digit());
    names.len() >= 2 && has_end && names.into_iter().all(is_name) && is_port
}
