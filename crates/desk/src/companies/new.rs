//! A new company out of what was typed into the company field.

use hotprofile::Values;
use serde::Serialize;
use specta::Type;
use unicode_normalization::UnicodeNormalization as _;

use crate::desk::Desk;
use crate::likeness::company::{bare, written_out};

/// Abbreviated legal forms, and what is typed to have them from an input method.
const SPOKEN: [(&str, &str); 2] = [("(株)", "カブ"), ("(有)", "ユウ")];

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
            ("name_kana", kana_of(typed, reading)),
        ];
        let is_filled = |(_, text): &(&str, &str)| !text.is_empty();
        let values = values.into_iter().filter(is_filled);
        NewCompany {
            values: values.map(|(key, text)| (key.to_owned(), text.to_owned())).collect(),
            typed: written.map(|_| typed.to_owned()),
        }
    }
}

/// The legal form is no part of a company's kana, abbreviated or not: lists are sorted by them.
fn kana_of<'a>(typed: &str, reading: &'a str) -> &'a str {
    let (name, whole) = (typed.nfkc().collect::<String>(), reading.trim());
    let reading = bare(whole).core;
    if reading != whole {
        // It was spoken whole.
        return reading;
    }
    let without = SPOKEN.iter().find_map(|(form, spoken)| {
        let before = reading.strip_prefix(spoken).filter(|_| name.starts_with(form));
        before.or_else(|| reading.strip_suffix(spoken).filter(|_| name.ends_with(form)))
    });
    without.unwrap_or(reading)
}
