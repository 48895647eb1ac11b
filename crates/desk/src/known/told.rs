//! What is known of one record, whoever told it.

use hotprofile::{Entity, Values};
use rusqlite::{Connection, OptionalExtension as _, Result, params};

use crate::database::row;

/// What answers told of a record, and what this machine sent.
pub struct Told {
    entity: Entity,
    answered: Values,
    sent: Values,
    /// Whether something was sent after the latest answer.
    is_sent_later: bool,
}

/// That of this record, where anything is known.
pub fn told(db: &Connection, entity: Entity, id: u32) -> Result<Option<Told>> {
    db.prepare_cached(
        "SELECT answered, sent, sent_at IS NOT NULL AND sent_at > ifnull(seen_at, 0)
         FROM known WHERE entity = ? AND id = ?",
    )?
    .query_row(params![entity.key(), id], |found| {
        Ok(Told {
            entity,
            answered: row::read(found, 0, row::from_json)?,
            sent: row::read(found, 1, row::from_json)?,
            is_sent_later: found.get(2)?,
        })
    })
    .optional()
}

impl Told {
    /// The latest of each field. What is answered is answered whole: where an answer has nothing in
    /// a field that answers show, nothing is there, whatever was sent before.
    pub fn latest(self) -> Values {
        let Self { entity, answered, sent, is_sent_later } = self;
        let mut fields = answered;
        for (key, text) in sent {
            let is_shown = entity.record().field(&key).is_some_and(|field| field.answer.is_some());
            if is_sent_later || !is_shown {
                fields.insert(key, text);
            }
        }
        fields.retain(|_, text| !text.trim().is_empty());
        fields
    }

    /// What was sent and what was answered, the latest last.
    pub fn each(self) -> [Values; 2] {
        let Self { answered, sent, is_sent_later, .. } = self;
        if is_sent_later { [answered, sent] } else { [sent, answered] }
    }
}
