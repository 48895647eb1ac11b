//! The settings file: one JSON object, replaced as a whole.

use std::fs;
use std::path::{Path, PathBuf};

use desk::settings::{Settings, SettingsNotSaved, SettingsStore};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use tauri::{App, Manager as _};

use crate::file;

/// `settings.json` in the program's own folder.
pub struct SettingsFile(PathBuf);

impl SettingsFile {
    /// Where the file is on this system; it may not be there yet.
    pub fn of(app: &App) -> tauri::Result<Self> {
        Ok(Self(app.path().app_data_dir()?.join("settings.json")))
    }

    fn write(&self, settings: &Settings) -> std::io::Result<()> {
        self.0.parent().map_or(Ok(()), fs::create_dir_all)?;
        file::replace(&self.0, &serde_json::to_vec_pretty(settings)?)
    }
}

impl SettingsStore for SettingsFile {
    fn load(&self) -> Settings {
        let values = values(&self.0);
        Settings {
            language: read(&values, "language"),
            connections: read(&values, "connections"),
            open: read(&values, "open"),
            history_days: read(&values, "history_days"),
        }
    }

    fn save(&self, settings: &Settings) -> Result<(), SettingsNotSaved> {
        self.write(settings).map_err(|error| {
            tracing::warn!(kind = %error.kind(), "settings not saved");
            SettingsNotSaved
        })
    }
}

/// What the file holds; nothing where there is none.
fn values(file: &Path) -> Map<String, Value> {
    let bytes = fs::read(file).unwrap_or_default();
    serde_json::from_slice(&bytes).unwrap_or_default()
}

/// A setting; the default where it is missing or not understood, so that one that is broken does
/// not take the others with it.
fn read<T: DeserializeOwned + Default>(values: &Map<String, Value>, key: &str) -> T {
    values.get(key).and_then(|value| T::deserialize(value).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use desk::settings::Language;

    use super::*;

    #[test]
    fn what_is_saved_is_loaded_and_what_is_broken_takes_nothing_else_with_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = SettingsFile(folder.path().join("own/settings.json"));
        assert_eq!(file.load(), Settings::default());
        let settings = Settings {
            language: Some(Language::Ru),
            open: Some("practice".to_owned()),
            history_days: Some(30),
            ..Settings::default()
        };
        assert_eq!(file.save(&settings), Ok(()));
        assert_eq!(file.load(), settings);

        let text = fs::read_to_string(&file.0).expect("it is there");
        fs::write(&file.0, text.replace("30", "\"many\"")).expect("it can be written");
        assert_eq!(file.load(), Settings { history_days: None, ..settings });
        fs::write(&file.0, "{").expect("it can be written");
        assert_eq!(file.load(), Settings::default());
    }
}
