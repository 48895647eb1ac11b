//! Why the outbox did not do what was asked.

use hotprofile::Problem;

use super::record::RecordId;
use super::state::NotNow;
use crate::database::DatabaseError;
use crate::duplicates::Duplicate;

/// Why the outbox did not do what was asked. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum OutboxError {
    /// The values break published rules.
    #[error("{} values break published rules", .0.len())]
    Invalid(Vec<Problem>),
    /// A form for a change holds nothing that the service does not show already.
    #[error("nothing was changed")]
    NothingChanged,
    /// There is no such record (any more).
    #[error("no record {0}")]
    Unknown(RecordId),
    /// The record's state does not allow it (any more).
    #[error(transparent)]
    NotNow(#[from] NotNow),
    /// Another record of this machine has this id of the service.
    #[error("the service's id {0} is another record's")]
    Taken(u32),
    /// Others wait for this company.
    #[error("{0} records wait for it")]
    Needed(u32),
    /// It is nearly certain to be registered, or on its way, already.
    #[error("it is likely to be there already")]
    Likely(Vec<Duplicate>),
    /// The database did not do its work.
    #[error(transparent)]
    Database(#[from] DatabaseError),
}

impl From<rusqlite::Error> for OutboxError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Database(error.into())
    }
}
