//! The outbox in its database: what the person's side and the sender both stand on.

use std::collections::HashMap;
use std::mem;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use jiff::Timestamp;
use rusqlite::Transaction;
use tokio::sync::Notify;

use super::counted::Counted;
use super::error::OutboxError;
use super::held::Held;
use super::likeness::{as_flag, as_flags};
use super::pause::Pause;
use super::record::{Alteration, Counts, Difference, OutboxRecord, Record, RecordId, Stage, Why};
use super::state::{Began, Event, State};
use super::{Options, table, transition};
use crate::database::{Database, DatabaseError};

/// The outbox in its database.
pub struct Kept {
    database: Database,
    pub options: Options,
    /// Something is to be done by the sender.
    pub work: Notify,
    pause: Mutex<Option<Pause>>,
    counted: Arc<Counted>,
    /// When this run of the program saw that an answer was lost, by a clock that nobody sets. Few
    /// are lost in a day, so that none is ever taken out.
    losses: Mutex<HashMap<RecordId, Instant>>,
    /// Locked while it is chosen what is sent, and from before a record that is to be held is written
    /// until it is held.
    pub held: tokio::sync::Mutex<Held>,
}

impl Kept {
    pub fn new(database: Database, options: Options) -> Self {
        let counted = Arc::new(Counted::new(Arc::clone(&options.on_change)));
        let (pause, losses) = (Mutex::new(None), Mutex::new(HashMap::new()));
        let held = tokio::sync::Mutex::default();
        Self { database, options, work: Notify::new(), pause, counted, losses, held }
    }

    /// The database that it is in.
    pub const fn database(&self) -> &Database {
        &self.database
    }

    /// Reads, off the async threads.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, OutboxError> + Send + 'static,
    ) -> Result<T, OutboxError> {
        let read = move |database: &Database| {
            let mut refusal = None;
            let done = database.read(undone_if_refused(work, &mut refusal));
            Ok(done.map_err(|error| refusal.unwrap_or(error.into())))
        };
        self.database.run(read).await?
    }

    /// Writes in one transaction, off the async threads, and tells what it has come to. It is done
    /// to its end even where the caller goes away.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, OutboxError> + Send + 'static,
    ) -> Result<T, OutboxError> {
        let counted = Arc::clone(&self.counted);
        let write = move |database: &Database| {
            let mut refusal = None;
            let work = |db: &Transaction| Ok((work(db)?, table::counts(db)?, counted.number()));
            match database.write(undone_if_refused(work, &mut refusal)) {
                Ok((done, counts, number)) => {
                    counted.written(number, counts);
                    Ok(Ok(done))
                }
                Err(error) => Ok(Err(refusal.unwrap_or(error.into()))),
            }
        };
        self.database.run(write).await?
    }

    /// Lets something happen to a record.
    pub async fn apply(&self, id: RecordId, event: Event) -> Result<Record, OutboxError> {
        let safe_delay = self.options.safe_delay;
        let is_lost = matches!(event, Event::Lost { .. });
        let record = self.write(move |db| transition::apply(db, id, event, safe_delay)).await?;
        if is_lost {
            self.saw_lost(id);
        }
        Ok(record)
    }

    /// Declares lost whatever is on its way while nobody sends.
    pub async fn recover(&self, now: Timestamp) -> Result<(), OutboxError> {
        let safe_delay = self.options.safe_delay;
        let lost = self.write(move |db| transition::recover(db, now, safe_delay)).await?;
        for id in lost {
            self.saw_lost(id);
        }
        Ok(())
    }

    /// The present, in which the service is begun to be looked at for this record.
    pub fn begin(&self, id: RecordId) -> Began {
        let waited = lock(&self.losses).get(&id).map(Instant::elapsed);
        Began { at: Timestamp::now(), waited }
    }

    fn saw_lost(&self, id: RecordId) {
        lock(&self.losses).insert(id, Instant::now());
    }

    /// How many records stand where.
    pub fn counts(&self) -> Counts {
        self.counted.counts()
    }

    /// Why nothing is sent now.
    pub fn pause(&self) -> Option<Pause> {
        *lock(&self.pause)
    }

    /// Sends nothing for a while, or again.
    pub fn set_pause(&self, pause: Option<Pause>) {
        *lock(&self.pause) = pause;
        self.counted.tell();
    }

    /// A record as the pages see it. Flags are as they are typed, whatever marks the service puts
    /// there.
    pub fn shown(&self, record: Record) -> OutboxRecord {
        let (form, entity) = (record.form(), record.entity);
        let stage = match record.state {
            State::Draft { aside } => Stage::Draft { aside },
            State::Ready { .. } => self.waiting(record.needs),
            // It is on its way until it is known what became of it.
            State::Sending { .. } | State::Changed { .. } => Stage::Sending,
            State::Uncertain { look_up_at, .. } => Stage::Uncertain { until: look_up_at.into() },
            State::Undecided { mut candidates, .. } => {
                for candidate in &mut candidates {
                    candidate.fields = as_flags(entity, mem::take(&mut candidate.fields));
                }
                Stage::Undecided { candidates }
            }
            State::Conflict { mut differences } => {
                for Difference { key, opened, ours, theirs } in &mut differences {
                    for text in [opened, theirs].into_iter().chain(ours) {
                        *text = as_flag(entity, key, text);
                    }
                }
                Stage::Conflict { differences }
            }
            State::Altered { id, mut alterations, .. } => {
                for Alteration { key, before, after } in &mut alterations {
                    for text in [before, after] {
                        *text = as_flag(entity, key, text);
                    }
                }
                Stage::Altered { id, alterations }
            }
            State::Refused { reason } => Stage::Refused { reason },
            State::Done { id, at } => Stage::Done { id, at: at.into() },
            // What the service shows stands.
            State::GivenUp { at } => {
                let id = record.change.map(|change| change.id).unwrap_or_default();
                Stage::Done { id, at: at.into() }
            }
        };
        OutboxRecord { id: record.id, form, stage, saved_at: record.saved_at.into() }
    }

    fn waiting(&self, needs: Option<RecordId>) -> Stage {
        match (needs, self.pause()) {
            (Some(_), _) => Stage::Waiting { why: Why::Company, until: None },
            (None, None) => Stage::Waiting { why: Why::InTurn, until: None },
            (None, Some(Pause { why, until, .. })) => {
                Stage::Waiting { why, until: until.map(Into::into) }
            }
        }
    }
}

/// As work of the database, which undoes it where it fails: where it is refused too.
fn undone_if_refused<T>(
    work: impl FnOnce(&Transaction) -> Result<T, OutboxError>,
    refusal: &mut Option<OutboxError>,
) -> impl FnOnce(&Transaction) -> Result<T, DatabaseError> {
    move |db| {
        work(db).map_err(|error| match error {
            OutboxError::Database(error) => error,
            refused => {
                *refusal = Some(refused);
                DatabaseError::Constraint
            }
        })
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
