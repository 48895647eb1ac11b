//! A keychain for tests, that does as it is told.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard};

use secrecy::{ExposeSecret, SecretString};

use super::{Keychain, KeychainError};

/// A keychain that can be locked, absent or forgetful.
#[derive(Default)]
pub struct StandIn {
    secrets: Mutex<BTreeMap<String, String>>,
    trouble: Mutex<Option<KeychainError>>,
    forgets: Mutex<bool>,
}

impl Keychain for StandIn {
    fn keep(&self, name: &str, secret: &SecretString) -> Result<(), KeychainError> {
        self.ready()?;
        if !*self.forgets.lock().unwrap() {
            let secret = secret.expose_secret().to_owned();
            self.secrets.lock().unwrap().insert(name.to_owned(), secret);
        }
        Ok(())
    }

    fn give(&self, name: &str) -> Result<Option<SecretString>, KeychainError> {
        self.ready()?;
        Ok(self.secrets.lock().unwrap().get(name).map(|secret| secret.as_str().into()))
    }

    fn remove(&self, name: &str) -> Result<(), KeychainError> {
        self.ready()?;
        self.secrets.lock().unwrap().remove(name);
        Ok(())
    }
}

impl StandIn {
    fn ready(&self) -> Result<(), KeychainError> {
        self.trouble.lock().unwrap().map_or(Ok(()), Err)
    }

    /// From now on every call fails so; with `None` none does.
    pub fn trouble(&self, trouble: impl Into<Option<KeychainError>>) {
        *self.trouble.lock().unwrap() = trouble.into();
    }

    /// Answers nobody until this is dropped, like one that asks a person.
    pub fn busy(&self) -> MutexGuard<'_, Option<KeychainError>> {
        self.trouble.lock().unwrap()
    }

    /// From now on it says that it keeps, and does not.
    pub fn forgets(&self) {
        *self.forgets.lock().unwrap() = true;
    }

    /// Loses everything.
    pub fn empty(&self) {
        self.secrets.lock().unwrap().clear();
    }
}
