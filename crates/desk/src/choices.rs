//! Names for the ids of choices: departments, prefectures, users and so on. The service has no
//! list of them; they are learned from its answers, entered by a person, or come from a file.

mod file;
mod table;

use hotprofile::contract::{Choice, Kind};
use hotprofile::{Fault, Problem, check};
use serde::{Deserialize, Serialize};
use specta::Type;

pub use self::file::FileProblem;
pub(crate) use self::table::{learn, name, named, searched, used};
use crate::database::DatabaseError;
use crate::desk::Desk;
use crate::trouble::Trouble;

/// A choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct NamedChoice {
    /// What it is a choice of.
    pub of: Choice,
    /// The service's id.
    pub id: u32,
    /// Its name; empty where the id was used and nobody has told its name.
    pub name: String,
    /// Given by a person or a file, so that no answer replaces it.
    pub entered: bool,
}

/// What came of a file of choices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct ImportedChoices {
    /// Names that were not there before.
    pub added: u32,
    /// Names that took the place of others.
    pub corrected: u32,
    /// Names that were there already.
    pub known: u32,
}

/// A file of choices has at most so many bytes: names for more than 10,000.
pub const LARGEST_FILE: usize = 1 << 20;

/// Longer than any name at the service.
const LONGEST_NAME: u16 = 255;

impl Desk {
    /// Every choice of the open connection that has a name or was used, sorted by kind, name and
    /// id; those without a name come last of their kind.
    pub async fn choices(&self) -> Result<Vec<NamedChoice>, Trouble> {
        self.remembering.done().await;
        self.read(|db| Ok(table::all(db)?)).await
    }

    /// Gives a choice its name, or another one.
    pub async fn name_choice(&self, of: Choice, id: u32, name: &str) -> Result<(), Trouble> {
        let problem = |key: &str, fault| Trouble::Invalid {
            problems: vec![Problem { key: key.to_owned(), fault }],
        };
        if !of.is_named() {
            return Err(problem("of", Fault::NotAChoice));
        }
        if id == 0 {
            return Err(problem("id", Fault::NotAnId));
        }
        let name = read_name(name).map_err(|fault| problem("name", fault))?;
        self.write(move |db| Ok(table::enter(db, of, id, &name)?)).await
    }

    /// Forgets a name. Where answers tell it, it is learned again.
    pub async fn forget_choice(&self, of: Choice, id: u32) -> Result<(), Trouble> {
        self.write(move |db| Ok(table::forget(db, of, id)?)).await
    }

    /// All names as a file for colleagues: CSV, UTF-8 with a byte order mark, the columns
    /// `of,id,name`.
    pub async fn export_choices(&self) -> Result<Vec<u8>, Trouble> {
        let mut choices = self.choices().await?;
        choices.retain(|choice| !choice.name.is_empty());
        file::write(&choices).map_err(|_| Trouble::Internal)
    }

    /// Takes over a file of choices, all of it or, where a row can not be read, none.
    pub async fn import_choices(&self, file: &[u8]) -> Result<ImportedChoices, Trouble> {
        if file.len() > LARGEST_FILE {
            return Err(Trouble::FileTooLarge);
        }
        let choices = file::read(file)?;
        self.write(move |db| {
            let mut imported = ImportedChoices::default();
            for (of, id, name) in choices {
                match table::name(db, of, id)? {
                    Some(known) if known == name => imported.known += 1,
                    Some(known) if !known.is_empty() => imported.corrected += 1,
                    _ => imported.added += 1,
                }
                table::enter(db, of, id, &name)?;
            }
            Ok::<_, DatabaseError>(imported)
        })
        .await
    }
}

/// A name as it is kept: in one line, without spaces around it.
fn read_name(text: &str) -> Result<String, Fault> {
    match check::check_value(Kind::Text { max: LONGEST_NAME }, text)? {
        name if name.is_empty() => Err(Fault::Required),
        name => Ok(name),
    }
}

#[cfg(test)]
mod tests;
