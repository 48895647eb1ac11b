//! The desk: everything the program does goes through it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hotprofile::limit::Allowance;
use tokio::sync::OnceCell;

use crate::calls::CallsLeft;
use crate::companies::Latest;
use crate::duplicates::Asked;
use crate::keychain::Keychain;
use crate::known::Remembering;
use crate::line::Line;
use crate::outbox::{self, OpenOutbox};
use crate::practice::Practice;
use crate::settings::SettingsStore;
use crate::state::State;
use crate::tickets::Tickets;
use crate::trouble::Trouble;

/// What the desk stands on.
pub struct Surroundings {
    /// Keeps keys.
    pub keychain: Arc<dyn Keychain>,
    /// How long the keychain may take to answer: a person may be unlocking it.
    pub keychain_patience: Duration,
    /// Keeps settings.
    pub settings: Arc<dyn SettingsStore>,
    /// Where the logs of calls are kept, and where each connection has a folder of its own, named
    /// by its id, with its encrypted database; nothing secret, nothing personal that could be
    /// read. On this machine, not on a network: locks and keys are this machine's.
    pub folder: PathBuf,
    /// The limit.
    pub allowance: Allowance,
    /// Told when a call starts to wait for the limit, with how long.
    pub on_wait: Arc<dyn Fn(Duration) + Send + Sync>,
    /// Told when a call of the open connection begins or ends, how many are left.
    pub on_calls: Arc<dyn Fn(CallsLeft) + Send + Sync>,
    /// How the outbox works, and who is told of what changes in it.
    pub outbox: outbox::Options,
}

/// The desk.
pub struct Desk {
    pub(crate) surroundings: Surroundings,
    /// Locked for moments only, never while a call or the keychain is waited for.
    state: Mutex<State>,
    pub(crate) practice: OnceCell<Practice>,
    /// That of the open connection. Held while one takes the place of another.
    pub(crate) open_outbox: tokio::sync::Mutex<Option<OpenOutbox>>,
    pub(crate) remembering: Remembering,
    pub(crate) latest_companies: Latest,
    pub(crate) asked: Asked,
    pub(crate) tickets: Tickets,
}

impl Desk {
    /// A desk with nothing open.
    #[must_use]
    pub fn new(surroundings: Surroundings) -> Self {
        let state = State::new(surroundings.settings.load());
        Self {
            surroundings,
            state: Mutex::new(state),
            practice: OnceCell::new(),
            open_outbox: tokio::sync::Mutex::default(),
            remembering: Remembering::default(),
            latest_companies: Latest::default(),
            asked: Asked::default(),
            tickets: Tickets::default(),
        }
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where calls go now. Whoever has it goes on with it when another connection is opened.
    pub(crate) fn line(&self) -> Result<Arc<Line>, Trouble> {
        self.state().open_line().ok_or(Trouble::NoConnection)
    }
}
