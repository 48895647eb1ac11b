//! Whether two records are of the same company.

use std::collections::BTreeSet;

use hotprofile::Values;
use unicode_normalization::UnicodeNormalization;

use crate::likeness::{Alike, employer};

/// A company as two of them are compared.
pub struct Company {
    name: String,
    tel: String,
}

impl Company {
    /// The company of what is typed or listed.
    pub fn of(values: &Values) -> Self {
        let text = |key: &str| values.get(key).map_or("", |text| text.trim());
        let tel: String = text("main_tel").nfkc().filter(char::is_ascii_digit).collect();
        Self { name: employer(text("name")), tel: if tel.len() < 9 { String::new() } else { tel } }
    }

    /// Texts of which two records of one company share at least one.
    pub fn keys(&self) -> BTreeSet<String> {
        let keys = [("company", &self.name), ("telephone", &self.tel)];
        let filled = keys.into_iter().filter(|(_, text)| !text.is_empty());
        filled.map(|(kind, text)| format!("{kind} {text}")).collect()
    }

    /// What they have in common.
    pub fn reasons(&self, other: &Self) -> Vec<Alike> {
        let mut reasons = Vec::new();
        if !self.name.is_empty() && self.name == other.name {
            reasons.push(Alike::SameCompanyName);
        }
        if !self.tel.is_empty() && self.tel == other.tel {
            reasons.push(Alike::SameTelephone);
        }
        reasons
    }
}
