//! What is kept of one record, listed or not.

use hotprofile::contract::{Field, Kind};
use hotprofile::{Entity, Values};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::schema;
use crate::answer;

/// Its fields as they would be sent, without the empty ones; nothing of one that does not exist.
pub fn kept(connection: &Connection, entity: Entity, id: u32) -> rusqlite::Result<Values> {
    let sql = format!("SELECT * FROM {} WHERE id = ?", entity.key());
    let record = connection.query_row(&sql, params![id], |row| {
        schema::kept(entity).filter_map(|field| sent(row, field).transpose()).collect()
    });
    Ok(record.optional()?.unwrap_or_default())
}

fn sent(row: &Row, field: &Field) -> rusqlite::Result<Option<(String, String)>> {
    let text = answer::text(row.get_ref(field.key)?);
    let text = match field.kind {
        Kind::Flag => text.map(|flag| (flag == "1").to_string()),
        _ => text,
    };
    Ok(text.map(|text| (field.key.to_owned(), text)))
}
