//! Whether a failed call is made again, and when. One pure function decides.

use std::time::Duration;

use crate::contract::Operation;
use crate::error::Error;

/// Calls made in all before it is given up.
pub const MOST_ATTEMPTS: u32 = 3;

/// What follows a failed call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is made again after this pause, through the gate as ever.
    RetryAfter(Duration),
    /// Its error stands.
    GiveUp,
}

/// Decides what follows an attempt, counted from 1, that failed.
///
/// A list changes nothing, so it is repeated after every passing fault. A registration or a change
/// is repeated only where the service can not have stored it: the connection never came about, or
/// the service turned it away at its limit. `retry_after` is what the service asked for; where it
/// asks for more than a minute nobody is kept waiting. `random`, from 0 to 1, spreads
/// the pauses of several programs.
#[must_use]
pub fn next(
    operation: Operation,
    error: &Error,
    retry_after: Option<Duration>,
    attempt: u32,
    random: f64,
) -> Next {
    const LONGEST_PAUSE: Duration = Duration::from_mins(1);
    if attempt >= MOST_ATTEMPTS || !is_safe_to_repeat(operation, error) {
        return Next::GiveUp;
    }
    // The gate is closed for as long as the service asked for: that is where the call waits.
    if let Error::LimitReached { .. } = error {
        return Next::RetryAfter(Duration::ZERO);
    }
    match retry_after {
        Some(asked) if asked > LONGEST_PAUSE => Next::GiveUp,
        asked => Next::RetryAfter(backoff(attempt, random).max(asked.unwrap_or_default())),
    }
}

fn is_safe_to_repeat(operation: Operation, error: &Error) -> bool {
    match error {
        Error::TimedOut { sent: false }
        | Error::Cut { sent: false }
        | Error::LimitReached { .. } => true,
        Error::TimedOut { .. }
        | Error::Cut { .. }
        | Error::Refused { status: 500 | 502 | 503 | 504, .. } => operation == Operation::List,
        // A person who is told at once that there is no network is better served than one who waits.
        Error::NotReachable
        | Error::NotTrusted
        | Error::KeyNotAccepted
        | Error::Refused { .. }
        | Error::NotUnderstood(_)
        | Error::Invalid(_) => false,
    }
}

/// Half a second, then twice as long each time; between half of that and all of it.
fn backoff(attempt: u32, random: f64) -> Duration {
    let longest = Duration::from_millis(500).saturating_mul(1 << attempt.saturating_sub(1).min(4));
    longest.mul_f64(0.5 + random.clamp(0.0, 1.0) / 2.0)
}

#[cfg(test)]
mod tests;
