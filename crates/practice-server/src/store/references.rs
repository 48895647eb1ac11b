//! Ids that must point at something.

use hotprofile::contract::{Choice, Field, Kind};
use rusqlite::{Connection, OptionalExtension, params};

use super::schema;

/// The id under which a company answers: its own, or that of the one it was merged into.
pub fn after_merger(connection: &Connection, id: i64) -> rusqlite::Result<i64> {
    let sql = "SELECT merged_into FROM clients WHERE id = ?";
    let merged: Option<Option<i64>> =
        connection.query_row(sql, params![id], |row| row.get(0)).optional()?;
    Ok(merged.flatten().unwrap_or(id))
}

/// Whether the value of a field points at something registered; true for a field that is no id.
pub fn exists(connection: &Connection, field: &Field, value: &str) -> rusqlite::Result<bool> {
    let Kind::Id { of } = field.kind else { return Ok(true) };
    let table = match of {
        Choice::BusinessCard => "business_cards",
        Choice::Client => "clients",
        Choice::Lead => "leads",
        _ => {
            let sql = "SELECT EXISTS (SELECT 1 FROM choices WHERE of = ? AND id = ?)";
            return connection.query_row(sql, params![schema::of(of), value], |row| row.get(0));
        }
    };
    let sql = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id = ?)");
    connection.query_row(&sql, params![value], |row| row.get(0))
}
