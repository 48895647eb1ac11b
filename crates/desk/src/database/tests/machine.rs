//! What the tests do again and again with a machine.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use secrecy::ExposeSecret;

use super::super::{Database, Opened, Place, RecoveryCode};
use crate::keychain::Keychain;
pub use crate::testing::Machine;
use crate::testing::MemoryKeychain;

/// The tables of the tests.
pub const CARDS: &str = "CREATE TABLE cards (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT";

/// The bytes of a file.
#[derive(PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Bytes {
    pub fn of(path: &Path) -> Self {
        Self(fs::read(path).unwrap())
    }
}

/// Not the bytes themselves: a test that fails would print pages of them.
impl fmt::Debug for Bytes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl Machine {
    pub fn place(&self) -> Place {
        place(self.folder.path(), &self.keychain)
    }

    /// Makes the database with these cards, closes it and gives its recovery code.
    pub fn made(&self, names: &[&str]) -> RecoveryCode {
        let (database, code) = made(self.place().open().unwrap());
        for name in names {
            add(&database, name);
        }
        code
    }

    /// Every file of the database with its bytes, but for the lock.
    pub fn files(&self) -> BTreeMap<String, Bytes> {
        files(&self.folder.path().join("1f"))
    }

    pub fn file(&self) -> PathBuf {
        self.place().file()
    }

    /// Changes the bytes of the file.
    pub fn tamper(&self, change: impl FnOnce(&mut Vec<u8>)) -> Bytes {
        let mut bytes = fs::read(self.file()).unwrap();
        change(&mut bytes);
        fs::write(self.file(), &bytes).unwrap();
        Bytes(bytes)
    }
}

pub fn place(folder: &Path, keychain: &Arc<MemoryKeychain>) -> Place {
    let mut place = Place::new(folder, "1f", Arc::clone(keychain) as Arc<dyn Keychain>);
    place.migrations = &[CARDS];
    place
}

pub fn files(folder: &Path) -> BTreeMap<String, Bytes> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), Bytes::of(&entry.path())))
        .filter(|(name, _)| name != "desk.lock")
        .collect()
}

/// Does not wait for another program.
pub fn impatient(mut place: Place) -> Place {
    place.patience = Duration::ZERO;
    place
}

pub fn found(opened: Opened) -> Database {
    match opened {
        Opened::Found(database) => database,
        other => panic!("it should be there as it was left: {other:?}"),
    }
}

pub fn made(opened: Opened) -> (Database, RecoveryCode) {
    match opened {
        Opened::Made { database, recovery_code, set_aside: None } => (database, recovery_code),
        other => panic!("it should be new: {other:?}"),
    }
}

pub fn add(database: &Database, name: &str) -> i64 {
    database
        .write(|transaction| {
            transaction.execute("INSERT INTO cards (name) VALUES (?)", [name])?;
            Ok(transaction.last_insert_rowid())
        })
        .unwrap()
}

pub fn names(database: &Database) -> Vec<String> {
    database
        .read(|transaction| {
            let mut statement = transaction.prepare("SELECT name FROM cards ORDER BY id")?;
            let names = statement.query_map([], |row| row.get(0))?;
            Ok(names.collect::<Result<_, _>>()?)
        })
        .unwrap()
}

pub fn text(code: &RecoveryCode) -> String {
    code.text().expose_secret().to_owned()
}
