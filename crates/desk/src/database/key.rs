//! The key of a database file, derived from its recovery code.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use zeroize::Zeroizing;

use super::recovery_code::RecoveryCode;

/// Bytes at the start of an encrypted file that are not encrypted.
pub const SALT: usize = 16;

/// What SQLCipher takes instead of a passphrase: 256 bits that are the key as they stand, so that
/// opening costs no stretching, and the salt.
///
/// The salt too is derived from the secret, which makes the first bytes of a file tell, without
/// the key, whether a code is the code of this file.
pub struct Key {
    key: Zeroizing<[u8; 32]>,
    salt: [u8; SALT],
}

impl Key {
    /// The key that a code stands for.
    pub fn of(code: &RecoveryCode) -> Self {
        let mut salt = [0; SALT];
        salt.copy_from_slice(&derived("salt", code)[..SALT]);
        Self { key: derived("key", code), salt }
    }

    /// What the file starts with.
    pub const fn salt(&self) -> &[u8; SALT] {
        &self.salt
    }

    /// The statement that hands the key to a connection.
    pub fn statement(&self) -> Zeroizing<String> {
        let mut statement = Zeroizing::new(String::with_capacity(128));
        statement.push_str("PRAGMA key = \"x'");
        for byte in self.key.iter().chain(&self.salt) {
            // Writing into a text does not fail.
            let _ = write!(statement, "{byte:02x}");
        }
        statement.push_str("'\"");
        statement
    }
}

fn derived(what: &str, code: &RecoveryCode) -> Zeroizing<[u8; 32]> {
    let digest = Sha256::new()
        .chain_update("meishi desk database ")
        .chain_update(what)
        .chain_update([0])
        .chain_update(code.symbols())
        .finalize();
    Zeroizing::new(digest.into())
}
