//! Where the log of calls is kept: in a small file that every program of this machine with the
//! same connection shares, or in memory alone.
//!
//! A file holds moments and random numbers, nothing of the calls themselves. It belongs to one
//! machine.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::log::{CallId, CallLog, Moment};
use super::uptime::{STEP, uptime};
use super::{Allowance, Left, OnChange};

/// The log of one gate.
pub(super) struct Store {
    allowance: Allowance,
    /// Tells this gate's calls from those of others that share the file.
    gate: u64,
    /// Whether its functions read and write a file.
    pub(super) in_file: bool,
    on_change: Option<OnChange>,
    kept: Mutex<Kept>,
}

struct Kept {
    /// The log as it was last seen.
    log: CallLog,
    /// `None` in memory alone.
    file: Option<PathBuf>,
    /// The last write failed: the file lags behind the log here, and is not read until one succeeds.
    unsaved: bool,
    last_number: u64,
}

impl Store {
    pub(super) fn new(
        allowance: Allowance,
        file: Option<PathBuf>,
        on_change: Option<OnChange>,
    ) -> Self {
        let in_file = file.is_some();
        let kept = Kept { log: CallLog::default(), file, unsaved: false, last_number: 0 };
        Self { allowance, gate: rand::random(), in_file, on_change, kept: Mutex::new(kept) }
    }

    /// Takes a slot, or says how long until one is free. It is on disk before this returns.
    pub(super) fn begin(&self) -> Result<CallId, Duration> {
        let mut kept = self.kept();
        let id = kept.change(self.allowance, |log, number, now| {
            let id = CallId { gate: self.gate, number };
            log.begin(self.allowance, id, now).map(|()| id)
        })?;
        self.tell(&kept);
        Ok(id)
    }

    /// The call is over.
    pub(super) fn end(&self, id: CallId) {
        let mut kept = self.kept();
        // Rounded up: a moment later is safe, a moment earlier is not.
        kept.change(self.allowance, |log, _, now| log.end(id, now + millis(STEP)));
        self.tell(&kept);
    }

    /// The call was left before its answer came.
    pub(super) fn give_up(&self, id: CallId) {
        let mut kept = self.kept();
        kept.change(self.allowance, |log, _, now| log.give_up(id, now + millis(STEP)));
        self.tell(&kept);
    }

    /// Lets nobody in for so long.
    pub(super) fn close(&self, length: Duration) {
        let mut kept = self.kept();
        kept.change(self.allowance, |log, _, now| log.close(length + STEP, now));
        self.tell(&kept);
    }

    /// How long one waits who has so many before them.
    pub(super) fn wait(&self, ahead: usize) -> Duration {
        self.kept()
            .change(self.allowance, |log, _, now| log.wait(self.allowance, self.gate, ahead, now))
    }

    /// How many calls are left.
    pub(super) fn left(&self) -> Left {
        self.kept().change(self.allowance, |log, _, now| log.left(self.allowance, self.gate, now))
    }

    /// Tells what is left after a change, before there is another.
    fn tell(&self, kept: &Kept) {
        if let Some(on_change) = &self.on_change {
            on_change(kept.log.left(self.allowance, self.gate, millis(uptime())));
        }
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// Reads the log, changes it, and writes it where it changed.
    fn change<T>(
        &mut self,
        allowance: Allowance,
        change: impl FnOnce(&mut CallLog, u64, Moment) -> T,
    ) -> T {
        self.last_number += 1;
        // Held until the end, so that nobody reads between this reading and this writing. A file
        // system without locks is no reason to make no calls.
        let _lock = self.file.as_deref().map(lock);
        let now = millis(uptime());
        let file = self.file.as_deref();
        let mut on_disk = None;
        if let Some(file) = file.filter(|_| !self.unsaved) {
            match read(file) {
                Ok(Some(log)) => {
                    self.log.clone_from(&log);
                    on_disk = Some(log);
                }
                // None yet, or it was taken away.
                Ok(None) => {}
                // It may have held anything.
                Err(error) => {
                    tracing::warn!(kind = %error.kind(), "log of calls lost: all slots count as used");
                    self.log = CallLog::full(allowance, now);
                }
            }
        }
        self.log.recover(now);
        let result = change(&mut self.log, self.last_number, now);
        if let Some(file) = file
            && on_disk.as_ref() != Some(&self.log)
        {
            self.unsaved = write(file, &self.log)
                .inspect_err(|error| tracing::warn!(kind = %error.kind(), "log of calls not kept"))
                .is_err();
        }
        result
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("gate", &self.gate).finish_non_exhaustive()
    }
}

/// What the file holds; `None` where there is none.
fn read(file: &Path) -> io::Result<Option<CallLog>> {
    match fs::read(file) {
        Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Holds off every other program until the file is dropped. A file beside the log is locked: the
/// log itself is replaced.
fn lock(file: &Path) -> io::Result<File> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    // Windows locks no file that is open for appending alone.
    let mut options = File::options();
    let lock =
        options.create(true).truncate(false).write(true).open(file.with_extension("lock"))?;
    lock.lock()?;
    Ok(lock)
}

/// Replaces the file as a whole, so that a crash leaves the old or the new one.
fn write(file: &Path, log: &CallLog) -> io::Result<()> {
    let new = file.with_extension("new");
    let mut writer = File::create(&new)?;
    writer.write_all(&serde_json::to_vec(log)?)?;
    writer.sync_data()?;
    drop(writer);
    fs::rename(new, file)
}

fn millis(duration: Duration) -> Moment {
    Moment::try_from(duration.as_millis()).unwrap_or(Moment::MAX)
}
