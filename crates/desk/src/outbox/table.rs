//! The outbox's tables: reading and writing rows, nothing decided.

use hotprofile::{Entity, Operation};
use jiff::Timestamp;
use rusqlite::types::{FromSqlError, FromSqlResult, ValueRef};
use rusqlite::{Connection, OptionalExtension as _, Row, named_params, params};

use super::record::{Counts, Form, Record, RecordId};
use super::state::State;
use crate::database::row::{from_json, json, moment, read, read_optional};
use crate::duplicates;

/// The columns that [`record`] reads.
const COLUMNS: &str =
    r#"id, entity, operation, "values", client_name, needs, change, state, saved_at"#;

/// Adds a draft.
pub fn insert(db: &Connection, form: &Form, now: Timestamp) -> rusqlite::Result<RecordId> {
    db.prepare_cached(
        r#"INSERT INTO records (entity, operation, "values", client_name, needs, change, state, saved_at)
           VALUES (:entity, :operation, :values, :client_name, :needs, :change, :state, :saved_at)"#,
    )?
    .execute(named_params! {
        ":entity": form.entity.key(),
        ":operation": if form.change.is_some() { "update" } else { "create" },
        ":values": json(&form.values)?,
        ":client_name": form.client_name,
        ":needs": form.needs,
        ":change": form.change.as_ref().map(json).transpose()?,
        ":state": json(&State::Draft { aside: false })?,
        ":saved_at": now.as_millisecond(),
    })?;
    RecordId::try_from(db.last_insert_rowid())
        .map_err(|_| rusqlite::Error::IntegralValueOutOfRange(0, db.last_insert_rowid()))
}

/// Writes a form over the one that is kept.
pub fn write_form(
    db: &Connection,
    id: RecordId,
    form: &Form,
    now: Timestamp,
) -> rusqlite::Result<()> {
    db.prepare_cached(
        r#"UPDATE records SET entity = :entity, "values" = :values, client_name = :client_name,
           needs = :needs, change = :change, saved_at = :saved_at WHERE id = :id"#,
    )?
    .execute(named_params! {
        ":id": id,
        ":entity": form.entity.key(),
        ":values": json(&form.values)?,
        ":client_name": form.client_name,
        ":needs": form.needs,
        ":change": form.change.as_ref().map(json).transpose()?,
        ":saved_at": now.as_millisecond(),
    })?;
    Ok(())
}

/// Writes over what a record sends and what that was made for; its state and its place in the
/// order stay.
pub fn write_content(db: &Connection, record: &Record) -> rusqlite::Result<()> {
    db.prepare_cached(
        r#"UPDATE records SET "values" = ?, client_name = ?, change = ? WHERE id = ?"#,
    )?
    .execute(params![
        json(&record.values)?,
        record.client_name,
        record.change.as_ref().map(json).transpose()?,
        record.id
    ])?;
    Ok(())
}

/// Writes a state over the one that is kept.
pub fn write_state(db: &Connection, id: RecordId, state: &State) -> rusqlite::Result<()> {
    db.prepare_cached("UPDATE records SET state = ? WHERE id = ?")?
        .execute(params![json(state)?, id])?;
    Ok(())
}

/// Removes a record.
pub fn delete(db: &Connection, id: RecordId) -> rusqlite::Result<()> {
    db.prepare_cached("DELETE FROM records WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// Removes everything that is of records: what is known of them too.
pub fn clear(db: &Connection) -> rusqlite::Result<()> {
    duplicates::forget_all(db)?;
    db.execute_batch(
        "DELETE FROM records; DELETE FROM highest; DELETE FROM taken; DELETE FROM known;
         DELETE FROM known_companies; DELETE FROM known_domains;",
    )
}

/// A record.
pub fn get(db: &Connection, id: RecordId) -> rusqlite::Result<Option<Record>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM records WHERE id = ?"))?
        .query_row([id], record)
        .optional()
}

/// The record of this kind that was saved last to be registered; no draft.
pub fn last_saved(db: &Connection, entity: Entity) -> rusqlite::Result<Option<Record>> {
    db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM records WHERE entity = ? AND operation = 'create'
         AND kind <> 'draft' ORDER BY saved_at DESC, id DESC LIMIT 1"
    ))?
    .query_row([entity.key()], record)
    .optional()
}

