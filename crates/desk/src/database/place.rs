//! Where a database lies: its file, what stands beside it, and the name of its key.

use std::fs::{self, File, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;

use super::cipher::PATIENCE;
use super::error::DatabaseError;
use super::key::{Key, SALT};
use super::migrate::MIGRATIONS;
use crate::keychain::Keychain;

/// How many copies from before a migration are kept.
const COPIES: usize = 2;

/// Where the database of one connection lies: `desk.db` in the connection's folder. Beside it
/// there can be its write-ahead log, `desk.before-N.db` (as it was before the tables' version N),
/// `desk.set-aside-MOMENT.db` (one that could not be opened) and `desk.lock` (empty; held by the
/// program that has it open).
#[derive(Clone)]
pub struct Place {
    folder: PathBuf,
    id: String,
    pub(super) keychain: Arc<dyn Keychain>,
    pub(super) migrations: &'static [&'static str],
    pub(super) patience: Duration,
}

impl Place {
    /// The place of the connection with this id, in its folder among those of all connections.
    #[must_use]
    pub fn new(folders: &Path, id: &str, keychain: Arc<dyn Keychain>) -> Self {
        Self {
            folder: folders.join(id),
            id: id.to_owned(),
            keychain,
            migrations: MIGRATIONS,
            patience: PATIENCE,
        }
    }

    /// The file itself.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.join("desk.db")
    }

    /// The name of its secret in the keychain.
    #[must_use]
    pub fn key_name(&self) -> String {
        format!("database {}", self.id)
    }

    /// Whether there is a file. One that can not be looked at is an error, never "no".
    pub(super) fn has_file(&self) -> io::Result<bool> {
        self.file().try_exists()
    }

    /// Whether the file starts as one with this key does.
    pub(super) fn starts_like(&self, key: &Key) -> io::Result<bool> {
        let mut start = Vec::with_capacity(SALT);
        File::open(self.file())?.take(SALT as u64).read_to_end(&mut start)?;
        Ok(start == key.salt())
    }

    /// Waits a little for another program to let go. `None`: it does not.
    pub(super) fn lock(&self) -> io::Result<Option<File>> {
        fs::create_dir_all(&self.folder)?;
        let lock =
            File::options().create(true).truncate(false).write(true).open(self.lock_file())?;
        let end = Instant::now() + self.patience;
        loop {
            match lock.try_lock() {
                Ok(()) => return Ok(Some(lock)),
                Err(TryLockError::Error(error)) => return Err(error),
                Err(TryLockError::WouldBlock) if Instant::now() >= end => return Ok(None),
                Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(20)),
            }
        }
    }

    /// Makes the file at once or not at all: `write` writes another, which then takes its name.
    pub(super) fn make(
        &self,
        file: &Path,
        write: impl FnOnce(&Path) -> Result<(), DatabaseError>,
    ) -> Result<(), DatabaseError> {
        let new = beside(file, ".new");
        for left in [&new, &log(&new), &index(&new), &beside(&new, "-journal")] {
            remove(left)?;
        }
        write(&new)?;
        File::options().write(true).open(&new)?.sync_all()?;
        fs::rename(&new, file)?;
        Ok(self.sync_folder()?)
    }

    /// The copy from before this version of the tables.
    pub(super) fn before(&self, version: usize) -> PathBuf {
        self.folder.join(format!("desk.before-{version}.db"))
    }

    /// Removes all but the youngest copies.
    pub(super) fn prune(&self) -> io::Result<()> {
        let mut versions: Vec<usize> =
            self.beside("before")?.iter().filter_map(|(middle, _)| middle.parse().ok()).collect();
        versions.sort_unstable_by(|one, other| other.cmp(one));
        versions.iter().skip(COPIES).try_for_each(|version| remove(&self.before(*version)))
    }

    /// Renames the file and its log, so that nothing of them is lost and the name is free. Gives
    /// the new path; `None` where there was no file.
    pub(super) fn set_aside(&self) -> io::Result<Option<PathBuf>> {
        let file = self.file();
        let moment = Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string();
        let mut aside = self.folder.join(format!("desk.set-aside-{moment}.db"));
        let mut count = 1;
        while aside.try_exists()? || log(&aside).try_exists()? {
            count += 1;
            aside = self.folder.join(format!("desk.set-aside-{moment}-{count}.db"));
        }
        // The log first: left alone under its old name it would be taken for the next file's.
        if log(&file).try_exists()? {
            fs::rename(log(&file), log(&aside))?;
        }
        remove(&index(&file))?;
        let found = file.try_exists()?;
        if found {
            fs::rename(file, &aside)?;
        }
        self.sync_folder()?;
        Ok(found.then_some(aside))
    }

    /// Deletes the file and everything beside it, the lock last.
    pub(super) fn delete(&self) -> io::Result<()> {
        let copies = self.beside("before")?.into_iter().chain(self.beside("set-aside")?);
        for file in copies.map(|(_, path)| path).chain([self.file()]) {
            for part in [log(&file), index(&file), file] {
                remove(&part)?;
            }
        }
        self.sync_folder()?;
        remove(&self.lock_file())
    }

    fn lock_file(&self) -> PathBuf {
        self.folder.join("desk.lock")
    }

    /// Files of this database with this after its name, each with what stands before `.db`.
    fn beside(&self, kind: &str) -> io::Result<Vec<(String, PathBuf)>> {
        let start = format!("desk.{kind}-");
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            let name = entry.file_name();
            let middle =
                name.to_str().and_then(|name| name.strip_prefix(&start)?.split_once(".db"));
            if let Some((middle, "")) = middle {
                found.push((middle.to_owned(), entry.path()));
            }
        }
        Ok(found)
    }

    /// A new name is kept once its folder is on the disk.
    fn sync_folder(&self) -> io::Result<()> {
        // Windows has no such call, and needs none.
        if cfg!(unix) { File::open(&self.folder)?.sync_all() } else { Ok(()) }
    }
}

/// The write-ahead log of a file.
pub(super) fn log(file: &Path) -> PathBuf {
    beside(file, "-wal")
}

/// The index of the log: shared memory, made anew from the log whenever it is not there.
fn index(file: &Path) -> PathBuf {
    beside(file, "-shm")
}

fn beside(file: &Path, end: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(end);
    name.into()
}

/// Removes a file; one that is not there is no error.
fn remove(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
