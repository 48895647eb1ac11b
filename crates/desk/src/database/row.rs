//! Columns that hold more than SQL knows: JSON, and moments in milliseconds.

use jiff::Timestamp;
use rusqlite::Row;
use rusqlite::types::{FromSqlError, FromSqlResult, Type, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// JSON for a column.
pub fn json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

/// Reads a column in this way.
pub fn read<T>(
    row: &Row,
    column: usize,
    read: fn(ValueRef) -> FromSqlResult<T>,
) -> rusqlite::Result<T> {
    let value = row.get_ref(column)?;
    read(value).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, Type::Text, error.into())
    })
}

/// Reads a column of JSON that may be empty.
pub fn read_optional<T: DeserializeOwned>(row: &Row, column: usize) -> rusqlite::Result<Option<T>> {
    match row.get_ref(column)? {
        ValueRef::Null => Ok(None),
        _ => read(row, column, from_json).map(Some),
    }
}

/// A column of JSON.
pub fn from_json<T: DeserializeOwned>(value: ValueRef) -> FromSqlResult<T> {
    serde_json::from_str(value.as_str()?).map_err(FromSqlError::other)
}

/// A column of milliseconds.
pub fn moment(value: ValueRef) -> FromSqlResult<Timestamp> {
    Timestamp::from_millisecond(value.as_i64()?).map_err(FromSqlError::other)
}
