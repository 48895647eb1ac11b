//! The settings file, through Tauri's store.

use std::sync::Arc;

use desk::settings::{Settings, SettingsNotSaved, SettingsStore};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tauri::{App, Wry};
use tauri_plugin_store::{Store, StoreBuilder};

/// `settings.json` in the program's own folder.
pub struct SettingsFile {
    store: Arc<Store<Wry>>,
}

impl SettingsFile {
    /// Reads the file where there is one.
    pub fn open(app: &App) -> tauri_plugin_store::Result<Self> {
        Ok(Self { store: StoreBuilder::new(app, "settings.json").disable_auto_save().build()? })
    }

    /// A setting; the default where it is missing or not understood, so that one that is broken
    /// does not take the others with it.
    fn read<T: DeserializeOwned + Default>(&self, key: &str) -> T {
        self.store.get(key).and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }
}

impl SettingsStore for SettingsFile {
    fn load(&self) -> Settings {
        Settings {
            language: self.read("language"),
            connections: self.read("connections"),
            open: self.read("open"),
            history_days: self.read("history_days"),
        }
    }

    fn save(&self, settings: &Settings) -> Result<(), SettingsNotSaved> {
        let Ok(Value::Object(values)) = serde_json::to_value(settings) else {
            return Err(SettingsNotSaved);
        };
        for (key, value) in values {
            self.store.set(key, value);
        }
        self.store.save().map_err(|_| SettingsNotSaved)
    }
}
