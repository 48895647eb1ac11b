//! The table of choices: reading and writing rows, and learning from answers.

use std::collections::BTreeMap;

use hotprofile::contract::{Choice, Kind, names};
use hotprofile::{Entity, ListedRecord, Values};
use rusqlite::{Connection, OptionalExtension as _, Result, Row, params};

use super::NamedChoice;
use crate::outbox::likeness::fold;

/// All of them.
pub fn all(db: &Connection) -> Result<Vec<NamedChoice>> {
    let mut choices: Vec<_> = db
        .prepare_cached(
            r#"SELECT "of", id, name, entered FROM choices ORDER BY name = '', name, id"#,
        )?
        .query_map([], choice)?
        .collect::<Result<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect();
    choices.sort_by_key(|choice| choice.of);
    Ok(choices)
}

/// The name of a choice, empty where the id was used; none where nothing is known of it.
pub fn name(db: &Connection, of: Choice, id: u32) -> Result<Option<String>> {
    db.prepare_cached(r#"SELECT name FROM choices WHERE "of" = ? AND id = ?"#)?
        .query_row(params![of.key(), id], |row| row.get(0))
        .optional()
}

/// The ids of the choices of this name; widths, spaces and dashes make no difference.
pub fn named(db: &Connection, of: Choice, name: &str) -> Result<Vec<u32>> {
    let wanted = fold(name);
    let choices: Vec<(u32, String)> = db
        .prepare_cached(r#"SELECT id, name FROM choices WHERE "of" = ?"#)?
        .query_map([of.key()], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_>>()?;
    Ok(choices.into_iter().filter(|(_, name)| fold(name) == wanted).map(|(id, _)| id).collect())
}

/// A person or a file gives a name.
pub fn enter(db: &Connection, of: Choice, id: u32, name: &str) -> Result<()> {
    db.prepare_cached(
        r#"INSERT INTO choices ("of", id, name, entered) VALUES (?, ?, ?, 1)
           ON CONFLICT ("of", id) DO UPDATE SET name = excluded.name, entered = 1"#,
    )?
    .execute(params![of.key(), id, name])?;
    Ok(())
}

/// Forgets a choice.
pub fn forget(db: &Connection, of: Choice, id: u32) -> Result<()> {
    db.prepare_cached(r#"DELETE FROM choices WHERE "of" = ? AND id = ?"#)?
        .execute(params![of.key(), id])?;
    Ok(())
}

/// Learns the names that these records show beside ids, over none that was entered.
pub fn learn(db: &Connection, entity: Entity, records: &[ListedRecord]) -> Result<()> {
    let mut told = BTreeMap::new();
    for named in names(entity).filter(|named| named.of.is_named()) {
        for ListedRecord { fields, .. } in records {
            // In place of an id there is a name here and there: that is none.
            if let (Some(id), Some(name)) = (fields.get(named.id), fields.get(named.name))
                && let Ok(id) = id.parse::<u32>()
                && id > 0
            {
                told.insert((named.of, id), name.trim());
            }
        }
    }
    let mut learn = db.prepare_cached(
        r#"INSERT INTO choices ("of", id, name, entered) VALUES (?, ?, ?, 0)
           ON CONFLICT ("of", id) DO UPDATE SET name = excluded.name
           WHERE entered = 0 AND name <> excluded.name"#,
    )?;
    for ((of, id), name) in told {
        learn.execute(params![of.key(), id, name])?;
    }
    Ok(())
}

/// The service took these ids: they can be chosen again, whether or not anybody knows their names.
pub fn used(db: &Connection, entity: Entity, values: &Values) -> Result<()> {
    let mut keep = db.prepare_cached(
        r#"INSERT OR IGNORE INTO choices ("of", id, name, entered) VALUES (?, ?, '', 0)"#,
    )?;
    for (key, text) in values {
        if let Some(Kind::Id { of }) = entity.record().field(key).map(|field| field.kind)
            && of.is_named()
            && let Ok(id) = text.parse::<u32>()
        {
            keep.execute(params![of.key(), id])?;
        }
    }
    Ok(())
}

/// A row; none where it is of a choice that this version does not know.
fn choice(row: &Row) -> Result<Option<NamedChoice>> {
    let of: String = row.get(0)?;
    let Some(of) = Choice::NAMED.into_iter().find(|choice| choice.key() == of) else {
        return Ok(None);
    };
    Ok(Some(NamedChoice { of, id: row.get(1)?, name: row.get(2)?, entered: row.get(3)? }))
}
