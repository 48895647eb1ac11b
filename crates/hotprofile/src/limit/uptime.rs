//! The clock of the limit: the time since this machine was started, which nobody can set and
//! which two programs agree on.
//!
//! It starts again from nothing when the machine does. A moment that was noted before then seems
//! less long ago than it is, or to lie ahead; it never seems longer ago. So a restart of the
//! machine can only lengthen a wait.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// The step in which the coarsest of the systems counts.
pub(super) const STEP: Duration = Duration::from_millis(20);

/// How long this machine has been running, rounded down.
///
/// Where the system does not tell, how long this program has been running: the same holds of it,
/// with the program's start for the machine's.
pub(super) fn uptime() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    system_uptime().unwrap_or_else(|| START.elapsed())
}

#[cfg(target_os = "linux")]
fn system_uptime() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/uptime").ok()?;
    Duration::try_from_secs_f64(text.split_whitespace().next()?.parse().ok()?).ok()
}

#[cfg(not(target_os = "linux"))]
fn system_uptime() -> Option<Duration> {
    uptime_lib::get().ok()
}
