//! A desk for tests, on a folder and a keychain.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use hotprofile::limit::Allowance;

use super::{Desk, Surroundings};
use crate::keychain::stand_in::StandIn;
use crate::settings::{Settings, SettingsNotSaved, SettingsStore};

struct NoSettings;

impl SettingsStore for NoSettings {
    fn load(&self) -> Settings {
        Settings::default()
    }

    fn save(&self, _: &Settings) -> Result<(), SettingsNotSaved> {
        Ok(())
    }
}

/// The desk of a program that has just been started.
pub fn desk(folder: &Path, keychain: &Arc<StandIn>) -> Desk {
    Desk::new(Surroundings {
        keychain: Arc::clone(keychain) as _,
        keychain_patience: Duration::from_mins(1),
        settings: Arc::new(NoSettings),
        folder: folder.to_owned(),
        allowance: Allowance::PUBLISHED,
        on_wait: Arc::new(|_| ()),
    })
}