/// The records that meet this condition, sorted as it says.
pub fn select(
    db: &Connection,
    condition: &str,
    values: impl rusqlite::Params,
) -> rusqlite::Result<Vec<Record>> {
    db.prepare_cached(&format!("SELECT {COLUMNS} FROM records WHERE {condition}"))?
        .query_map(values, record)?
        .collect()
}

/// How many records stand where.
pub fn counts(db: &Connection) -> rusqlite::Result<Counts> {
    let mut counts = Counts::default();
    let mut statement =
        db.prepare_cached("SELECT kind, count(*) FROM records WHERE kind <> 'done' GROUP BY kind")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let place = match row.get_ref(0)?.as_str()? {
            "draft" => &mut counts.drafts,
            "ready" => &mut counts.waiting,
            "sending" | "changed" => &mut counts.sending,
            "uncertain" => &mut counts.uncertain,
            "undecided" => &mut counts.undecided,
            "conflict" => &mut counts.conflict,
            "altered" => &mut counts.altered,
            "refused" => &mut counts.refused,
            _ => continue,
        };
        *place += row.get::<_, u32>(1)?;
    }
    Ok(counts)
}

/// The highest id that was seen at the service.
pub fn highest(db: &Connection, entity: Entity) -> rusqlite::Result<Option<u32>> {
    db.prepare_cached("SELECT id FROM highest WHERE entity = ?")?
        .query_row([entity.key()], |row| row.get(0))
        .optional()
}

/// An id was seen at the service; 0 where it holds no such record yet.
pub fn saw(db: &Connection, entity: Entity, id: u32) -> rusqlite::Result<()> {
    db.prepare_cached(
        "INSERT INTO highest (entity, id) VALUES (?, ?)
         ON CONFLICT (entity) DO UPDATE SET id = max(id, excluded.id)",
    )?
    .execute(params![entity.key(), id])?;
    Ok(())
}

/// An id of the service belongs to a record of this machine.
pub fn take(db: &Connection, entity: Entity, id: u32) -> rusqlite::Result<()> {
    db.prepare_cached("INSERT OR IGNORE INTO taken (entity, id) VALUES (?, ?)")?
        .execute(params![entity.key(), id])?;
    Ok(())
}

/// Whether an id of the service belongs to a record of this machine.
pub fn is_taken(db: &Connection, entity: Entity, id: u32) -> rusqlite::Result<bool> {
    db.prepare_cached("SELECT 1 FROM taken WHERE entity = ? AND id = ?")?
        .exists(params![entity.key(), id])
}

/// Whether it is not known of another registration of this kind if the service holds it.
pub fn another_in_doubt(db: &Connection, record: &Record) -> rusqlite::Result<bool> {
    db.prepare_cached(
        "SELECT 1 FROM records WHERE kind <> 'done' AND entity = ? AND id <> ?
         AND operation = 'create'
         AND kind IN ('uncertain', 'undecided')",
    )?
    .exists(params![record.entity.key(), record.id])
}

fn record(row: &Row) -> rusqlite::Result<Record> {
    Ok(Record {
        id: row.get(0)?,
        entity: read(row, 1, entity)?,
        operation: read(row, 2, word)?,
        values: read(row, 3, from_json)?,
        client_name: row.get(4)?,
        needs: row.get(5)?,
        change: read_optional(row, 6)?,
        state: read(row, 7, from_json)?,
        saved_at: read(row, 8, moment)?,
    })
}

fn entity(value: ValueRef) -> FromSqlResult<Entity> {
    let key = value.as_str()?;
    Entity::ALL.into_iter().find(|entity| entity.key() == key).ok_or(FromSqlError::InvalidType)
}

fn word(value: ValueRef) -> FromSqlResult<Operation> {
    match value.as_str()? {
        "create" => Ok(Operation::Create),
        "update" => Ok(Operation::Update),
        _ => Err(FromSqlError::InvalidType),
    }
}
