//! The keychain as the desk needs it. The real one is handed in by the shell.

use hotprofile::ApiKey;

/// Keeps keys. Calls may block while a person is asked: they are made off the async threads, and
/// given up after a time.
pub trait Keychain: Send + Sync {
    /// Keeps a secret under this name, over one that is there.
    fn keep(&self, name: &str, secret: &ApiKey) -> Result<(), KeychainError>;
    /// Gives a secret back; `None` where there is none.
    fn give(&self, name: &str) -> Result<Option<ApiKey>, KeychainError>;
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
