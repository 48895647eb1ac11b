//! The settings file: one JSON object, kept by Tauri's store plugin.
//!
//! It lists the connections, and with them the databases. So it is guarded while the plugin writes
//! it, and what is there and was not understood is set aside before it is replaced.

mod guard;

use std::collections::HashMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use desk::settings::{Settings, SettingsNotSaved, SettingsStore};
use serde::de::DeserializeOwned;
use serde_json::Value;
use tauri::{Manager, Runtime};
use tauri_plugin_store::{Error, Store, StoreBuilder, resolve_store_path};

use self::guard::Guard;

type Values = HashMap<String, Value>;

/// `settings.json` in the program's own folder.
pub struct SettingsFile<R: Runtime> {
    store: Arc<Store<R>>,
    file: PathBuf,
    guard: Guard,
    /// Whether it held something, when it was loaded, that was not understood.
    holds_more: AtomicBool,
}

impl<R: Runtime> SettingsFile<R> {
    /// Opens the file of this system; it may not be there yet.
    pub fn open(app: &impl Manager<R>) -> Result<Self, Error> {
        Self::at(app, resolve_store_path(app.app_handle(), "settings.json")?)
    }

    fn at(app: &impl Manager<R>, file: PathBuf) -> Result<Self, Error> {
        let guard = Guard::of(&file);
        if let Err(error) = guard.recover(is_object) {
            tracing::warn!(kind = %error.kind(), "settings not put back");
        }
        let holds_more = AtomicBool::new(!is_understood(fs::read(&file)));
        let store = StoreBuilder::new(app, &file).disable_auto_save().build()?;
        // From here on it is written where it is saved, and nowhere else: the plugin would write it
        // again as the program ends, when the next one may have saved its own.
        store.close_resource();
        Ok(Self { store, file, guard, holds_more })
    }

    /// A setting; the default where it is missing or not understood, so that one that is broken
    /// does not take the others with it.
    fn read<T: DeserializeOwned + Default>(&self, key: &str) -> T {
        let Some(value) = self.store.get(key) else { return T::default() };
        serde_json::from_value(value).unwrap_or_else(|_| {
            self.holds_more.store(true, Ordering::Relaxed);
            T::default()
        })
    }

    fn write(&self, settings: &Settings) -> io::Result<()> {
        let values: Values = serde_json::from_value(serde_json::to_value(settings)?)?;
        self.set_aside()?;
        let before = self.store.entries();
        self.set(values);
        let written = self.guard.write(|| {
            self.store.save().map_err(|error| match error {
                Error::Io(error) => error,
                other => io::Error::other(other),
            })
        });
        if written.is_err() {
            self.store.clear();
            self.set(before);
        }
        written
    }

    fn set(&self, values: impl IntoIterator<Item = (String, Value)>) {
        for (key, value) in values {
            self.store.set(key, value);
        }
    }

    fn set_aside(&self) -> io::Result<()> {
        if self.holds_more.load(Ordering::Relaxed) {
            match fs::copy(&self.file, self.file.with_extension("set-aside.json")) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => self.holds_more.store(false, Ordering::Relaxed),
            }
        }
        Ok(())
    }
}

impl<R: Runtime> SettingsStore for SettingsFile<R> {
    fn load(&self) -> Settings {
        Settings {
            language: self.read("language"),
            connections: self.read("connections"),
            open: self.read("open"),
            history_days: self.read("history_days"),
        }
    }

    fn save(&self, settings: &Settings) -> Result<(), SettingsNotSaved> {
        self.write(settings).map_err(|error| {
            tracing::warn!(kind = %error.kind(), "settings not saved");
            SettingsNotSaved
        })
    }
}

/// The plugin takes what it can not read for an empty file.
fn is_object(bytes: &[u8]) -> bool {
    serde_json::from_slice::<Values>(bytes).is_ok()
}

fn is_understood(file: io::Result<Vec<u8>>) -> bool {
    match file {
        Ok(bytes) => is_object(&bytes),
        Err(error) => {
            let is_missing = error.kind() == ErrorKind::NotFound;
            if !is_missing {
                tracing::warn!(kind = %error.kind(), "settings not read");
            }
            is_missing
        }
    }
}

#[cfg(test)]
mod tests;
