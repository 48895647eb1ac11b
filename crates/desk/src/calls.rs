//! How many calls are left, for people to see.

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
        todo!()
    }
}
