//! Likeness of companies: the legal form of a name says little, its place in the name nothing, and
//! it is written in many ways.

mod domain;
mod forms;

use unicode_normalization::UnicodeNormalization as _;

pub use self::domain::{domain, each_domain, host, is_common, is_host};
pub use self::forms::{bare, written_out};
use super::fold;

/// The name of a company as it is looked for: without its legal forms, [folded](fold).
#[must_use]
pub fn core(name: &str) -> String {
    fold(bare(name).core)
}

/// What a text looks for: the [core] of a name, or of the host where it is an address.
#[must_use]
pub fn looked_for(text: &str) -> String {
    core(host(text).unwrap_or(text))
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

#[cfg(test)]
mod tests;
