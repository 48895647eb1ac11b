//! Whether a failed call is made again, and when. One pure function decides.

use std::time::Duration;

use crate::contract::Operation;
use crate::error::Error;
use crate::limit::Urgency;

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
/// A list changes nothing, so it is repeated after every passing fault; but a person who waited a
/// whole call for nothing is told, and asks again or not. A registration or a change is repeated
/// only where the service can not have stored it: the connection never came about, or the service
/// turned it away at its limit. `retry_after` is what the service asked for; where a service in
/// trouble asks for more than a minute nobody is kept waiting. `random`, from 0 to 1, spreads the
/// pauses of several programs.
#[must_use]
pub fn next(
    operation: Operation,
    error: &Error,
    urgency: Urgency,
    retry_after: Option<Duration>,
    attempt: u32,
    random: f64,
) -> Next {
    const LONGEST_PAUSE: Duration = Duration::from_mins(1);
    if attempt >= MOST_ATTEMPTS || !is_worth_repeating(operation, error, urgency) {
        return Next::GiveUp;
    }
    match (error, retry_after) {
        // The gate is closed until then (see `closure`): that is where the call waits.
        (Error::LimitReached { .. }, _) => Next::RetryAfter(Duration::ZERO),
        (_, Some(asked)) if asked > LONGEST_PAUSE => Next::GiveUp,
        (_, Some(_)) => Next::RetryAfter(Duration::ZERO),
        (_, None) => Next::RetryAfter(backoff(attempt, random)),
    }
}

/// For how long the gate closes after an attempt, counted from 1, that failed; `None` where it
/// stays open.
///
/// A service that is at its limit, or in trouble (5xx), says when it wants to be asked again. Then
/// comes the pause of a repeated call: a service that says "at once" is not hammered, and the
/// machines that share a key do not all return in the same instant.
#[must_use]
pub fn closure(
    error: &Error,
    retry_after: Option<Duration>,
    attempt: u32,
    random: f64,
) -> Option<Duration> {
    let asked = match error {
        Error::LimitReached { retry_after } => *retry_after,
        Error::Refused { status: 500.., .. } => retry_after?,
        _ => return None,
    };
    Some(asked.saturating_add(backoff(attempt, random)))
}

fn is_worth_repeating(operation: Operation, error: &Error, urgency: Urgency) -> bool {
    match error {
        Error::TimedOut { sent: false }
        | Error::Cut { sent: false }
        | Error::LimitReached { .. } => true,
        Error::TimedOut { sent: true } => {
            operation == Operation::List && urgency == Urgency::Background
        }
        Error::Cut { sent: true } | Error::Refused { status: 500 | 502 | 503 | 504, .. } => {
            operation == Operation::List
        }
        // A person who is told at once that there is no network is better served than one who waits.
        Error::NotReachable
        | Error::ProxyRefused
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
