//! What the program remembers that is no secret and no personal data.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::connection::Connection;

/// The languages of the pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
    /// Russian.
    Ru,
}

impl Language {
    /// The language of a tag such as `ja-JP`; English where the pages have none of that language.
    pub(crate) fn of_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "ja" => Self::Ja,
            "ru" => Self::Ru,
            _ => Self::En,
        }
    }
}

/// All settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language chosen; the system's where none was.
    pub language: Option<Language>,
    /// The connections whose keys are in the keychain.
    pub connections: Vec<Connection>,
    /// Id of the connection that was open last; `practice` for practice.
    pub open: Option<String>,
    /// How long the history is kept, in days; the program's own choice where none was made.
    pub history_days: Option<u32>,
}

/// Where settings are kept. The shell hands it in.
pub trait SettingsStore: Send + Sync {
    /// What was saved last; the defaults where nothing was or it can not be read.
    fn load(&self) -> Settings;
    /// Saves all of it.
    fn save(&self, settings: &Settings) -> Result<(), SettingsNotSaved>;
}

/// The settings could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the settings could not be saved")]
pub struct SettingsNotSaved;
