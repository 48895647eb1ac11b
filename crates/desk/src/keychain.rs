//! The keychain as the desk needs it. The real one is handed in by the shell.

use std::sync::Arc;

use secrecy::{ExposeSecret, SecretString};
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::desk::Desk;

/// Keeps secrets: keys of connections and of databases. Calls may block while a person is asked:
/// they are made off the async threads, and given up after a time.
pub trait Keychain: Send + Sync {
    /// Keeps a secret under this name, over one that is there.
    fn keep(&self, name: &str, secret: &SecretString) -> Result<(), KeychainError>;
    /// Gives a secret back; `None` where there is none.
    fn give(&self, name: &str) -> Result<Option<SecretString>, KeychainError>;
    /// Removes a secret; one that is not there is no error.
    fn remove(&self, name: &str) -> Result<(), KeychainError>;
}

/// Why a keychain does not do its work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// This system has none running.
    #[error("no keychain")]
    Missing,
    /// It is locked, and was not unlocked in time.
    #[error("keychain locked")]
    Locked,
    /// Anything else.
    #[error("keychain failed")]
    Failed,
}

impl Desk {
    /// Has the keychain do something, off the async threads. Where it takes longer than a person
    /// may, it counts as locked; `late` undoes what it does all the same after that.
    pub(crate) async fn ask_keychain<T: Send + 'static>(
        &self,
        ask: impl FnOnce(&dyn Keychain) -> Result<T, KeychainError> + Send + 'static,
        late: impl FnOnce(&dyn Keychain) + Send + 'static,
    ) -> Result<T, KeychainError> {
        let keychain = Arc::clone(&self.surroundings.keychain);
        let (answer, mut answered) = oneshot::channel();
        tokio::task::spawn_blocking(move || {
            if let Err(Ok(_)) = answer.send(ask(&*keychain)) {
                late(&*keychain);
            }
        });
        let result =
            if let Ok(result) = timeout(self.surroundings.keychain_patience, &mut answered).await {
                result.unwrap_or(Err(KeychainError::Failed))
            } else {
                answered.close();
                // It may have come at the last moment.
                answered.try_recv().unwrap_or(Err(KeychainError::Locked))
            };
        if let Err(error) = &result {
            tracing::warn!(%error, "the keychain did not do its work");
        }
        result
    }
}

/// Keeps a secret and reads it back, since some keychains say yes and keep nothing. What is not
/// kept rightly is removed again.
pub(crate) fn keep_surely(
    keychain: &dyn Keychain,
    name: &str,
    secret: &SecretString,
) -> Result<(), KeychainError> {
    keychain.keep(name, secret)?;
    let error = match keychain.give(name) {
        Ok(Some(kept)) if kept.expose_secret() == secret.expose_secret() => return Ok(()),
        Ok(_) => KeychainError::Failed,
        Err(error) => error,
    };
    // It failed already; what it says now changes nothing.
    let _ = keychain.remove(name);
    Err(error)
}

/// Removes a secret and looks whether it is gone.
pub(crate) fn remove_surely(keychain: &dyn Keychain, name: &str) -> Result<(), KeychainError> {
    keychain.remove(name)?;
    match keychain.give(name)? {
        None => Ok(()),
        Some(_) => Err(KeychainError::Failed),
    }
}
