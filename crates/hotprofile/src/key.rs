//! The API key: kept so that it can not be printed.

use secrecy::{ExposeSecret, SecretString};

use crate::check::text::trim;

/// The key of a connection. Its debug form hides it, and it is wiped from memory when dropped.
#[derive(Clone, Debug)]
pub struct ApiKey(SecretString);

impl ApiKey {
    /// Takes the key as it was given, without the spaces around it, those that nobody sees among
    /// them.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(SecretString::from(trim(text)))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_around_a_key_is_no_part_of_it() {
        for around in [" ", "\u{3000}", "\u{200b}", "\u{feff}", "\r\n", "\u{200b} \u{feff}"] {
            let key = ApiKey::new(&format!("{around}a key{around}"));
            assert_eq!(key.expose(), "a key", "{around:?}");
            assert!(ApiKey::new(around).is_empty(), "{around:?}");
        }
    }
}
