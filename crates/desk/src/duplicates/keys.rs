//! The keys by which known records are found: made whenever something is known anew, in the same
//! transaction, and made again where an earlier version of this program folded otherwise.

use hotprofile::{Entity, Values};
use rusqlite::{Connection, OptionalExtension as _, Result, Row, params};
use sha2::{Digest as _, Sha256};

use super::listed;
use super::one::One;
use crate::database::row;
use crate::known::Sent;

/// The way of folding. To be counted up whenever keys come out otherwise.
const VERSION: u32 = 3;

/// The columns that [`fields`] reads.
pub const COLUMNS: &str = "answered, seen_at, sent, sent_at";

/// A key as it is kept. What hashes alike by chance is told apart as records are compared.
pub fn hashed(key: &str) -> i64 {
    let hash: [u8; 32] = Sha256::digest(key).into();
    let (first, _) = hash.split_first_chunk().unwrap_or((&[0; 8], &[]));
    i64::from_be_bytes(*first)
}

/// What is known of a record, from a row of `known` that begins with [`COLUMNS`].
pub fn fields(entity: Entity, row: &Row) -> Result<Values> {
    let at = |column| match row.get_ref(column)? {
        rusqlite::types::ValueRef::Null => Ok(None),
        _ => row::read(row, column, row::moment).map(Some),
    };
    let sent = match at(3)? {
        Some(at) => Some(Sent { values: row::read(row, 2, row::from_json)?, at }),
        None => None,
    };
    Ok(listed::known(entity, row::read(row, 0, row::from_json)?, at(1)?, sent))
}

/// Makes the keys of a known record, in place of those that it had.
pub fn make(db: &Connection, entity: Entity, id: u32) -> Result<()> {
    let sql = format!("SELECT {COLUMNS} FROM known WHERE entity = ? AND id = ?");
    let known = db
        .prepare_cached(&sql)?
        .query_row(params![entity.key(), id], |row| fields(entity, row))
        .optional()?;
    db.prepare_cached("DELETE FROM known_keys WHERE entity = ? AND id = ?")?
        .execute(params![entity.key(), id])?;
    let Some(known) = known else { return Ok(()) };
    let mut insert =
        db.prepare_cached("INSERT OR IGNORE INTO known_keys (key, entity, id) VALUES (?, ?, ?)")?;
    for key in One::of(entity, &known).keys() {
        insert.execute(params![hashed(&key), entity.key(), id])?;
    }
    db.prepare_cached("UPDATE known SET keyed = ? WHERE entity = ? AND id = ?")?
        .execute(params![VERSION, entity.key(), id])?;
    Ok(())
}

/// Makes the keys of known records that have none of this version, as many at most; says whether
/// all have theirs now.
pub fn make_missing(db: &Connection, most: u32) -> Result<bool> {
    let missing: Vec<(String, u32)> = db
        .prepare_cached("SELECT entity, id FROM known WHERE keyed < ? LIMIT ?")?
        .query_map([VERSION, most], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_>>()?;
    for (entity, id) in &missing {
        if let Some(entity) = Entity::ALL.into_iter().find(|one| one.key() == entity) {
            make(db, entity, *id)?;
        }
    }
    Ok(missing.len() < most as usize)
}

/// Forgets the keys of everything that was known.
pub fn forget_all(db: &Connection) -> Result<()> {
    db.execute_batch("DELETE FROM known_keys;")
}
