//! Why the database did not do its work. No error holds anything of what is kept in it.

use rusqlite::ErrorCode;
use serde::{Deserialize, Serialize};
use specta::Type;

/// What went wrong in the database. Codes are stable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum DatabaseError {
    /// The disk is full; nothing was changed.
    #[error("disk full")]
    Full,
    /// Another program held the database for longer than is waited; nothing was changed.
    #[error("database busy")]
    Busy,
    /// What is read is not what was written.
    #[error("database damaged")]
    Damaged,
    /// The file or its folder can not be written; nothing was changed.
    #[error("database not writable")]
    NotWritable,
    /// The disk did not read or write; nothing was changed.
    #[error("disk failed")]
    Disk,
    /// A newer version of the program has changed the tables meanwhile; nothing was changed.
    #[error("changed by a newer version")]
    Newer,
    /// A rule of a table was broken; nothing was changed.
    #[error("a table's rule broken")]
    Constraint,
    /// Anything else: a fault of the program. The text is for the log.
    #[error("database failed: {what}")]
    Failed {
        /// What happened, in the database's words.
        what: String,
    },
}

impl From<rusqlite::Error> for DatabaseError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => {
                Self::NotWritable
            }
            Some(ErrorCode::SystemIoFailure) => Self::Disk,
            Some(ErrorCode::ConstraintViolation) => Self::Constraint,
            _ => Self::Failed { what: described(&error) },
        }
    }
}

impl From<std::io::Error> for DatabaseError {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::NotFound
            | ErrorKind::NotADirectory => Self::NotWritable,
            _ => Self::Disk,
        }
    }
}

/// Without the values that some of the library's errors carry.
fn described(error: &rusqlite::Error) -> String {
    use rusqlite::Error;
    match error {
        Error::SqliteFailure(failure, _) => failure.to_string(),
        Error::SqlInputError { msg, .. } => msg.clone(),
        Error::FromSqlConversionFailure(column, kind, _) => {
            format!("column {column} of type {kind} is not understood")
        }
        Error::ToSqlConversionFailure(_) => "a value can not be kept".to_owned(),
        Error::IntegralValueOutOfRange(column, _) => format!("column {column} is out of range"),
        Error::Utf8Error(column, _) => format!("column {column} is no text"),
        Error::InvalidPath(_) => "the path can not be used".to_owned(),
        other => other.to_string(),
    }
}
