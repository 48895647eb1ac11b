//! Everything that can go wrong for a person, as a code with parameters. The wording is in the
//! pages.

use hotprofile::Problem;
use serde::{Deserialize, Serialize};
use specta::Type;

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
    /// No such host, or no network.
    #[error("not reachable")]
    NotReachable,
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
    TooSlow {
        /// Whether what was sent may have been stored all the same.
        may_have_arrived: bool,
    },
    /// The service refused, or answered with a fault of its own.
    #[error("refused with status {status}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// What the service said, maybe nothing.
        text: String,
        /// Whether what was sent may have been stored all the same.
        may_have_arrived: bool,
    },
    /// The answer is not understood; what was sent may have been stored.
    #[error("answer not understood")]
    AnswerNotUnderstood {
        /// Whether what was sent may have been stored all the same.
        may_have_arrived: bool,
    },
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
    /// The practice server does not start.
    #[error("practice server failed")]
    PracticeFailed,
    /// The program itself failed: a file that can not be written, a broken promise.
    #[error("the program failed")]
    Internal,
}
