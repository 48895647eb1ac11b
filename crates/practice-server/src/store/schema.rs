//! The tables. Their columns are made from the contract.

use hotprofile::Entity;
use hotprofile::contract::{Answer, Choice, Field, Kind};
use rusqlite::{Connection, OptionalExtension, params};

use super::view;
use crate::choices;
use crate::server::PracticeError;

/// Makes the tables where there are none, and for this connection alone the choices and the views.
pub fn prepare(connection: &Connection) -> Result<(), PracticeError> {
    for entity in Entity::ALL {
        let wanted = table(entity);
        let found: Option<String> = connection
            .query_row("SELECT sql FROM sqlite_schema WHERE name = ?", [entity.key()], |row| {
                row.get(0)
            })
            .optional()?;
        match found {
            None => connection.execute_batch(&wanted)?,
            Some(found) if found == wanted => {}
            Some(_) => return Err(PracticeError::OtherVersion),
        }
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
