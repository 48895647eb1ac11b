//! What the sender does next, as the database stands. Nothing is changed here.

use hotprofile::Entity;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, named_params};

use super::error::OutboxError;
use super::record::Record;
use super::state::State;
use super::table;

/// What the sender does next.
#[derive(Debug)]
pub enum Task {
    /// Look up what became of a record whose answer was lost.
    LookUp {
        /// The record.
        record: Record,
        /// What has a higher id is new.
        above: u32,
    },
    /// Ask for the highest id of this kind at the service: none was seen yet.
    FindHighest(Entity),
    /// Send a record.
    Send {
        /// The record.
        record: Record,
        /// The highest id of its kind that was seen.
        above: u32,
    },
    /// Nothing before this moment, or before something changes.
    Rest {
        /// The moment.
        until: Option<Timestamp>,
    },
}

/// What is to be done at this moment. `None`: a record is on its way, so nothing else is.
pub fn next(db: &Connection, now: Timestamp) -> Result<Option<Task>, OutboxError> {
    if !table::select(db, "kind = 'sending' LIMIT 1", [])?.is_empty() {
        return Ok(None);
    }
    Ok(Some(match look_up(db, now)? {
        Some(task) => task,
        None => match send(db)? {
            Some(task) => task,
            None => Task::Rest { until: next_look_up(db)? },
        },
    }))
}

/// Look-ups go first: they tell whether the service works again, before more is sent to it.
fn look_up(db: &Connection, now: Timestamp) -> Result<Option<Task>, OutboxError> {
    // Where the loss lies ahead the clock was set back since.
    let due = table::select(
        db,
        "kind = 'uncertain' AND (state ->> 'look_up_at' <= :now OR state ->> 'lost_at' > :now)
         ORDER BY saved_at, id LIMIT 1",
        named_params! { ":now": now.as_millisecond() },
    )?;
    Ok(due.into_iter().next().and_then(|record| match record.state {
        State::Uncertain { above, .. } => Some(Task::LookUp { record, above }),
        _ => None,
    }))
}

/// The first that waits for nothing but its turn.
fn send(db: &Connection) -> Result<Option<Task>, OutboxError> {
    let ready =
        table::select(db, "kind = 'ready' AND needs IS NULL ORDER BY saved_at, id LIMIT 1", [])?;
    let Some(record) = ready.into_iter().next() else { return Ok(None) };
    Ok(Some(match table::highest(db, record.entity)? {
        Some(above) => Task::Send { record, above },
        None => Task::FindHighest(record.entity),
    }))
}

fn next_look_up(db: &Connection) -> Result<Option<Timestamp>, OutboxError> {
    let moment: Option<i64> = db
        .prepare_cached("SELECT min(state ->> 'look_up_at') FROM records WHERE kind = 'uncertain'")?
        .query_row([], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(moment.and_then(|moment| Timestamp::from_millisecond(moment).ok()))
}
