//! The body of an answer as text, however it was written.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8};
use reqwest::header::{CONTENT_TYPE, HeaderMap};

/// Web pages that name their letters do so within so many bytes.
const HEAD: usize = 1_024;

/// What an answer says of its body, in lower case; empty where it says nothing.
#[derive(Clone, Debug)]
pub(super) struct Kind(String);

impl Kind {
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let said = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
        Self(said.unwrap_or_default().to_ascii_lowercase())
    }

    /// Whether it is said to be a web page.
    pub(super) fn is_page(&self) -> bool {
        self.0.contains("html")
    }

    /// The body in UTF-8 where it is that, whatever it is called; else in the letters that it is
    /// said to be written in, or that a page names itself. Without the mark that some programs set
    /// before it, which JSON does not know. What is no letter there becomes `\u{fffd}`: one damaged
    /// character hides no page.
    pub(super) fn text<'a>(&self, body: &'a [u8]) -> Cow<'a, str> {
        let said = charset(&self.0).or_else(|| charset_of_page(body));
        // Other letters are hardly ever sound UTF-8, but for those that are told in signs of ASCII.
        let is_meant =
            |letters: &&'static Encoding| !letters.is_ascii_compatible() || !is_utf8(body);
        said.filter(is_meant).unwrap_or(UTF_8).decode(body).0
    }
}

/// Whether it is in UTF-8, cut off inside a letter or not.
fn is_utf8(body: &[u8]) -> bool {
    std::str::from_utf8(body).map_or_else(|fault| fault.error_len().is_none(), |_| true)
}

/// What a page's `<meta>` says, whose own letters show that it is not in UTF-16.
fn charset_of_page(body: &[u8]) -> Option<&'static Encoding> {
    let page = body.trim_ascii_start().first() == Some(&b'<');
    let head = page.then(|| String::from_utf8_lossy(&body[..body.len().min(HEAD)]))?;
    let head = head.to_ascii_lowercase();
    let mut tags = head.split("<meta").skip(1).filter_map(|tag_on| tag_on.split('>').next());
    tags.find_map(charset).map(Encoding::output_encoding)
}

/// The letters that a text in lower case names behind `charset=`, where they are known.
fn charset(text: &str) -> Option<&'static Encoding> {
    let (_, named) = text.split_once("charset")?;
    let label = named.trim_start().strip_prefix('=')?.trim_start();
    let label = label.trim_start_matches(['"', '\'']);
    let end = |c: char| c.is_whitespace() || matches!(c, ';' | '"' | '\'' | '/');
    Encoding::for_label_no_replacement(label.split(end).next()?.as_bytes())
}
