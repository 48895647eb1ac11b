//! Records that wait a moment before they are sent, so that a person can have back what was tidied
//! as they saved. In memory alone: the next start holds nothing up.

use std::collections::HashMap;

use jiff::Timestamp;

use super::record::RecordId;

/// Until when each is held.
#[derive(Clone, Debug, Default)]
pub struct Held(HashMap<RecordId, Timestamp>);

impl Held {
    /// Holds a record until this moment.
    pub fn hold(&mut self, id: RecordId, until: Timestamp) {
        self.0.insert(id, until);
    }

    /// Those that are still held at this moment.
    pub fn at(&mut self, now: Timestamp) -> Self {
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

    /// When the first is let go.
    pub fn until(&self) -> Option<Timestamp> {
        self.0.values().min().copied()
    }
}
