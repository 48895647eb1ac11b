//! The clock of the limit: the time since this machine was started, which nobody can set and
//! which two programs agree on.
//!
//! It starts again from nothing when the machine does. A moment that was noted before then seems
//! less long ago than it is, or to lie ahead; it never seems longer ago. So a restart of the
//! machine can only lengthen a wait.
//!
//! Linux and Windows count it themselves. macOS takes the time of its start from the time of day
//! and moves both when the time of day is set; its `CLOCK_MONOTONIC` reads the two as one. Where
//! macOS nudges the time of day to the right one, that clock runs up to a few thousandths faster
//! or slower for as long.

use std::time::Duration;

/// The step in which the coarsest of the systems counts.
pub(super) const STEP: Duration = Duration::from_millis(20);

/// How long this machine has been running, asleep or not, rounded down.
#[cfg(unix)]
pub(super) fn uptime() -> Duration {
    use rustix::time::{ClockId, clock_gettime};

    #[cfg(target_os = "linux")]
    const CLOCK: ClockId = ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    const CLOCK: ClockId = ClockId::Monotonic;

    // No system was ever started after now.
    Duration::try_from(clock_gettime(CLOCK)).unwrap_or_default()
}

/// How long this machine has been running, asleep or not, rounded down.
#[cfg(windows)]
pub(super) fn uptime() -> Duration {
    // It does not fail on Windows.
    uptime_lib::get().unwrap_or_default()
}
