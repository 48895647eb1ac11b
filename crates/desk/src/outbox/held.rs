//! Records that wait a moment before they are sent, so that a person can have back what was tidied,
//! or looks like a slip, as they saved. In memory alone: the next start holds nothing up.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use super::record::RecordId;

/// Until when each is held, by a clock that nobody sets.
#[derive(Clone, Debug, Default)]
pub struct Held(HashMap<RecordId, Instant>);

impl Held {
    /// Holds a record for so long.
    pub fn hold(&mut self, id: RecordId, length: Duration) {
        self.0.insert(id, Instant::now() + length);
    }

    /// Those that are still held.
    pub fn still(&mut self) -> Self {
        let now = Instant::now();
        self.0.retain(|_, until| *until > now);
        self.clone()
    }

    /// Whether a record is held.
    pub fn holds(&self, id: RecordId) -> bool {
        self.0.contains_key(&id)
    }

    /// How many are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// How long until the first is let go.
    pub fn first_free_in(&self) -> Option<Duration> {
        self.0.values().min().map(|until| until.saturating_duration_since(Instant::now()))
    }
}
