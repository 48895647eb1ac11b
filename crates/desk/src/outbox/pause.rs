//! Why and until when nothing is sent at all: the network, the limit, the key.

use std::time::Duration;

use hotprofile::Error;
use jiff::Timestamp;

use super::record::Why;

/// Nothing is sent for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Why.
    pub why: Why,
    /// Until when; none where only a person can end it.
    pub until: Option<Timestamp>,
}

/// How long it is waited before the service is tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backoff {
    /// After the first failure; twice as long after each further one.
    pub first: Duration,
    /// At most.
    pub longest: Duration,
}

impl Backoff {
    /// The wait after so many failures in a row, counted from 1.
    #[must_use]
    pub fn wait(self, failures: u32) -> Duration {
        let doubled = 1_u32.checked_shl(failures.saturating_sub(1)).unwrap_or(u32::MAX);
        self.first.saturating_mul(doubled).min(self.longest)
    }
}

impl Pause {
    /// The pause after a call that failed, the last of so many in a row.
    #[must_use]
    pub fn after(error: &Error, now: Timestamp, backoff: Backoff, failures: u32) -> Self {
        let (why, wait) = match error {
            Error::KeyNotAccepted => return Self { why: Why::KeyNotAccepted, until: None },
            Error::LimitReached { retry_after } => (Why::Limit, *retry_after),
            Error::NotTrusted => (Why::NotTrusted, backoff.wait(failures)),
            Error::NotReachable | Error::TimedOut { sent: false } | Error::Cut { sent: false } => {
                (Why::NotReachable, backoff.wait(failures))
            }
            Error::TimedOut { .. }
            | Error::Cut { .. }
            | Error::Refused { .. }
            | Error::NotUnderstood(_) => (Why::ServiceFails, backoff.wait(failures)),
            Error::Invalid(_) => (Why::ProgramFails, backoff.wait(failures)),
        };
        Self::lasting(why, now, wait)
    }

    /// A pause of this length.
    #[must_use]
    pub fn lasting(why: Why, now: Timestamp, wait: Duration) -> Self {
        Self { why, until: Some(now.saturating_add(wait).unwrap_or(Timestamp::MAX)) }
    }
}
