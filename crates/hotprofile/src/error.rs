//! Why a call gave no answer, told apart by what can be done about it.
//!
//! Nothing here can carry the key or an address with it: no error of the HTTP library is kept.

use std::time::Duration;

use crate::check::Problem;

/// Why a call gave no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The service refused what was sent. `text` is what it said: of JSON the message, of a web
    /// page its words, empty where nothing came; at most 500 characters, and never the key. The
    /// status may be that of a success, where the answer says what is wrong.
    #[error("refused with status {status}: {text}")]
    Refused {
        /// HTTP status.
        status: u16,
        /// In the service's words.
        text: String,
    },
    /// The service does not accept the key (401, 403).
    #[error("the key was not accepted")]
    KeyNotAccepted,
    /// The limit of calls is used up, at the service or here, and the call was not willing to wait.
    #[error("the limit of calls is used up for {retry_after:?}")]
    LimitReached {
        /// How long from now.
        retry_after: Duration,
    },
    /// No such host, no network, or nothing there that speaks HTTPS; nothing was sent.
    #[error("the host can not be reached")]
    NotReachable,
    /// A proxy on the way refused the connection, or could not make it; nothing was sent.
    #[error("a proxy on the way refused the connection")]
    ProxyRefused,
    /// The host's certificate is not trusted; nothing was sent.
    #[error("the host's certificate is not trusted")]
    NotTrusted,
    /// No answer in time.
    #[error("no answer in time")]
    TimedOut {
        /// Whether the service may have received the call.
        sent: bool,
    },
    /// The connection broke.
    #[error("the connection broke")]
    Cut {
        /// Whether the service may have received the call.
        sent: bool,
    },
    /// An answer came, and it is not one of this service.
    #[error("the answer is not understood: {0}")]
    NotUnderstood(Strange),
    /// The parameters break published rules; nothing was sent.
    #[error("{} parameters break published rules", .0.len())]
    Invalid(Vec<Problem>),
}

/// What is strange about an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Strange {
    /// It points somewhere else. Redirects are never followed: they would carry the key along.
    #[error("a redirect")]
    Redirect,
    /// A web page came.
    #[error("a web page")]
    WebPage,
    /// It is no JSON, or cut short.
    #[error("no whole JSON")]
    NotJson,
    /// JSON, but not in the form of an answer to this call.
    #[error("another form")]
    Form,
    /// Larger than any answer to this call can be, or of more values.
    #[error("too large")]
    TooLarge,
}

impl Error {
    /// A stable code, the same in every version.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Refused { .. } => "refused",
            Self::KeyNotAccepted => "key_not_accepted",
            Self::LimitReached { .. } => "limit_reached",
            Self::NotReachable => "not_reachable",
            Self::ProxyRefused => "proxy_refused",
            Self::NotTrusted => "not_trusted",
            Self::TimedOut { .. } => "timed_out",
            Self::Cut { .. } => "cut",
            Self::NotUnderstood(_) => "not_understood",
            Self::Invalid(_) => "invalid",
        }
    }

    /// Whether the service can have stored what was sent although no proper answer came.
    #[must_use]
    pub const fn may_have_arrived(&self) -> bool {
        match self {
            Self::TimedOut { sent } | Self::Cut { sent } => *sent,
            Self::NotUnderstood(_) => true,
            // A success that says what is wrong, and gives no id, decides nothing.
            Self::Refused { status, .. } => *status >= 500 || *status < 300,
            _ => false,
        }
    }
}
