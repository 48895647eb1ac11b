//! Registering and changing records.

use hotprofile::check::{Fault, Problem, check_value};
use hotprofile::contract::{Choice, Field, Kind, Presence};
use hotprofile::{Entity, Operation, Values};
use rusqlite::{Connection, Transaction, params_from_iter};

use super::{Row, references};
use crate::clock;
use crate::refusal::{Refusal, Slip};
use crate::sample::Sample;

/// A column and what is written into it; nothing empties it.
type Cell = (&'static str, Option<String>);

/// Checks the parameters of a create or update call and carries it out.
pub fn write(
    connection: &mut Connection,
    entity: Entity,
    operation: Operation,
    parameters: &Values,
) -> Result<i64, Refusal> {
    let transaction = connection.transaction()?;
    let mut cells = checked(&transaction, entity, operation, parameters)?;
    let now = clock::written(clock::now());
    let id = if operation == Operation::Update {
        change(&transaction, entity, &cells, &now)?
    } else {
        cells.extend([("created_at", Some(now.clone())), ("updated_at", Some(now))]);
        insert(&transaction, entity, &cells)?
    };
    transaction.commit()?;
    Ok(id)
}

/// Forgets every record and keeps the sample.
pub fn refill(connection: &mut Connection, sample: Sample) -> rusqlite::Result<()> {
    let transaction = connection.transaction()?;
    for entity in Entity::ALL {
        transaction.execute(&format!("DELETE FROM {}", entity.key()), [])?;
    }
    transaction.execute("DELETE FROM sqlite_sequence", [])?;
    let Sample { clients, business_cards, leads } = sample;
    for (entity, rows) in [
        (Entity::Clients, clients),
        (Entity::BusinessCards, business_cards),
        (Entity::Leads, leads),
    ] {
        for row in rows {
            insert(&transaction, entity, &filled(row))?;
        }
    }
    transaction.commit()
}

fn filled(row: Row) -> Vec<Cell> {
    row.into_iter().map(|(column, text)| (column, Some(text))).collect()
}

fn insert(transaction: &Transaction, entity: Entity, cells: &[Cell]) -> rusqlite::Result<i64> {
    let columns: Vec<_> = cells.iter().map(|(column, _)| *column).collect();
    let places = vec!["?"; cells.len()].join(", ");
    let sql = format!("INSERT INTO {} ({}) VALUES ({places})", entity.key(), columns.join(", "));
    let mut statement = transaction.prepare_cached(&sql)?;
    statement.insert(params_from_iter(cells.iter().map(|(_, text)| text)))
}

/// The id is among the cells: an update call needs it. Every change has a later moment than the
/// one before it, were they made in one second or by a clock that was set back.
fn change(
    transaction: &Transaction,
    entity: Entity,
    cells: &[Cell],
    now: &String,
) -> rusqlite::Result<i64> {
    let columns: Vec<_> = cells.iter().map(|(column, _)| format!("{column} = ?")).collect();
    let id = cells.iter().find(|(column, _)| *column == "id").and_then(|(_, id)| id.as_ref());
    let sql = format!(
        "UPDATE {} SET {}, updated_at = max(?, strftime('%Y/%m/%d %H:%M:%S', \
         replace(updated_at, '/', '-'), '+1 second')) WHERE id = ? RETURNING id",
        entity.key(),
        columns.join(", ")
    );
    let values = cells.iter().map(|(_, text)| text.as_ref()).chain([Some(now), id]);
    transaction.query_row(&sql, params_from_iter(values), |row| row.get(0))
}

/// What the parameters write, or why they are refused. 404 for a record that does not exist comes
/// before anything that is wrong with its fields.
fn checked(
    transaction: &Transaction,
    entity: Entity,
    operation: Operation,
    parameters: &Values,
) -> Result<Vec<Cell>, Refusal> {
    let record = entity.record();
    let mut cells = Vec::new();
    let mut slips = Vec::new();
    for (field, write) in record.written(operation) {
        let Some(text) = parameters.get(field.key) else {
            if write.presence == Presence::Required {
                slips.push(slip(field, Fault::Required));
            }
            continue;
        };
        match value(field, text) {
            Err(fault) => slips.push(slip(field, fault)),
            Ok(None) => cells.push((field.key, None)),
            Ok(Some(text)) if references::exists(transaction, field, &text)? => {
                cells.push((field.key, Some(as_kept(transaction, field, text)?)));
            }
            Ok(Some(_)) if field.key == "id" => return Err(Refusal::Record),
            Ok(Some(_)) => slips.push(Slip::new(field.key, "登録されていない値です。")),
        }
    }
    let taken = |key: &str| record.field(key).is_some_and(|field| field.write(operation).is_some());
    let unknown = parameters.keys().filter(|key| !taken(key));
    slips
        .extend(unknown.map(|key| Slip::from(Problem { key: key.clone(), fault: Fault::Unknown })));
    if slips.is_empty() { Ok(cells) } else { Err(Refusal::Parameters(slips)) }
}

/// Whether a record can be without it: what a new record needs can not be emptied later.
pub fn can_be_emptied(field: &Field) -> bool {
    let mut writes = field.create.into_iter().chain(field.update);
    writes.all(|write| write.presence == Presence::Optional)
}

/// The checked value; `None` for nothing.
fn value(field: &Field, text: &str) -> Result<Option<String>, Fault> {
    let before = text;
    let text = check_value(field.kind, before)?;
    // What hotprofile sends is in the published form, whatever it reads.
    if field.kind == Kind::Day && text != before {
        return Err(Fault::NotADay);
    }
    if text.is_empty() {
        return if can_be_emptied(field) { Ok(None) } else { Err(Fault::Required) };
    }
    Ok(Some(text))
}

/// A flag as 1 or 0, a merged company as the one it was merged into, everything else as it is.
fn as_kept(transaction: &Transaction, field: &Field, text: String) -> rusqlite::Result<String> {
    match field.kind {
        Kind::Flag => Ok(i32::from(text == "true").to_string()),
        Kind::Id { of: Choice::Client } => {
            // Checked: it is an id.
            let id = text.parse().unwrap_or_default();
            Ok(references::after_merger(transaction, id)?.to_string())
        }
        _ => Ok(text),
    }
}

fn slip(field: &Field, fault: Fault) -> Slip {
    Slip::from(Problem { key: field.key.to_owned(), fault })
}
