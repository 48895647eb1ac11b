//! The table of what is known: reading and writing rows, nothing decided.

use std::collections::BTreeMap;

use hotprofile::{Entity, Values};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Result, Row, named_params, params};

use super::Sent;
use crate::database::row;
use crate::outbox::likeness::fold;

/// What an answer told of a record, unless a later one did. Memos, and what no table publishes,
/// are left out: nobody looks for a record by them, and they would be most of the file.
pub fn write_answered(
    db: &Connection,
    entity: Entity,
    id: u32,
    fields: &Values,
    at: Timestamp,
) -> Result<()> {
    let is_useful =
        |key: &str| entity.record().field(key).is_some_and(|field| !field.kind.is_long());
    let useful: BTreeMap<_, _> = fields.iter().filter(|(key, _)| is_useful(key)).collect();
    db.prepare_cached(
        "INSERT INTO known (entity, id, name, answered, seen_at)
         VALUES (:entity, :id, :name, :answered, :at)
         ON CONFLICT (entity, id) DO UPDATE
         SET name = excluded.name, answered = excluded.answered, seen_at = excluded.seen_at
         WHERE seen_at IS NULL OR seen_at <= excluded.seen_at",
    )?
    .execute(named_params! {
        ":entity": entity.key(),
        ":id": id,
        ":name": fold(fields.get("name").map_or("", String::as_str)),
        ":answered": row::json(&useful)?,
        ":at": at.as_millisecond(),
    })?;
    Ok(())
}

/// What this machine sent of a record, in place of what stood there.
pub fn write_sent(db: &Connection, entity: Entity, id: u32, sent: &Sent) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO known (entity, id, sent, sent_at) VALUES (:entity, :id, :sent, :at)
         ON CONFLICT (entity, id) DO UPDATE SET sent = excluded.sent, sent_at = excluded.sent_at",
    )?
    .execute(named_params! {
        ":entity": entity.key(),
        ":id": id,
        ":sent": row::json(&sent.values)?,
        ":at": sent.at.as_millisecond(),
    })?;
    Ok(())
}

/// What this machine sent of a record, where it did.
pub fn sent_of(db: &Connection, entity: Entity, id: u32) -> Result<Option<Sent>> {
    db.prepare_cached(
        "SELECT sent, sent_at FROM known WHERE entity = ? AND id = ? AND sent_at IS NOT NULL",
    )?
    .query_row(params![entity.key(), id], |row| {
        Ok(Sent { values: row::read(row, 0, row::from_json)?, at: row::read(row, 1, row::moment)? })
    })
    .optional()
}

/// The name of a company, folded as it is compared; none where no answer told of it.
pub fn client_name(db: &Connection, id: &str) -> Result<Option<String>> {
    db.prepare_cached("SELECT name FROM known WHERE entity = ? AND id = ? AND seen_at NOT NULL")?
        .query_row([Entity::Clients.key(), id], |row| row.get(0))
        .optional()
}

/// The companies of just this name that answers told of, by id.
pub fn clients_named(db: &Connection, name: &str) -> Result<Vec<(u32, Values)>> {
    db.prepare_cached(
        "SELECT id, answered FROM known WHERE entity = ? AND name = ? AND name <> '' ORDER BY id",
    )?
    .query_map([Entity::Clients.key(), &fold(name)], client)?
    .collect()
}

fn client(row: &Row) -> Result<(u32, Values)> {
    Ok((row.get(0)?, row::read(row, 1, row::from_json)?))
}
