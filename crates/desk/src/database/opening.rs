//! Opening a database: every way in which that can end. Whatever happens, nothing that a person
//! may still need is overwritten or deleted.

use std::path::PathBuf;
use std::sync::Arc;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use secrecy::ExposeSecret;

use super::error::DatabaseError;
use super::key::Key;
use super::place::Place;
use super::recovery_code::{CodeProblem, RecoveryCode};
use super::{Database, cipher, migrate};
use crate::desk::{Desk, Surroundings};
use crate::keychain::{self, KeychainError};

/// How a database was opened.
#[derive(Debug)]
pub enum Opened {
    /// As it was left.
    Found(Database),
    /// There was none, or it was set aside: this one is empty.
    Made {
        /// The database.
        database: Database,
        /// Opens it where the keychain has lost its key. To be shown to the person once.
        recovery_code: RecoveryCode,
        /// Where the one is that was there before, never deleted.
        set_aside: Option<PathBuf>,
    },
    /// There is no keychain: it lasts until the program closes, and the person is to be told
    /// before typing. A file that is there stays untouched.
    InMemory(Database),
}

/// Why a database was not opened. The file is as it was. Codes are stable.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// The keychain is locked: wait and try again.
    #[error("keychain locked")]
    KeychainLocked,
    /// There is no keychain, and this can not be done without.
    #[error("no keychain")]
    KeychainMissing,
    /// The keychain did not keep or give what it should.
    #[error("keychain failed")]
    KeychainFailed,
    /// The keychain has no key, or another one, for the file that is there:
    /// [`Place::recover`], or in the end [`Place::begin_anew`].
    #[error("no key for the database")]
    KeyGone,
    /// The text is no recovery code.
    #[error("recovery code mistyped: {0}")]
    CodeMistyped(CodeProblem),
    /// It is the recovery code of another database.
    #[error("recovery code of another database")]
    CodeOfAnother,
    /// A newer version of the program made or changed it.
    #[error("made by a newer version ({found}, known {known})")]
    Newer {
        /// Version of its tables.
        found: usize,
        /// Newest version that this program knows.
        known: usize,
    },
    /// What is in it can not be read: [`Place::begin_anew`] sets it aside.
    #[error("database damaged")]
    Damaged,
    /// Another program has it open.
    #[error("in use by another program")]
    InUse,
    /// There is no file to recover.
    #[error("no database there")]
    Nothing,
    /// Anything else.
    #[error(transparent)]
    Database(DatabaseError),
}

impl Desk {
    /// Does something with the place of a connection's database, such as [`Place::open`], off the
    /// async threads. Where the keychain takes longer than a person may, it counts as locked, and
    /// what is opened later all the same is closed again.
    pub async fn at_place<T: Send + 'static>(
        &self,
        id: &str,
        work: impl FnOnce(&Place) -> Result<T, NotOpened> + Send + 'static,
    ) -> Result<T, NotOpened> {
        let Surroundings { folder, keychain, .. } = &self.surroundings;
        let place = Place::new(folder, id, Arc::clone(keychain));
        self.ask_keychain(move |_| Ok(work(&place)), |_| ()).await?
    }
}

impl Place {
    /// Opens the database, and makes it where neither it nor a key is there.
    pub fn open(&self) -> Result<Opened, NotOpened> {
        let lock = self.lock()?.ok_or(NotOpened::InUse)?;
        let code = match self.kept_code() {
            Err(NotOpened::KeychainMissing) => {
                return Ok(Opened::InMemory(Database::in_memory_with(self.migrations)?));
            }
            code => code?,
        };
        match (code, self.has_file()?) {
            (Some(code), true) => {
                let connection = self.open_with(&Key::of(&code))?;
                Ok(Opened::Found(Database::of(connection, self.migrations, Some(lock))))
            }
            (None, true) => Err(NotOpened::KeyGone),
            // The key is there and its file is not where the program was ended between keeping
            // the one and making the other, or where somebody removed the file: the same key
            // goes on, since it may still open a copy.
            (code, false) => self.make_with(code, lock),
        }
    }

    /// Opens the database with the code that the person kept, and puts its key back into the
    /// keychain. The file may come from another machine.
    pub fn recover(&self, code: &str) -> Result<Opened, NotOpened> {
        let lock = self.lock()?.ok_or(NotOpened::InUse)?;
        let code = RecoveryCode::read(code).map_err(NotOpened::CodeMistyped)?;
        if !self.has_file()? {
            return Err(NotOpened::Nothing);
        }
        let connection = self.open_with(&Key::of(&code)).map_err(|problem| match problem {
            NotOpened::KeyGone => NotOpened::CodeOfAnother,
            problem => problem,
        })?;
        self.keep_code(&code)?;
        Ok(Opened::Found(Database::of(connection, self.migrations, Some(lock))))
    }

