//! What the sender does next, as the database stands. Nothing is changed here.

use hotprofile::Entity;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, named_params};

use super::error::OutboxError;
use super::held::Held;
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
    /// Read again the record that is to be changed, and send the change if nothing speaks against
    /// it: one that waits, or one whose answer was lost.
    Change(Record),
    /// Read once more the record that was changed.
    ReadBack(Record),
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

// Each names what is not done in the words of the index `unfinished`: SQLite uses it for no others,
// and would read the whole history at every step.
const SENDING: &str = "kind <> 'done' AND kind = 'sending' LIMIT 1";
// Where the loss lies ahead the clock was set back since.
const TO_LOOK_UP: &str = "kind <> 'done' AND kind = 'uncertain'
    AND (state ->> 'look_up_at' <= :now OR state ->> 'lost_at' > :now)
    ORDER BY saved_at, id LIMIT 1";
const TO_READ_BACK: &str = "kind <> 'done' AND kind = 'changed' ORDER BY saved_at, id LIMIT 1";
const TO_SEND: &str = "kind <> 'done' AND kind = 'ready' AND needs IS NULL
    AND (change IS NULL OR NOT EXISTS (
        SELECT 1 FROM records AS other
        WHERE other.kind <> 'done' AND other.kind = 'uncertain'
        AND other.entity = records.entity
        AND other.change ->> 'id' = records.change ->> 'id'))
    ORDER BY saved_at, id LIMIT :most";
const NEXT_LOOK_UP: &str = "kind <> 'done' AND kind = 'uncertain'";

/// What is to be done at this moment. `None`: a record is on its way, so nothing else is.
pub fn next(db: &Connection, now: Timestamp, held: &Held) -> Result<Option<Task>, OutboxError> {
    if !table::select(db, SENDING, [])?.is_empty() {
        return Ok(None);
    }
    for task in [look_up(db, now)?, read_back(db)?, send(db, held)?] {
        if task.is_some() {
            return Ok(task);
        }
    }
    let free = held.first_free_in().map(|wait| now + wait);
    let until = next_look_up(db)?.into_iter().chain(free).min();
    Ok(Some(Task::Rest { until }))
}

/// Look-ups go first: they tell whether the service works again, before more is sent to it.
fn look_up(db: &Connection, now: Timestamp) -> Result<Option<Task>, OutboxError> {
    let due = table::select(db, TO_LOOK_UP, named_params! { ":now": now.as_millisecond() })?;
    Ok(due.into_iter().next().and_then(|record| match record.state {
        State::Uncertain { above: Some(above), .. } => Some(Task::LookUp { record, above }),
        State::Uncertain { above: None, .. } => Some(Task::Change(record)),
        _ => None,
    }))
}

/// What was changed is read before more is sent: what follows may be for the same record.
fn read_back(db: &Connection) -> Result<Option<Task>, OutboxError> {
    let changed = table::select(db, TO_READ_BACK, [])?;
    Ok(changed.into_iter().next().map(Task::ReadBack))
}

/// The first that waits for nothing but its turn. Of several changes to one record, none goes
/// while it is not known what became of another.
fn send(db: &Connection, held: &Held) -> Result<Option<Task>, OutboxError> {
    // Of so many one is not held.
    let most = i64::try_from(held.len()).unwrap_or(i64::MAX).saturating_add(1);
    let ready = table::select(db, TO_SEND, named_params! { ":most": most })?;
    let free = ready.into_iter().find(|record| !held.holds(record.id));
    let Some(record) = free else { return Ok(None) };
    if record.change.is_some() {
        return Ok(Some(Task::Change(record)));
    }
    Ok(Some(match table::highest(db, record.entity)? {
        Some(above) => Task::Send { record, above },
        None => Task::FindHighest(record.entity),
    }))
}

fn next_look_up(db: &Connection) -> Result<Option<Timestamp>, OutboxError> {
    let moment: Option<i64> = db
        .prepare_cached(&format!(
            "SELECT min(state ->> 'look_up_at') FROM records WHERE {NEXT_LOOK_UP}"
        ))?
        .query_row([], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(moment.and_then(|moment| Timestamp::from_millisecond(moment).ok()))
}

#[cfg(test)]
mod tests {
    use super::{NEXT_LOOK_UP, SENDING, TO_LOOK_UP, TO_READ_BACK, TO_SEND};
    use crate::database::Database;

    #[test]
    fn no_step_reads_the_history() {
        let database = Database::in_memory().unwrap();
        for condition in [SENDING, TO_LOOK_UP, TO_READ_BACK, TO_SEND, NEXT_LOOK_UP] {
            let query = format!("EXPLAIN QUERY PLAN SELECT id FROM records WHERE {condition}");
            let plan: Vec<String> = database
                .read(|db| {
                    let mut statement = db.prepare(&query)?;
                    Ok(statement.raw_query().mapped(|row| row.get(3)).collect::<Result<_, _>>()?)
                })
                .unwrap();
            let reads =
                plan.iter().filter(|step| step.starts_with("SCAN ") || step.starts_with("SEARCH "));
            for step in reads {
                assert!(step.contains("USING INDEX unfinished"), "{condition}: {plan:?}");
            }
        }
    }
}
