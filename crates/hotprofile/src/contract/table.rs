//! The contract as two flat tables, a row for each published parameter and each published field
//! of an answer: for comparing with the documentation, row by row.

use serde::Serialize;

use super::{Answer, COUNTERS, Entity, Field, Operation, Presence, Published, Record, Tier, Write};

/// A parameter of an operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RequestRow {
    /// The kind of record.
    pub entity: Entity,
    /// What is asked for.
    pub operation: Operation,
    /// Method and path.
    pub endpoint: String,
    /// Place among the parameters of the operation, from 1.
    pub position: u8,
    /// The published name, brackets included.
    pub key: &'static str,
    /// The published type.
    pub published_type: Published,
    /// Whether the call needs it.
    pub presence: Presence,
    /// Most characters, or digits, where that is published.
    pub max_chars: Option<u16>,
    /// What may be sent, in words.
    pub rule: String,
    /// How prominently the documentation shows it.
    pub visibility: Tier,
}

/// A field of a list's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResponseRow {
    /// The kind of record.
    pub entity: Entity,
    /// Where in the answer it stands; `[]` is any record of the list.
    pub path: String,
    /// The published type.
    pub published_type: &'static str,
}

/// Every parameter of every operation.
#[must_use]
pub fn request_rows() -> Vec<RequestRow> {
    let operations =
        Entity::ALL.into_iter().flat_map(|entity| Operation::ALL.map(|of| (entity, of)));
    operations
        .flat_map(|(entity, operation)| {
            let mut rows = match operation {
                Operation::Create | Operation::Update => write_rows(entity, operation),
                Operation::List => list_rows(entity),
            };
            rows.sort_by_key(|row| row.position);
            rows
        })
        .collect()
}

/// Every field of the three answers.
#[must_use]
pub fn response_rows() -> Vec<ResponseRow> {
    Entity::ALL.into_iter().flat_map(answer_rows).collect()
}

fn write_rows(entity: Entity, operation: Operation) -> Vec<RequestRow> {
    let row = |(field, write): (&Field, Write)| RequestRow {
        entity,
        operation,
        endpoint: endpoint(entity, operation),
        position: write.position,
        key: field.key,
        published_type: field.published_type(),
        presence: write.presence,
        max_chars: field.kind.max_chars(),
        rule: field.published_rule(),
        visibility: field.tier,
    };
    entity.record().written(operation).into_iter().map(row).collect()
}

fn list_rows(entity: Entity) -> Vec<RequestRow> {
    let row = |position, key, published_type, rule, visibility| RequestRow {
        entity,
        operation: Operation::List,
        endpoint: endpoint(entity, Operation::List),
        position,
        key,
        published_type,
        presence: Presence::Optional,
        max_chars: None,
        rule,
        visibility,
    };
    let record = entity.record();
    let searches = record.searches().into_iter().map(|(field, search)| {
        let rule = search.published_rule(field.kind);
        row(search.position, search.parameter, search.published_type(), rule, search.tier)
    });
    let listing = record.published_listing().into_iter();
    let listing = listing.map(|(position, key, published, rule)| {
        row(position, key, published, rule, Tier::Advanced)
    });
    searches.chain(listing).collect()
}

fn answer_rows(entity: Entity) -> Vec<ResponseRow> {
    let Record { key, fields, listing, .. } = entity.record();
    let row = |path, published_type| ResponseRow { entity, path, published_type };
    let mut rows = vec![row((*key).to_owned(), "array of object")];
    for (field, answer) in fields.iter().filter_map(|field| Some((field, field.answer?))) {
        rows.push(row(format!("{key}[].{}", field.key), answer.published_type()));
        if answer == Answer::Items {
            for part in ["label", "value"] {
                let path = format!("{key}[].{}{part}", field.key);
                rows.push(row(path, Answer::Text.published_type()));
            }
        }
    }
    let counters = Answer::Integer.published_type();
    if listing.counters_in_records {
        rows.extend(COUNTERS.map(|counter| row(format!("{key}[].{counter}"), counters)));
    }
    rows.extend(COUNTERS.map(|counter| row(format!("pages.{counter}"), counters)));
    rows
}

fn endpoint(entity: Entity, operation: Operation) -> String {
    format!("POST {}", entity.record().path(operation))
}

#[cfg(test)]
mod tests;
