//! Likeness of companies: the legal form of a name says little, its place in the name nothing, and
//! it is written in many ways.

mod domain;
mod forms;

use std::collections::BTreeSet;

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

/// The name of a company as two of them are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    core: String,
    forms: BTreeSet<&'static str>,
}

impl Name {
    /// The name that is written so.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let bare = bare(name);
        Self { core: fold(bare.core), forms: bare.forms }
    }

    /// Its [core]; empty where there is no name.
    #[must_use]
    pub fn core(&self) -> &str {
        &self.core
    }

    /// Whether both can be the names of one company: without their legal forms they are the same,
    /// and their legal forms do not contradict each other. One of them may have none.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        let (ours, theirs) = (&self.forms, &other.forms);
        let is_one_of_theirs =
            |form: &&str| theirs.iter().any(|their| forms::are_alike(form, their));
        let are_forms_alike =
            ours.is_empty() || theirs.is_empty() || ours.iter().any(is_one_of_theirs);
        !self.core.is_empty() && self.core == other.core && are_forms_alike
    }
}

/// Whether two names [can be those of one company](Name::is_like).
#[must_use]
pub fn are_alike(one: &str, other: &str) -> bool {
    Name::of(one).is_like(&Name::of(other))
}

#[cfg(test)]
mod tests;
