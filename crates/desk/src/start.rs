//! What the pages need when the window opens.

use serde::Serialize;
use specta::Type;

use crate::connection::Connection;
use crate::desk::Desk;
use crate::settings::Language;
use crate::trouble::Trouble;

/// How the program stands.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Standing {
    /// The language of the pages: the chosen one, else the system's, else English.
    pub language: Language,
    /// Every connection that can be opened, practice not among them.
    pub connections: Vec<Connection>,
    /// The one that is open.
    pub open: Option<Connection>,
    /// Why the one that was open last could not be opened again.
    pub trouble: Option<Trouble>,
}

impl Desk {
    /// How the program stands; the first time it opens what was open last. `system_language` is
    /// a tag such as `ja-JP`.
    pub async fn standing(&self, _system_language: &str) -> Standing {
        todo!()
    }

    /// Chooses the language.
    pub fn set_language(&self, _language: Language) -> Result<(), Trouble> {
        todo!()
    }
}
