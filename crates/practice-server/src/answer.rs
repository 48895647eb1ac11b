//! A listed record as the service answers it: in the loose shapes that were seen in use.

use hotprofile::Entity;
use hotprofile::contract::{Answer, Choice, Field, Kind, Matching};
use rusqlite::Row;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value as Json, json};

use crate::choices;

/// Every published field of a row of the view, and one that no table lists.
pub fn listed(entity: Entity, row: &Row, dashes: bool) -> rusqlite::Result<Json> {
    let mut record = Map::new();
    for field in entity.record().fields {
        if let Some(answer) = field.answer {
            let value = text(row.get_ref(field.key)?);
            record.insert(field.key.to_owned(), shown(field, answer, value, dashes));
        }
    }
    record.insert("updated_user_name".to_owned(), choices::KEY_USER.into());
    Ok(Json::Object(record))
}

/// A value as text; nothing for an empty one.
pub fn text(value: ValueRef) -> Option<String> {
    match value {
        ValueRef::Integer(number) => Some(number.to_string()),
        // Every column is an integer or a text.
        other => other.as_str().ok().filter(|text| !text.is_empty()).map(str::to_owned),
    }
}

fn shown(field: &Field, answer: Answer, value: Option<String>, dashes: bool) -> Json {
    if field.kind == Kind::Flag {
        return if value.as_deref() == Some("1") { "○".into() } else { "ー".into() };
    }
    let Some(value) = value else { return Json::Null };
    match (answer, field.kind) {
        (Answer::Integer, _) => value.parse::<i64>().map_or(Json::Null, Json::from),
        // Lists are kept as JSON.
        (Answer::Integers | Answer::Texts | Answer::Items, _) => {
            serde_json::from_str(&value).unwrap_or(Json::Null)
        }
        // A company may be in several industries.
        (Answer::Text, Kind::Id { of: Choice::BusinessCategory }) => json!([value]),
        (Answer::Text, _) if dashes && is_date(field) => value.replace('/', "-").into(),
        (Answer::Text, _) => value.into(),
    }
}

fn is_date(field: &Field) -> bool {
    matches!(field.kind, Kind::Day | Kind::Moment)
        || field.searches.iter().any(|search| search.matching == Matching::FromDay)
}
