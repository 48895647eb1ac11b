//! What this machine knows of the service's records: what answers told, and what this machine
//! itself sent. Names of choices are learned on the way. Every answer to a list call comes past
//! here; nothing here makes a call of its own.

pub mod companies;
mod findable;
mod remember;
mod sent;
mod table;
mod told;

use std::time::Duration;

use hotprofile::{Entity, ListedRecord};
use jiff::Timestamp;
use rusqlite::{Connection, Result};

pub use self::findable::make_findable;
pub use self::remember::{Answered, Remembering};
pub use self::sent::Sent;
pub use self::table::{clients_named, sent_of};
use crate::outbox::record::Record;
use crate::{choices, duplicates};

/// How long an answer is good for; as long as on the pages.
pub const GOOD_FOR: Duration = Duration::from_mins(1);

/// The service answered with these records.
pub fn answered(
    db: &Connection,
    entity: Entity,
    records: &[ListedRecord],
    at: Timestamp,
) -> Result<()> {
    for record in records {
        if let Some(id) = record.id {
            table::write_answered(db, entity, id, &record.fields, at)?;
            companies::learn(db, entity, id)?;
            duplicates::make(db, entity, id)?;
        }
    }
    choices::learn(db, entity, records)
}

/// What was sent of a record of the outbox is at the service, under this id.
pub fn sent(db: &Connection, record: &Record, id: u32, at: Timestamp) -> Result<()> {
    let mut values = match (table::sent_of(db, record.entity, id)?, &record.change) {
        // Between its opening and the call nobody changed it: the outbox made sure of that.
        (Some(before), Some(change)) => before.known_still(record.entity, &change.listed),
        _ => hotprofile::Values::new(),
    };
    values.extend(record.values.clone());
    if let (true, Some(name)) = (record.values.contains_key("client_id"), &record.client_name) {
        values.insert("client_name".to_owned(), name.clone());
    }
    table::write_sent(db, record.entity, id, &Sent { values, at })?;
    companies::learn(db, record.entity, id)?;
    duplicates::make(db, record.entity, id)?;
    choices::used(db, record.entity, &record.values)
}

#[cfg(test)]
mod tests;
