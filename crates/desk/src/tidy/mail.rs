//! Addresses of electronic mail, and their domains.

use super::text::{is_dash, strip_prefix, width, without_label};

/// What stands before an address on a card or in a signature.
const LABELS: [&str; 8] =
    ["mailto", "e-mail", "email", "mail", "メールアドレス", "メール", "эл. почта", "почта"];

/// An address without what a copy brought along. The case of what stands before the @ belongs to
/// its owner; a domain has none.
pub fn address(text: &str) -> Option<String> {
    let text = plain(without_label(text, &LABELS));
    let (mailbox, domain) = text.split_once('@')?;
    let mailbox = mailbox.trim_end();
    let is_mailbox = !mailbox.is_empty() && !mailbox.contains(is_outside);
    is_mailbox.then_some(())?;
    Some(format!("{mailbox}@{}", read_domain(domain)?))
}

/// A domain alone.
pub fn domain(text: &str) -> Option<String> {
    let text = plain(text);
    read_domain(text.strip_prefix('@').unwrap_or(&text))
}

/// The domain of an address that is one; none of anything else.
pub fn domain_of(address: &str) -> Option<String> {
    let (mailbox, domain) = address.split_once('@')?;
    (!mailbox.is_empty()).then_some(())?;
    read_domain(domain)
}

/// In its usual width, out of the brackets that some programs put around it.
fn plain(text: &str) -> String {
    let narrow: String =
        width(text).chars().map(|c| if is_dash(c) && c != 'ー' { '-' } else { c }).collect();
    let narrow = narrow.trim();
    let inner = narrow.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let inner = inner.unwrap_or(narrow).trim();
    strip_prefix(inner, "mailto:").unwrap_or(inner).trim().to_owned()
}

fn read_domain(text: &str) -> Option<String> {
    let ends = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '、' | '。');
    // The full stop of an input method between two names is the dot that it stands for.
    let dotted = text.trim_end_matches(ends).replace('。', ".");
    let names: Vec<_> = dotted.split('.').map(str::trim).collect();
    let is_name = |name: &&str| {
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == 'ー')
    };
    let is_domain = names.len() >= 2 && names.iter().all(is_name);
    is_domain.then(|| names.join(".").to_lowercase())
}

/// What no mailbox holds unless it is quoted.
fn is_outside(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '、' | '。')
}
