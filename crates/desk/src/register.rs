//! Checking what was typed, and registering it.

use hotprofile::{Create, Entity, Operation, Problem, Values, check};
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

    /// Registers a record in the open connection and gives the service's id.
    pub async fn register(&self, entity: Entity, values: &Values) -> Result<u32, Trouble> {
        let create =
            Create::new(entity, values).map_err(|problems| Trouble::Invalid { problems })?;
        self.line()?.create(&create).await.map_err(Trouble::of_storing)
    }
}
