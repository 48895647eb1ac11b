//! The system's keychain: Secret Service, Apple's or Windows'. Never one that forgets at reboot.

use std::sync::Arc;

use desk::keychain::{Keychain, KeychainError};
use keyring_core::api::CredentialStore;
use keyring_core::{Entry, Error};
use secrecy::{ExposeSecret, SecretString};

/// Under what the keychain's own program lists the keys.
const SERVICE: &str = "Meishi Desk";

/// The keychain. Each call speaks to the system anew: one that hangs while a person is asked
/// does not hold up the next, and a keychain that appears or is unlocked later is found.
pub struct SystemKeychain;

impl Keychain for SystemKeychain {
    fn keep(&self, name: &str, secret: &SecretString) -> Result<(), KeychainError> {
        entry(name)?.set_password(secret.expose_secret()).map_err(|error| reason(&error))
    }

    fn give(&self, name: &str) -> Result<Option<SecretString>, KeychainError> {
        match entry(name)?.get_password().map(SecretString::from) {
            Ok(secret) => Ok(Some(secret)),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(reason(&error)),
        }
    }

    fn remove(&self, name: &str) -> Result<(), KeychainError> {
        match entry(name)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(reason(&error)),
        }
    }
}

fn entry(name: &str) -> Result<Entry, KeychainError> {
    let store = store().map_err(|_| KeychainError::Missing)?;
    store.build(SERVICE, name, None).map_err(|error| reason(&error))
}

fn store() -> keyring_core::Result<Arc<CredentialStore>> {
    #[cfg(target_os = "linux")]
    let store = zbus_secret_service_keyring_store::Store::new()?;
    #[cfg(target_os = "macos")]
    let store = apple_native_keyring_store::keychain::Store::new()?;
    #[cfg(target_os = "windows")]
    let store = windows_native_keyring_store::Store::new()?;
    Ok(store)
}

/// The errors themselves go nowhere: some hold the secret.
fn reason(error: &Error) -> KeychainError {
    match error {
        Error::NoStorageAccess(cause) if is_nothing_there(&**cause) => KeychainError::Missing,
        Error::NoStorageAccess(_) => KeychainError::Locked,
        // Apple's store says of a keychain that is locked, or that a person kept locked, that the
        // platform failed.
        Error::PlatformFailure(_) if cfg!(target_os = "macos") => KeychainError::Locked,
        _ => KeychainError::Failed,
    }
}

/// Whether the service runs and has no keychain in which to keep anything: nobody could unlock it.
#[cfg(target_os = "linux")]
fn is_nothing_there(cause: &(dyn std::error::Error + 'static)) -> bool {
    matches!(cause.downcast_ref(), Some(secret_service::Error::NoResult))
}

/// Apple's and Windows' stores have no access where there is no keychain, or no logon that has
/// one: neither can be unlocked.
#[cfg(not(target_os = "linux"))]
fn is_nothing_there(_: &(dyn std::error::Error + 'static)) -> bool {
    true
}

#[cfg(test)]
#[cfg(target_os = "linux")]
mod tests;
