//! Checking what was typed, and registering it.

use hotprofile::{Entity, Operation, Problem, Values};
use serde::Serialize;
use specta::Type;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// What the checks say of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Checked {
    /// The values as they would be sent: digits narrowed, spaces around removed, empty ones left out.
    pub values: Values,
    /// What keeps them from being sent.
    pub problems: Vec<Problem>,
}

impl Desk {
    /// Checks a form; nothing is sent.
    #[must_use]
    pub fn check(&self, _entity: Entity, _operation: Operation, _values: &Values) -> Checked {
        todo!()
    }

    /// Registers a record in the open connection and gives the service's id.
    pub async fn register(&self, _entity: Entity, _values: &Values) -> Result<u32, Trouble> {
        todo!()
    }
}
