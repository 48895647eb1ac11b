//! Likeness of companies: the legal form of a name says little, its place in the name nothing, and
//! it is written in many ways.

mod forms;

use unicode_normalization::UnicodeNormalization as _;

pub use self::forms::{bare, written_out};
use super::fold;

/// The name of a company as it is looked for: without its legal forms, [folded](fold).
#[must_use]
pub fn core(name: &str) -> String {
    fold(bare(name).core)
}

/// A name as the service is asked for it. It compares letter by letter: a legal form would find
/// nothing where it stands elsewhere, and widths may be told apart.
#[must_use]
pub fn asked(name: &str) -> String {
    bare(name).core.nfkc().collect()
}

/// Whether two names can be those of one company: without their legal forms they are the same, and
/// their legal forms do not contradict each other. One of them may have none.
#[must_use]
pub fn are_alike(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    let core = fold(one.core);
    let are_forms_alike =
        one.forms.is_empty() || other.forms.is_empty() || !one.forms.is_disjoint(&other.forms);
    !core.is_empty() && core == fold(other.core) && are_forms_alike
}

/// The host of an e-mail address, of a web page or of a domain alone, without `www`.
#[must_use]
pub fn domain(text: &str) -> &str {
    let text = text.trim();
    let text = text.split_once("://").map_or(text, |(_, rest)| rest);
    let text = text.rsplit_once('@').map_or(text, |(_, host)| host);
    let text = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
    text.strip_prefix("www.").unwrap_or(text)
}

/// Whether people of many companies have their mail there, so that the domain tells no company.
#[must_use]
pub fn is_common(domain: &str) -> bool {
    let domain = domain.to_lowercase();
    COMMON_DOMAINS.lines().any(|common| common == domain)
}

const COMMON_DOMAINS: &str = include_str!("common_domains.txt");

#[cfg(test)]
mod tests;
