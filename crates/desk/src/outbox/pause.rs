//! Why and until when nothing is sent at all: the network, the limit, the key.

use std::time::{Duration, Instant};

use hotprofile::Error;
use jiff::Timestamp;

use super::record::Why;

/// Nothing is sent for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Why.
    pub why: Why,
    /// Until when, for those who wait; none where only a person can end it.
    pub until: Option<Timestamp>,
    /// The same by a clock that nobody sets.
    ends: Option<Instant>,
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
            Error::KeyNotAccepted => {
                return Self { why: Why::KeyNotAccepted, until: None, ends: None };
            }
            Error::LimitReached { retry_after } => (Why::Limit, *retry_after),
            Error::NotTrusted => (Why::NotTrusted, backoff.wait(failures)),
            Error::NotReachable
            | Error::ProxyRefused
            | Error::TimedOut { sent: false }
            | Error::Cut { sent: false } => (Why::NotReachable, backoff.wait(failures)),
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
        let until = Some(now.saturating_add(wait).unwrap_or(Timestamp::MAX));
        Self { why, until, ends: Instant::now().checked_add(wait) }
    }

    /// Whether it is over. Where the clock was set back, the time that passed counts; where the
    /// machine slept, the clock.
    #[must_use]
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.until.is_some_and(|until| until <= now)
            || self.ends.is_some_and(|ends| ends <= Instant::now())
    }

    /// How long it lasts from now on; none where only a person can end it.
    #[must_use]
    pub fn left(&self) -> Option<Duration> {
        self.ends.map(|ends| ends.saturating_duration_since(Instant::now()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: Duration = Duration::from_hours(1);

    #[test]
    fn a_clock_that_is_set_makes_no_pause_longer() {
        let now = Timestamp::now();
        let over = Pause::lasting(Why::Limit, now, Duration::ZERO);
        assert!(over.is_over(now - HOUR), "set back");
        let lasting = Pause::lasting(Why::Limit, now, HOUR);
        assert!(!lasting.is_over(now) && lasting.left().is_some_and(|left| left <= HOUR));
        assert!(lasting.is_over(now + HOUR), "it slept");
    }

    #[test]
    fn what_a_person_has_to_end_never_ends_by_itself() {
        let backoff = Backoff { first: HOUR, longest: HOUR };
        let pause = Pause::after(&Error::KeyNotAccepted, Timestamp::now(), backoff, 1);
        assert!(!pause.is_over(Timestamp::MAX) && pause.left().is_none());
    }
}
