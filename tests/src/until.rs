//! Waiting for a condition. Nothing here waits for time alone.

use std::time::{Duration, Instant};

/// How long anything may take before it counts as never happening.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// Asks again and again until there is an answer; `None` when patience ends.
pub fn until<T>(mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if start.elapsed() > PATIENCE {
            return None;
        }
        std::thread::sleep(Duration::from_millis(40));
    }
}
