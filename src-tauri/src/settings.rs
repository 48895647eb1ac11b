//! The settings file: one JSON object, replaced as a whole.
//!
//! It lists the connections, and with them the databases: what is there and was not understood is
//! set aside before it is replaced, never overwritten.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use desk::settings::{Settings, SettingsNotSaved, SettingsStore};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use tauri::{App, Manager as _};

use crate::file;

/// `settings.json` in the program's own folder.
pub struct SettingsFile {
    file: PathBuf,
    /// Whether it held something, when it was loaded, that was not understood.
    holds_more: AtomicBool,
}

impl SettingsFile {
    /// Where the file is on this system; it may not be there yet.
    pub fn of(app: &App) -> tauri::Result<Self> {
        Ok(Self::at(app.path().app_data_dir()?.join("settings.json")))
    }

    fn at(file: PathBuf) -> Self {
        Self { file, holds_more: AtomicBool::new(false) }
    }

    fn write(&self, settings: &Settings) -> io::Result<()> {
        self.file.parent().map_or(Ok(()), fs::create_dir_all)?;
        if self.holds_more.load(Ordering::Relaxed) {
            match fs::copy(&self.file, self.file.with_extension("set-aside.json")) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => self.holds_more.store(false, Ordering::Relaxed),
            }
        }
        file::replace(&self.file, &serde_json::to_vec_pretty(settings)?)
    }

    /// What the file holds; nothing where there is none.
    fn values(&self) -> Map<String, Value> {
        match fs::read(&self.file) {
            Ok(bytes) => self.understood(serde_json::from_slice(&bytes).ok()),
            Err(error) if error.kind() == ErrorKind::NotFound => Map::new(),
            Err(error) => {
                tracing::warn!(kind = %error.kind(), "settings not read");
                self.understood(None)
            }
        }
    }

    /// A setting; the default where it is missing or not understood, so that one that is broken
    /// does not take the others with it.
    fn read<T: DeserializeOwned + Default>(&self, values: &Map<String, Value>, key: &str) -> T {
        let read = |value| self.understood(T::deserialize(value).ok());
        values.get(key).map(read).unwrap_or_default()
    }

    fn understood<T: Default>(&self, read: Option<T>) -> T {
        read.unwrap_or_else(|| {
            self.holds_more.store(true, Ordering::Relaxed);
            T::default()
        })
    }
}

impl SettingsStore for SettingsFile {
    fn load(&self) -> Settings {
        let values = self.values();
        Settings {
            language: self.read(&values, "language"),
            connections: self.read(&values, "connections"),
            open: self.read(&values, "open"),
            history_days: self.read(&values, "history_days"),
        }
    }

    fn save(&self, settings: &Settings) -> Result<(), SettingsNotSaved> {
        self.write(settings).map_err(|error| {
            tracing::warn!(kind = %error.kind(), "settings not saved");
            SettingsNotSaved
        })
    }
}

#[cfg(test)]
mod tests {
    use desk::settings::Language;

    use super::*;

    #[test]
    fn what_is_saved_is_loaded_and_what_is_broken_takes_nothing_else_with_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = SettingsFile::at(folder.path().join("own/settings.json"));
        assert_eq!(file.load(), Settings::default());
        let settings = Settings {
            language: Some(Language::Ru),
            open: Some("practice".to_owned()),
            history_days: Some(30),
            ..Settings::default()
        };
        assert_eq!(file.save(&settings), Ok(()));
        assert_eq!(file.load(), settings);

        let text = fs::read_to_string(&file.file).expect("it is there");
        fs::write(&file.file, text.replace("30", "\"many\"")).expect("it can be written");
        assert_eq!(file.load(), Settings { history_days: None, ..settings });
        fs::write(&file.file, "{").expect("it can be written");
        assert_eq!(file.load(), Settings::default());
    }

    #[test]
    fn what_was_not_understood_is_set_aside_before_it_is_replaced() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("settings.json");
        let aside = folder.path().join("settings.set-aside.json");
        for text in ["{", "[]", r#"{"connections": [{"kind": "of a newer version"}]}"#] {
            let file = SettingsFile::at(path.clone());
            fs::write(&path, text).expect("it can be written");
            let settings = Settings { language: Some(Language::Ja), ..file.load() };
            assert_eq!(file.save(&settings), Ok(()));
            assert_eq!(fs::read_to_string(&aside).expect("it is there"), text);

            fs::remove_file(&aside).expect("it is there");
            assert_eq!(file.load(), settings);
            assert_eq!(file.save(&settings), Ok(()));
            assert!(!aside.exists());
        }
    }
}
