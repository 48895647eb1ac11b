//! What the pages need when the window opens.

use serde::Serialize;
use specta::Type;

use crate::connection::Connection;
use crate::desk::Desk;
use crate::practice::PRACTICE;
use crate::settings::Language;
use crate::trouble::Trouble;

/// How the program stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Standing {
    /// The language of the pages: the chosen one, else the system's, else English.
    pub language: Language,
    /// Every connection that can be opened, practice not among them.
    pub connections: Vec<Connection>,
    /// The one that is open.
    pub open: Option<Connection>,
    /// Where none is open: id of the one that was open last, `practice` for practice. The pages
    /// open it next, with [`Desk::open_connection`], because a keychain can make that wait.
    pub last: Option<String>,
}

impl Desk {
    /// How the program stands, at once: nothing is asked of the keychain. `system_language` is a
    /// tag such as `ja-JP`.
    pub fn standing(&self, system_language: &str) -> Standing {
        let state = self.state();
        let settings = state.settings();
        let open = state.open().cloned();
        let last = settings
            .open
            .clone()
            .filter(|id| open.is_none() && (id == PRACTICE || state.is_listed(id)));
        Standing {
            language: settings.language.unwrap_or_else(|| Language::of_tag(system_language)),
            connections: state.connections().cloned().collect(),
            open,
            last,
        }
    }

    /// Chooses the language. Where that can not be saved it holds until the program closes.
    pub fn set_language(&self, language: Language) -> Result<(), Trouble> {
        Ok(self.state().speak(&*self.surroundings.settings, language)?)
    }
}

#[cfg(test)]
mod tests;