    /// Sets aside the file that can not be opened, and makes an empty one. Only ever after the
    /// person decided so.
    pub fn begin_anew(&self) -> Result<Opened, NotOpened> {
        let lock = self.lock()?.ok_or(NotOpened::InUse)?;
        let code = self.kept_code()?;
        self.make_with(code, lock)
    }

    /// The code to show again to a person who did not note it; `None` where there is no key.
    pub fn recovery_code(&self) -> Result<Option<RecoveryCode>, NotOpened> {
        self.kept_code()
    }

    /// Deletes the database with its copies, those set aside and its key. Only ever after the
    /// person decided so. Where the keychain does not remove the key, it can be done again.
    pub fn destroy(&self) -> Result<(), NotOpened> {
        let _lock = self.lock()?.ok_or(NotOpened::InUse)?;
        self.delete()?;
        Ok(keychain::remove_surely(&*self.keychain, &self.key_name())?)
    }

    fn make_with(
        &self,
        code: Option<RecoveryCode>,
        lock: std::fs::File,
    ) -> Result<Opened, NotOpened> {
        // The key first, and read back: so there is never a database whose key was not kept.
        let recovery_code = if let Some(code) = code {
            code
        } else {
            let code = RecoveryCode::random();
            self.keep_code(&code)?;
            code
        };
        let key = Key::of(&recovery_code);
        let set_aside = self.set_aside()?;
        self.make(&self.file(), |new| {
            let mut connection = cipher::create(new, &key)?;
            migrate::migrate(&mut connection, self.migrations, |_| Ok(()))?;
            close(connection)
        })?;
        let connection = self.open_with(&key)?;
        let database = Database::of(connection, self.migrations, Some(lock));
        Ok(Opened::Made { database, recovery_code, set_aside })
    }

    /// Opens the file. [`NotOpened::KeyGone`]: this is not its key.
    fn open_with(&self, key: &Key) -> Result<Connection, NotOpened> {
        let mut connection = cipher::connect(&self.file(), key)?;
        let found = match cipher::version(&connection) {
            Err(DatabaseError::Damaged) if !self.starts_like(key)? => {
                return Err(NotOpened::KeyGone);
            }
            found => found?,
        };
        let known = self.migrations.len();
        if found > known {
            return Err(NotOpened::Newer { found, known });
        }
        cipher::check(&connection)?;
        cipher::prepare(&connection)?;
        migrate::migrate(&mut connection, self.migrations, |version| self.copy(key, version))?;
        self.prune()?;
        Ok(connection)
    }

    /// Copies the file as it is, through connections of its own.
    fn copy(&self, key: &Key, version: usize) -> Result<(), DatabaseError> {
        self.make(&self.before(version), |new| {
            let source = cipher::connect(&self.file(), key)?;
            let mut copy = cipher::create(new, key)?;
            match Backup::new(&source, &mut copy)?.step(-1)? {
                StepResult::Done => {}
                _ => return Err(DatabaseError::Busy),
            }
            close(copy)
        })
    }

    /// The code that the keychain has. One that can not be read is as good as none.
    fn kept_code(&self) -> Result<Option<RecoveryCode>, NotOpened> {
        let kept = self.keychain.give(&self.key_name())?;
        Ok(kept.and_then(|text| RecoveryCode::read(text.expose_secret()).ok()))
    }

    /// Keeps the code, and reads it back to be sure.
    fn keep_code(&self, code: &RecoveryCode) -> Result<(), NotOpened> {
        Ok(keychain::keep_surely(&*self.keychain, &self.key_name(), &code.text())?)
    }
}

/// Closes a connection so that everything is in its file.
fn close(connection: Connection) -> Result<(), DatabaseError> {
    connection.close().map_err(|(_, error)| error.into())
}

impl From<DatabaseError> for NotOpened {
    fn from(error: DatabaseError) -> Self {
        match error {
            DatabaseError::Damaged => Self::Damaged,
            error => Self::Database(error),
        }
    }
}

impl From<std::io::Error> for NotOpened {
    fn from(error: std::io::Error) -> Self {
        Self::Database(error.into())
    }
}

impl From<KeychainError> for NotOpened {
    fn from(error: KeychainError) -> Self {
        match error {
            KeychainError::Missing => Self::KeychainMissing,
            KeychainError::Locked => Self::KeychainLocked,
            KeychainError::Failed => Self::KeychainFailed,
        }
    }
}
