//! The API key: kept so that it can not be printed.

use secrecy::{ExposeSecret, SecretString};

/// The key of a connection. Its debug form hides it, and it is wiped from memory when dropped.
#[derive(Clone, Debug)]
pub struct ApiKey(SecretString);

impl ApiKey {
    /// Takes the key as it was given, without the spaces around it.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(SecretString::from(text.trim()))
    }

    /// Whether nothing was given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.expose_secret().is_empty()
    }

    /// The key itself: for the call that needs it and for the keychain, nothing else.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}
