//! Carrying a record from one state to the next in the database, with everything that belongs to
//! that step. Every function here runs within one transaction of its caller.

use std::time::Duration;

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::error::OutboxError;
use super::likeness::fold;
use super::record::{Record, RecordId};
use super::state::{Circumstances, Decision, Event, Found, State, next};
use super::table;
use crate::known;

/// Lets something happen to a record, and gives it back as it is then.
pub fn apply(
    db: &Connection,
    id: RecordId,
    event: Event,
    safe_delay: Duration,
) -> Result<Record, OutboxError> {
    let record = table::get(db, id)?.ok_or(OutboxError::Unknown(id))?;
    if let Some(claimed) = claimed(&event)
        && table::is_taken(db, record.entity, claimed)?
    {
        return Err(OutboxError::Taken(claimed));
    }
    let around = Circumstances {
        private: record.is_private(),
        another_in_doubt: table::another_in_doubt(db, &record)?,
        safe_delay,
    };
    let state = next(&record.state, event, around)?;
    table::write_state(db, id, &state)?;
    if let State::Done { id, .. } = state {
        register(db, &record, id)?;
    }
    Ok(Record { state, ..record })
}

/// Declares lost whatever is on its way while nobody sends: its program ended in between.
pub fn recover(db: &Connection, now: Timestamp, safe_delay: Duration) -> Result<bool, OutboxError> {
    let orphans = table::select(db, "kind = 'sending'", [])?;
    for orphan in &orphans {
        apply(db, orphan.id, Event::Lost { at: now }, safe_delay)?;
    }
    Ok(!orphans.is_empty())
}

/// The id that someone takes to be the record's. What the service itself answered is believed.
const fn claimed(event: &Event) -> Option<u32> {
    match event {
        Event::LookedUp { found: Found::Same { id }, .. }
        | Event::Decided { decision: Decision::ThatOne { id }, .. } => Some(*id),
        _ => None,
    }
}

/// The record has its id: nobody else takes it, and those that waited for it get it.
fn register(db: &Connection, record: &Record, id: u32) -> Result<(), OutboxError> {
    table::take(db, record.entity, id)?;
    table::saw(db, record.entity, id)?;
    known::sent(db, record, id, Timestamp::now())?;
    db.prepare_cached(
        r#"UPDATE records SET "values" = json_set("values", '$.client_id', CAST(? AS TEXT)),
           needs = NULL WHERE needs = ?"#,
    )?
    .execute(params![id, record.id])?;
    db.prepare_cached("UPDATE records SET words = ?, needs = NULL WHERE id = ?")?
        .execute(params![words(record), record.id])?;
    Ok(())
}

/// What a search in the history looks into.
fn words(record: &Record) -> String {
    let texts = record.values.values().chain(&record.client_name);
    texts.map(|text| fold(text).to_lowercase()).collect::<Vec<_>>().join("\n")
}
