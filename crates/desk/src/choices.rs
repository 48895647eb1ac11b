//! Names for the ids of choices: departments, prefectures, users and so on. The service has no
//! list of them; they are learned from its answers, entered by a person, or come from a file.

use hotprofile::contract::Choice;
use serde::Serialize;
use specta::Type;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// A choice that has a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NamedChoice {
    /// What it is a choice of.
    pub of: Choice,
    /// The service's id.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// Given by a person or a file, so that no answer replaces it.
    pub entered: bool,
}

/// What came of a file of choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ImportedChoices {
    /// Names that were not there before.
    pub added: u32,
    /// Names that took the place of others.
    pub corrected: u32,
    /// Names that were there already.
    pub known: u32,
}

impl Desk {
    /// Every choice of the open connection that has a name, sorted by kind, name and id.
    pub async fn choices(&self) -> Result<Vec<NamedChoice>, Trouble> {
        todo!()
    }

    /// Gives a choice its name, or another one.
    pub async fn name_choice(&self, of: Choice, id: u32, name: &str) -> Result<(), Trouble> {
        todo!("{of:?} {id} {name}")
    }

    /// Forgets a name. Where answers tell it, it is learned again.
    pub async fn forget_choice(&self, of: Choice, id: u32) -> Result<(), Trouble> {
        todo!("{of:?} {id}")
    }

    /// All of them as a file for colleagues: CSV, UTF-8 with a byte order mark, the columns
    /// `of,id,name`.
    pub async fn export_choices(&self) -> Result<Vec<u8>, Trouble> {
        todo!()
    }

    /// Takes over a file of choices, all of it or, where a row can not be read, none.
    pub async fn import_choices(&self, file: &[u8]) -> Result<ImportedChoices, Trouble> {
        todo!("{}", file.len())
    }
}
