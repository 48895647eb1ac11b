//! Connections to an encrypted file: the key, and the settings that every one of them needs.
//!
//! A write-ahead log rather than a rollback journal: a commit waits for the disk once instead of
//! three times, a reader never makes a writer wait, and a file that is only looked at keeps its
//! bytes. Pages in the log are encrypted like those in the file.

use std::fs;
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::error::DatabaseError;
use super::key::Key;
use super::place;

/// How long a call waits for another program that holds the database.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// Marks the file as this program's: `mshi`.
const APPLICATION_ID: i32 = 0x6d73_6869;

/// A connection that can read. Nothing was read yet, so the key may still be another file's; until
/// [`prepare`] closing it leaves the file, and a log that holds something, as they were.
pub fn connect(path: &Path, key: &Key) -> Result<Connection, DatabaseError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = keyed(path, key, flags)?;
    let logged = fs::metadata(place::log(path)).is_ok_and(|log| log.len() > 0);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, logged)?;
    Ok(connection)
}

/// A connection to a file that is made with it.
pub fn create(path: &Path, key: &Key) -> Result<Connection, DatabaseError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = keyed(path, key, flags)?;
    prepare(&connection)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    Ok(connection)
}

fn keyed(path: &Path, key: &Key, flags: OpenFlags) -> Result<Connection, DatabaseError> {
    let connection = Connection::open_with_flags(path, flags)?;
    // What goes wrong is told by the errors; SQLCipher would write it to the terminal as well.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.execute_batch(&key.statement())?;
    connection.busy_timeout(PATIENCE)?;
    Ok(connection)
}

/// Makes a connection fit to write.
pub fn prepare(connection: &Connection) -> Result<(), DatabaseError> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    // What is committed is on the disk: on macOS `fullfsync` is what makes the disk itself write.
    // Nothing spills into a temporary file, which would not be encrypted. What is searched at every
    // key that somebody types stays in memory, in 32 MiB at most: decrypting it takes longest.
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA fullfsync = ON;
         PRAGMA checkpoint_fullfsync = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA cache_size = -32768;",
    )?;
    Ok(())
}

/// The version of the tables: how many migrations they went through.
pub fn version(connection: &Connection) -> Result<usize, DatabaseError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Reads every page that is in use; an error where one is not what was written. A file that was
/// emptied reads well, but is none of this program's any more.
pub fn check(connection: &Connection) -> Result<(), DatabaseError> {
    let id: i32 = connection.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if id != APPLICATION_ID {
        return Err(DatabaseError::Damaged);
    }
    let found: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(DatabaseError::Damaged) }
}
