//! The settings file: one JSON object, kept by Tauri's store plugin.
//!
//! It lists the connections, and with them the databases. So it is guarded while the plugin writes
//! it, and what is there and was not understood stays or is set aside before it is replaced.

mod guard;

use std::collections::HashMap;
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use desk::connection::Connection;
use desk::settings::{Settings, SettingsNotSaved, SettingsStore};
use serde::Deserialize as _;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tauri::{Manager, Runtime};
use tauri_plugin_store::{Error, Store, StoreBuilder, resolve_store_path};

use self::guard::Guard;
use crate::file;

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
        let guard = Guard::of(&file, |bytes| values(bytes).is_some());
        let found = found(guard.read());
        let holds_more = AtomicBool::new(found.is_none());
        // The plugin does not read it: it would take what it can not read for an empty one.
        let store = StoreBuilder::new(app, &file).create_new().disable_auto_save().build()?;
        // From here on it is written where it is saved, and nowhere else: the plugin would write it
        // again as the program ends, when the next one may have saved its own.
        store.close_resource();
        let settings = Self { store, file, guard, holds_more };
        settings.set(found.unwrap_or_default());
        Ok(settings)
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

    /// The connections that are listed, each by itself: those that are not understood stay in the
    /// file.
    fn connections(&self) -> Vec<Connection> {
        let listed: Vec<Value> = self.read("connections");
        listed.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect()
    }

    fn values(&self, settings: &Settings) -> serde_json::Result<Values> {
        let mut values: Values = serde_json::from_value(serde_json::to_value(settings)?)?;
        let listed: Vec<Value> = self.read("connections");
        let strange = |value: &Value| Connection::deserialize(value).is_err();
        if let Some(Value::Array(connections)) = values.get_mut("connections") {
            connections.extend(listed.into_iter().filter(strange));
        }
        Ok(values)
    }

    fn write(&self, settings: &Settings) -> io::Result<()> {
        let values = self.values(settings)?;
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
            match self.guard.read() {
                Ok(bytes) => file::replace(&self.file.with_extension("set-aside.json"), &bytes)?,
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
            self.holds_more.store(false, Ordering::Relaxed);
        }
        Ok(())
    }
}

impl<R: Runtime> SettingsStore for SettingsFile<R> {
    fn load(&self) -> Settings {
        Settings {
            language: self.read("language"),
            connections: self.connections(),
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

/// What is in the file; none where that was not understood.
fn found(file: io::Result<Vec<u8>>) -> Option<Values> {
    match file {
        Ok(bytes) => values(&bytes),
        Err(error) if error.kind() == ErrorKind::NotFound => Some(Values::new()),
        Err(error) => {
            tracing::warn!(kind = %error.kind(), "settings not read");
            None
        }
    }
}

/// Editors put a mark before it that is no part of it.
fn values(bytes: &[u8]) -> Option<Values> {
    serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).ok()
}

#[cfg(test)]
mod tests;
