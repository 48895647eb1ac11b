//! Everything that can go wrong for a person, as a code with parameters. The wording is in the
//! pages.

use hotprofile::limit::whole_seconds;
use hotprofile::{Error, HostProblem, Problem};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::choices::FileProblem;
use crate::database::{CodeProblem, DatabaseError, NotOpened};
use crate::duplicates::{self, Whose};
use crate::keychain::KeychainError;
use crate::outbox::OutboxError;
use crate::settings::SettingsNotSaved;

/// What went wrong. Codes are stable; every one has its words in each language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type, thiserror::Error)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Trouble {
    /// The text names no host.
    #[error("no host in it")]
    HostMissing,
    /// The text holds a user name or a password.
    #[error("a user name or password in the address")]
    HostWithCredentials,
    /// The text is an IP address.
    #[error("an IP address")]
    HostIsIpAddress,
    /// The host is not the service's own and has to be typed a second time.
    #[error("the host has to be confirmed")]
    HostUnconfirmed {
        /// The host as it was read.
        host: String,
    },
    /// No key was given.
    #[error("no key given")]
    KeyMissing,
    /// The service does not accept the key.
    #[error("key not accepted")]
    KeyNotAccepted,
    /// No such host, no network, or nothing that answers there.
    #[error("not reachable")]
    NotReachable,
    /// A proxy on the way refused the connection, or could not make it.
    #[error("refused by a proxy")]
    ProxyRefused,
    /// A redirect or a web page came, or an answer of another form: not this service.
    #[error("not HotProfile")]
    NotHotProfile,
    /// The certificate is not trusted.
    #[error("certificate not trusted")]
    NotTrusted,
    /// The limit of calls is used up.
    #[error("limit reached")]
    LimitReached {
        /// Seconds from now until calls go again.
        retry_after_seconds: u32,
    },
    /// No answer in time, or the connection broke.
    #[error("too slow")]
    TooSlow,
    /// The service refused, or answered with a fault of its own.
    #[error("refused with status {status}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// What the service said, maybe nothing.
        text: String,
    },
    /// The answer is not understood.
    #[error("answer not understood")]
    AnswerNotUnderstood,
    /// Values break published rules; nothing was sent.
    #[error("values break rules")]
    Invalid {
        /// Each with its key.
        problems: Vec<Problem>,
    },
    /// The keychain is locked: it can be unlocked and tried again.
    #[error("keychain locked")]
    KeychainLocked,
    /// There is no keychain.
    #[error("no keychain")]
    KeychainMissing,
    /// The keychain did not keep or give what it should.
    #[error("keychain failed")]
    KeychainFailed,
    /// The keychain holds no key for this connection (any more).
    #[error("key gone from the keychain")]
    KeyGone,
    /// No connection is open.
    #[error("no connection open")]
    NoConnection,
    /// There is no such connection.
    #[error("no such connection")]
    UnknownConnection,
    /// Another connection was chosen while this one was being opened, and that one is open; or a
    /// list call was given up.
    #[error("nobody waits for it any more")]
    Overtaken,
    /// A newer version of the program made or changed the connection's database. It is untouched.
    #[error("database of a newer version")]
    DatabaseNewer,
    /// What is in the connection's database can not be read. It is untouched: begin anew sets it
    /// aside.
    #[error("database damaged")]
    DatabaseDamaged,
    /// The keychain has no key, or another one, for the connection's database: the recovery code
    /// opens it, and begin anew sets it aside.
    #[error("key of the database gone")]
    DatabaseKeyGone,
    /// Another program has the connection's database open.
    #[error("database in use")]
    DatabaseInUse,
    /// The text is no recovery code.
    #[error("recovery code mistyped")]
    RecoveryCodeMistyped {
        /// Which of the groups, from 1, has the slip; none where letters are missing or too many.
        group: Option<u32>,
    },
    /// It is the recovery code of another database.
    #[error("recovery code of another database")]
    RecoveryCodeOfAnother,
    /// The connection has records that were not sent yet; nothing was removed.
    #[error("{records} records were not sent")]
    UnsentRecords {
        /// How many. Drafts are counted only where they would be lost without a word.
        records: u32,
    },
    /// The outbox of the open connection is not open.
    #[error("no outbox open")]
    OutboxClosed,
    /// There is no such record in the outbox (any more).
    #[error("record gone")]
    RecordGone,
    /// What the person wants of a record is no longer possible: it went on meanwhile.
    #[error("record went on")]
    RecordWentOn,
    /// Another record of this machine has this id of the service already.
    #[error("id {id} taken")]
    IdTaken {
        /// The service's id.
        id: u32,
    },
    /// A form for a change holds nothing that is to be changed.
    #[error("nothing changed")]
    NothingChanged,
    /// What is to be registered is nearly certain to be there already; nothing was saved. Saving
    /// again with these among what was seen does it all the same.
    #[error("likely to be registered already")]
    LikelyDuplicate {
        /// What they are called.
        names: Vec<String>,
        /// Which they are.
        whose: Vec<Whose>,
    },
    /// A record that was known is not found at the service any more, not as it was known.
    #[error("not found at the service")]
    NotFound,
    /// Other records wait for this company.
    #[error("needed by {records} records")]
    StillNeeded {
        /// How many.
        records: u32,
    },
    /// The disk is full; nothing was changed.
    #[error("disk full")]
    DiskFull,
    /// What was typed could not be written on this machine; nothing was changed.
    #[error("not written")]
    NotWritten,
    /// A file of choices can not be taken over; nothing of it was.
    #[error("row {row} of a file of choices: {problem:?}")]
    ChoicesNotRead {
        /// Which row of the file, from 1.
        row: u32,
        /// What is wrong with it.
        problem: FileProblem,
    },
    /// A file is larger than any of its kind is.
    #[error("file too large")]
    FileTooLarge,
    /// The file that was chosen can not be read.
    #[error("file not read")]
    FileNotRead,
    /// The file that was chosen can not be written.
    #[error("file not written")]
    FileNotWritten,
    /// The practice server does not start.
    #[error("practice server failed")]
    PracticeFailed,
    /// The program itself failed: a file that can not be written, a broken promise.
    #[error("the program failed")]
    Internal,
}

