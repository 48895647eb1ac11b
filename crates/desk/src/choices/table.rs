//! The table of choices: reading and writing rows, and learning from answers.

use std::collections::{BTreeMap, BTreeSet};

use hotprofile::contract::{Answer, Choice, Kind, Matching, names};
use hotprofile::{Entity, ListedRecord, Values};
use rusqlite::{Connection, OptionalExtension as _, Result, Row, params};

use super::NamedChoice;
use crate::outbox::likeness::fold;

/// What stands between the members of a list that was answered.
const BETWEEN: char = '、';

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

/// Learns the names that these records show beside ids, over none that was entered. Ids and names
/// of a list are taken to stand in one order; where the records contradict that, their names are
/// left alone.
pub fn learn(db: &Connection, entity: Entity, records: &[ListedRecord]) -> Result<()> {
    let mut told = BTreeMap::new();
    let mut contradicted = BTreeSet::new();
    for named in names(entity).filter(|named| named.of.is_named()) {
        for ListedRecord { fields, .. } in records {
            let (Some(ids), Some(names)) = (fields.get(named.id), fields.get(named.name)) else {
                continue;
            };
            let is_list = is_list(entity, named.id);
            for (id, name) in pairs(ids, names, is_list) {
                let before = told.insert((named.of, id), name);
                if is_list && before.is_some_and(|before| before != name) {
                    contradicted.insert((named.of, id));
                }
            }
        }
    }
    told.retain(|choice, _| !contradicted.contains(choice));
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

/// The ids that a text holds, each with its name. In place of an id there is a name here and there:
/// that is none.
fn pairs<'a>(ids: &'a str, names: &'a str, is_list: bool) -> Vec<(u32, &'a str)> {
    let parts = |text: &'a str| {
        if is_list { text.split(BETWEEN).map(str::trim).collect() } else { vec![text.trim()] }
    };
    let (ids, names): (Vec<_>, Vec<_>) = (parts(ids), parts(names));
    // A name with such a sign in it makes more names than ids: which is whose is not told.
    if ids.len() != names.len() {
        return Vec::new();
    }
    let ids = ids.into_iter().map(|id| id.parse().unwrap_or_default());
    ids.zip(names).filter(|&(id, _)| id > 0).collect()
}

fn is_list(entity: Entity, key: &str) -> bool {
    let field = entity.record().field(key);
    field.is_some_and(|field| field.answer == Some(Answer::Integers))
}

/// The service took these ids: they can be chosen again, whether or not anybody knows their names.
pub fn used(db: &Connection, entity: Entity, values: &Values) -> Result<()> {
    for (key, text) in values {
        if let Some(field) = entity.record().field(key) {
            keep(db, field.kind, [text.as_str()])?;
        }
    }
    Ok(())
}

/// The service searched for these ids, and so knows them as well.
pub fn searched(db: &Connection, entity: Entity, search: &Values) -> Result<()> {
    for (field, parameter) in entity.record().searches() {
        if let (Some(ids), Matching::Exact | Matching::AnyOf) =
            (search.get(parameter.parameter), parameter.matching)
        {
            keep(db, field.kind, ids.split(','))?;
        }
    }
    Ok(())
}

fn keep<'a>(db: &Connection, kind: Kind, ids: impl IntoIterator<Item = &'a str>) -> Result<()> {
    let Kind::Id { of } = kind else { return Ok(()) };
    let mut keep = db.prepare_cached(
        r#"INSERT OR IGNORE INTO choices ("of", id, name, entered) VALUES (?, ?, '', 0)"#,
    )?;
    for id in ids.into_iter().filter(|_| of.is_named()) {
        if let Ok(id) = id.parse::<u32>() {
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
