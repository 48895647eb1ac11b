//! Checking what was typed.

use hotprofile::{Entity, Operation, Problem, Values, check};

use crate::desk::Desk;

/// What the checks say of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The values as they would be sent: digits narrowed, spaces around removed, empty ones left out.
    pub values: Values,
    /// What keeps them from being sent.
    pub problems: Vec<Problem>,
}

impl Desk {
    /// Checks a form or, for a list, its search parameters; nothing is sent.
    #[must_use]
    pub fn check(&self, entity: Entity, operation: Operation, values: &Values) -> Checked {
        let record = entity.record();
        let (values, problems) = match operation {
            Operation::Create | Operation::Update => check::check_write(record, operation, values),
            Operation::List => check::check_search(record, values),
        };
        Checked { values, problems }
    }
}
