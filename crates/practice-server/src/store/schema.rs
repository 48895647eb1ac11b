//! The tables. Their columns are made from the contract.

use std::collections::BTreeMap;

use hotprofile::Entity;
use hotprofile::contract::{Answer, Choice, Field, Kind};
use rusqlite::{Connection, OptionalExtension, params};

use super::view;
use crate::choices;
use crate::server::PracticeError;

/// Marks a file as one of the practice server's: `MDpr` in ASCII.
const APPLICATION_ID: i32 = i32::from_be_bytes(*b"MDpr");

/// Makes the tables where there are none, and for this connection alone the choices and the views.
/// A file that is another's, or another version's, is left as it is.
pub fn prepare(connection: &Connection) -> Result<(), PracticeError> {
    let found = tables_found(connection)?;
    let is_marked = application_id(connection)? == APPLICATION_ID;
    if !is_marked && !may_be_marked(connection, &found)? {
        return Err(PracticeError::Stranger);
    }
    if found.iter().any(|(entity, sql)| *sql != table(*entity)) {
        return Err(PracticeError::OtherVersion);
    }
    if !is_marked {
        connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    }
    for entity in Entity::ALL.into_iter().filter(|entity| !found.contains_key(entity)) {
        connection.execute_batch(&table(entity))?;
    }
    connection.execute_batch(
        "CREATE INDEX IF NOT EXISTS cards_of_client ON business_cards (client_id)",
    )?;
    fill_choices(connection)?;
    for entity in Entity::ALL {
        connection.execute_batch(&view::view(entity))?;
    }
    Ok(())
}

/// The tables of records that are there already, as they were made.
fn tables_found(connection: &Connection) -> Result<BTreeMap<Entity, String>, rusqlite::Error> {
    let mut found = BTreeMap::new();
    for entity in Entity::ALL {
        let sql: Option<String> = connection
            .query_row("SELECT sql FROM sqlite_schema WHERE name = ?", [entity.key()], |row| {
                row.get(0)
            })
            .optional()?;
        found.extend(sql.map(|sql| (entity, sql)));
    }
    Ok(found)
}

fn application_id(connection: &Connection) -> Result<i32, rusqlite::Error> {
    connection.pragma_query_value(None, "application_id", |row| row.get(0))
}

/// Whether a file without the practice server's mark is nobody else's: it is new, or has its tables
/// from a version that set no mark.
fn may_be_marked(
    connection: &Connection,
    found: &BTreeMap<Entity, String>,
) -> Result<bool, rusqlite::Error> {
    let nothing = "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema)";
    let is_empty = connection.query_row(nothing, [], |row| row.get::<_, bool>(0))?;
    Ok(application_id(connection)? == 0 && (is_empty || !found.is_empty()))
}

/// The fields of which a record keeps its own value.
pub fn kept(entity: Entity) -> impl Iterator<Item = &'static Field> {
    let fields = entity.record().fields.iter();
    fields.filter(move |field| view::made(entity, field.key).is_none())
}

/// The name of a choice, as it stands in the table of choices.
pub fn of(choice: Choice) -> String {
    // A unit variant is always a text.
    serde_json::to_value(choice)
        .ok()
        .and_then(|name| name.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn table(entity: Entity) -> String {
    let columns: Vec<_> = kept(entity).map(column).collect();
    let merged = if entity == Entity::Clients { ", merged_into INTEGER" } else { "" };
    format!("CREATE TABLE {} ({}{merged})", entity.key(), columns.join(", "))
}

fn column(field: &Field) -> String {
    let kind = match field.kind {
        Kind::Id { of: Choice::BusinessCard | Choice::Client | Choice::Lead }
            if field.key == "id" =>
        {
            "INTEGER PRIMARY KEY AUTOINCREMENT"
        }
        // A list is kept as JSON.
        _ if field.answer == Some(Answer::Integers) => "TEXT",
        Kind::Id { .. } | Kind::OneOf { .. } | Kind::Flag => "INTEGER",
        _ => "TEXT",
    };
    format!("{} {kind}", field.key)
}

fn fill_choices(connection: &Connection) -> Result<(), rusqlite::Error> {
    connection.execute_batch(
        "CREATE TEMP TABLE choices (of TEXT, id INTEGER, name TEXT, code TEXT, role_id INTEGER, \
         active INTEGER, PRIMARY KEY (of, id)) WITHOUT ROWID",
    )?;
    let mut insert = connection.prepare("INSERT INTO choices VALUES (?, ?, ?, ?, ?, ?)")?;
    for choice in choices::ALL.iter() {
        let choices::Listed { of, id, name, code, role_id, active } = choice;
        insert.execute(params![of, id, name, code, role_id, active])?;
    }
    Ok(())
}
