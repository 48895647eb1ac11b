//! A new company out of what was typed into the company field.

use hotprofile::Values;
use serde::Serialize;
use specta::Type;

use crate::desk::Desk;
use crate::likeness::company::{bare, written_out};

/// What the form of a new company begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NewCompany {
    /// Name, short name and, where its reading is known, kana.
    pub values: Values,
    /// The name as it was typed, where an abbreviated legal form in it was written out.
    pub typed: Option<String>,
}

impl Desk {
    /// Begins a new company. `reading` are the kana that were typed for its name, where they are
    /// known. Nothing is sent.
    #[must_use]
    pub fn new_company(&self, typed: &str, reading: &str) -> NewCompany {
        let typed = typed.trim();
        let written = written_out(typed);
        let name = written.as_deref().unwrap_or(typed);
        let values = [
            ("name", name),
            ("name_disp", bare(typed).core),
            // The legal form is no part of a company's kana: lists are sorted by them.
            ("name_kana", bare(reading).core),
        ];
        let is_filled = |(_, text): &(&str, &str)| !text.is_empty();
        let values = values.into_iter().filter(is_filled);
        NewCompany {
            values: values.map(|(key, text)| (key.to_owned(), text.to_owned())).collect(),
            typed: written.map(|_| typed.to_owned()),
        }
    }
}