impl Trouble {
    /// Why the first call to a host gave no answer. What does not answer in the service's form,
    /// or does not know its paths, is something else.
    pub(crate) fn of_probing(error: Error) -> Self {
        match error {
            Error::NotUnderstood(_) | Error::Refused { status: 404 | 405, .. } => {
                Self::NotHotProfile
            }
            error => error.into(),
        }
    }
}

/// Why a call that a person waits for gave no answer. It only read: what stores something is sent
/// by the outbox.
impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused { status, text } => Self::Refused { status, text },
            Error::KeyNotAccepted => Self::KeyNotAccepted,
            Error::LimitReached { retry_after } => {
                Self::LimitReached { retry_after_seconds: whole_seconds(retry_after) }
            }
            Error::NotReachable => Self::NotReachable,
            Error::ProxyRefused => Self::ProxyRefused,
            Error::NotTrusted => Self::NotTrusted,
            Error::TimedOut { .. } | Error::Cut { .. } => Self::TooSlow,
            Error::NotUnderstood(_) => Self::AnswerNotUnderstood,
            Error::Invalid(problems) => Self::Invalid { problems },
        }
    }
}

impl From<HostProblem> for Trouble {
    fn from(problem: HostProblem) -> Self {
        match problem {
            HostProblem::NoHost => Self::HostMissing,
            HostProblem::Credentials => Self::HostWithCredentials,
            HostProblem::IpAddress => Self::HostIsIpAddress,
        }
    }
}

impl From<KeychainError> for Trouble {
    fn from(error: KeychainError) -> Self {
        match error {
            KeychainError::Missing => Self::KeychainMissing,
            KeychainError::Locked => Self::KeychainLocked,
            KeychainError::Failed => Self::KeychainFailed,
        }
    }
}

impl From<OutboxError> for Trouble {
    fn from(error: OutboxError) -> Self {
        match error {
            OutboxError::Invalid(problems) => Self::Invalid { problems },
            OutboxError::NothingChanged => Self::NothingChanged,
            OutboxError::Unknown(_) => Self::RecordGone,
            OutboxError::NotNow(_) => Self::RecordWentOn,
            OutboxError::Taken(id) => Self::IdTaken { id },
            OutboxError::Needed(records) => Self::StillNeeded { records },
            OutboxError::Likely(duplicates) => Self::LikelyDuplicate {
                names: duplicates::names(&duplicates),
                whose: duplicates.iter().map(|duplicate| duplicate.whose).collect(),
            },
            OutboxError::Database(error) => error.into(),
        }
    }
}

impl From<DatabaseError> for Trouble {
    fn from(error: DatabaseError) -> Self {
        tracing::error!(%error, "the database did not do its work");
        match error {
            DatabaseError::Full => Self::DiskFull,
            DatabaseError::Newer => Self::DatabaseNewer,
            DatabaseError::Damaged => Self::DatabaseDamaged,
            _ => Self::NotWritten,
        }
    }
}

impl From<NotOpened> for Trouble {
    fn from(error: NotOpened) -> Self {
        match error {
            NotOpened::KeychainLocked => Self::KeychainLocked,
            NotOpened::KeychainMissing => Self::KeychainMissing,
            NotOpened::KeychainFailed => Self::KeychainFailed,
            NotOpened::KeyGone => Self::DatabaseKeyGone,
            NotOpened::CodeMistyped(problem) => {
                Self::RecoveryCodeMistyped { group: group(problem) }
            }
            NotOpened::CodeOfAnother => Self::RecoveryCodeOfAnother,
            NotOpened::Newer { .. } => Self::DatabaseNewer,
            NotOpened::Damaged => Self::DatabaseDamaged,
            NotOpened::InUse => Self::DatabaseInUse,
            // A code is asked for only where there is one: somebody took the file away since.
            NotOpened::Nothing => Self::Internal,
            NotOpened::Database(error) => error.into(),
        }
    }
}

/// The group of a recovery code that has the slip.
fn group(problem: CodeProblem) -> Option<u32> {
    match problem {
        CodeProblem::Length { .. } => None,
        CodeProblem::Character { group } | CodeProblem::Group { group } => {
            u32::try_from(group).ok()
        }
    }
}

impl From<SettingsNotSaved> for Trouble {
    fn from(_: SettingsNotSaved) -> Self {
        Self::NotWritten
    }
}

#[cfg(test)]
mod tests;
