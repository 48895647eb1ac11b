//! How many calls are left, for people to see.

use hotprofile::limit::{Allowance, Left, whole_seconds};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// How many calls the limit leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CallsLeft {
    /// Calls that can be made at this moment.
    pub left: u32,
    /// Calls that the limit allows in its period.
    pub allowed: u32,
    /// Seconds until there is one more; none where all are left.
    pub more_in_seconds: Option<u32>,
}

impl Desk {
    /// How many calls are left to the open connection. The pages are told whenever it becomes
    /// fewer, and ask again when there should be more.
    pub async fn calls_left(&self) -> Result<CallsLeft, Trouble> {
        let line = self.line()?;
        Ok(CallsLeft::of(line.client().left().await, self.surroundings.allowance))
    }
}

impl CallsLeft {
    pub(crate) fn of(left: Left, allowance: Allowance) -> Self {
        let count = |calls: usize| u32::try_from(calls).unwrap_or(u32::MAX);
        Self {
            left: count(left.left),
            allowed: count(allowance.calls),
            more_in_seconds: left.more_in.map(whole_seconds),
        }
    }
}

#[cfg(test)]
mod tests;
