//! The desk: everything the program does goes through it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use hotprofile::limit::Allowance;

use crate::keychain::Keychain;
use crate::settings::SettingsStore;

/// What the desk stands on.
pub struct Surroundings {
    /// Keeps keys.
    pub keychain: Arc<dyn Keychain>,
    /// Keeps settings.
    pub settings: Arc<dyn SettingsStore>,
    /// Where the logs of calls are kept; nothing secret, nothing personal.
    pub folder: PathBuf,
    /// The limit.
    pub allowance: Allowance,
    /// Told when a call starts to wait for the limit, with how long.
    pub on_wait: Arc<dyn Fn(Duration) + Send + Sync>,
}

/// The desk.
pub struct Desk {
    #[expect(dead_code, reason = "used next")]
    surroundings: Surroundings,
}

impl Desk {
    /// A desk with nothing open.
    #[must_use]
    pub fn new(surroundings: Surroundings) -> Self {
        Self { surroundings }
    }
}
