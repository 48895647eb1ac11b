//! What sends the outbox: it drives the state machine with real calls, one thing at a time, in
//! order. It knows no window; it wakes when there is work, when a wait is over, and at no other
//! time.

use std::sync::Arc;
use std::time::Duration;

use hotprofile::limit::Pass;
use hotprofile::{Client, Create, Entity, Error, Problem, Urgency};
use jiff::Timestamp;
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::timeout;

use super::error::OutboxError;
use super::kept::Kept;
use super::look_up;
use super::pause::Pause;
use super::record::{Record, Why};
use super::state::{Event, Reason};
use super::task::{self, Task};
use super::{table, transition};
use crate::known;

/// Sends the outbox of one connection.
pub struct Sender {
    pub(super) kept: Arc<Kept>,
    pub(super) client: Client,
    /// Held from before a record departs, or the highest number is asked for, until it is written
    /// down what became of that.
    pub(super) in_flight: Mutex<()>,
    /// Calls that failed in a row.
    failures: Mutex<u32>,
}

/// What follows a step.
enum Then {
    /// There may be more to do.
    GoOn,
    /// Nothing is to be done before this moment, or before somebody says so.
    Rest { until: Option<Timestamp> },
}

impl Sender {
    pub fn new(kept: Arc<Kept>, client: Client) -> Self {
        Self { kept, client, in_flight: Mutex::new(()), failures: Mutex::new(0) }
    }

    /// Sends, for ever. It can be aborted at any time: what was on its way is then looked up.
    pub async fn run(&self) {
        loop {
            let then = match self.step().await {
                Ok(then) => then,
                Err(error) => self.cannot_write(&error),
            };
            if let Then::Rest { until } = then {
                self.rest(until).await;
            }
        }
    }

    /// Waits until no call is on its way. None departs while this is held.
    pub async fn landed(&self) -> MutexGuard<'_, ()> {
        self.in_flight.lock().await
    }

    async fn rest(&self, until: Option<Timestamp>) {
        let work = self.kept.work.notified();
        match until {
            None => work.await,
            Some(until) => {
                // Whether there is work or the time has come: it looks again.
                let _ = timeout(span(Timestamp::now(), until), work).await;
            }
        }
    }

    async fn step(&self) -> Result<Then, OutboxError> {
        let now = Timestamp::now();
        match self.kept.pause() {
            Some(pause) if !pause.is_over(now) => {
                let until = pause.left().and_then(|left| now.saturating_add(left).ok());
                return Ok(Then::Rest { until });
            }
            Some(_) => self.kept.set_pause(None),
            None => {}
        }
        match self.next_task(now).await? {
            Task::FindHighest(entity) => self.find_highest(entity).await?,
            Task::LookUp { record, above } => self.look_up(record, above).await?,
            Task::Send { record, above } => self.send(record, above).await?,
            Task::Change(record) => self.change(record).await?,
            Task::ReadBack(record) => self.read_back(record).await?,
            Task::Rest { until } => return Ok(Then::Rest { until }),
        }
        Ok(Then::GoOn)
    }

    /// What is to be done now. Whatever is found on its way here was lost: nothing is.
    async fn next_task(&self, now: Timestamp) -> Result<Task, OutboxError> {
        let mut all_held = self.kept.held.lock().await;
        let held = all_held.still();
        let again = held.clone();
        if let Some(task) = self.kept.read(move |db| task::next(db, now, &held)).await? {
            return Ok(task);
        }
        self.kept.recover(now).await?;
        let found = self.kept.read(move |db| task::next(db, now, &again)).await?;
        Ok(found.unwrap_or(Task::Rest { until: None }))
    }

    async fn find_highest(&self, entity: Entity) -> Result<(), OutboxError> {
        let _in_flight = self.in_flight.lock().await;
        match look_up::highest(&self.client, entity).await {
            Ok(id) => {
                self.succeeded().await;
                self.kept.write(move |db| Ok(table::saw(db, entity, id)?)).await
            }
            Err(error) => {
                self.failed(&error).await;
                Ok(())
            }
        }
    }

    async fn look_up(&self, record: Record, above: u32) -> Result<(), OutboxError> {
        let began = self.kept.begin(record.id);
        let listed = match look_up::newest(&self.client, record.entity, above).await {
            Ok(listed) => listed,
            Err(error) => {
                self.failed(&error).await;
                return Ok(());
            }
        };
        self.succeeded().await;
        let (id, safe_delay) = (record.id, self.kept.options.safe_delay);
        let looked_up = self.kept.write(move |db| {
            if let Some(highest) = listed.iter().filter_map(|listed| listed.id).max() {
                table::saw(db, record.entity, highest)?;
            }
            known::answered(db, record.entity, &listed, began.at)?;
            let found = look_up::compare(db, &record, listed)?;
            transition::apply(db, id, Event::LookedUp { began, found }, safe_delay)
        });
        allow_changed(looked_up.await)
    }

    async fn send(&self, record: Record, above: u32) -> Result<(), OutboxError> {
        let pass = self.pass().await;
        // Meanwhile the person may have had it back, and saved it again.
        if self.kept.held.lock().await.still().holds(record.id) {
            return Ok(());
        }
        let in_flight = self.in_flight.lock().await;
        // As it is now: the person may have had it back in the form in the meantime.
        let record = match self.kept.apply(record.id, Event::Departs { above }).await {
            Ok(record) => record,
            Err(error) => return allow_changed::<Record>(Err(error)),
        };
        let create = Create::new(record.entity, &record.values);
        let call = async |create| self.client.create_once(&create, pass).await;
        let written = self.call(&record, create, call).await;
        drop(in_flight);
        written
    }

    /// Makes the call of a record that is on its way, and writes down what became of it. What breaks
    /// a published rule after all is refused without a call.
    pub(super) async fn call<T>(
        &self,
        record: &Record,
        checked: Result<T, Vec<Problem>>,
        call: impl AsyncFnOnce(T) -> Result<u32, Error>,
    ) -> Result<(), OutboxError> {
        match checked {
            Ok(checked) => self.answered(record, call(checked).await).await,
            Err(problems) => {
                let reason = Reason { status: None, text: String::new(), problems };
                self.happened(record, Event::Refused { reason }).await
            }
        }
    }

    async fn answered(
        &self,
        record: &Record,
        answer: Result<u32, Error>,
    ) -> Result<(), OutboxError> {
        let now = Timestamp::now();
        let event = match answer {
            Ok(id) => Event::Answered { id, at: now },
            Err(error) if error.may_have_arrived() => Event::Lost { at: now },
            Err(Error::Refused { status, text }) => {
                let reason = Reason { status: Some(status), text, problems: Vec::new() };
                Event::Refused { reason }
            }
            Err(error) => {
                self.failed(&error).await;
                Event::Stayed
            }
        };
        if matches!(event, Event::Answered { .. } | Event::Refused { .. }) {
            self.succeeded().await;
        }
        self.happened(record, event).await
    }

    /// Leave for a call. While the limit lets nobody pass, the pages are told.
    pub(super) async fn pass(&self) -> Pass {
        let mut longest_wait = Duration::ZERO;
        loop {
            match self.client.pass(Urgency::Background, longest_wait).await {
                Ok(pass) => {
                    if longest_wait > Duration::ZERO {
                        self.kept.set_pause(None);
                    }
                    return pass;
                }
                Err(full) => {
                    let pause = Pause::lasting(Why::Limit, Timestamp::now(), full.free_in);
                    self.kept.set_pause(Some(pause));
                    longest_wait = Duration::MAX;
                }
            }
        }
    }

    pub(super) async fn happened(&self, record: &Record, event: Event) -> Result<(), OutboxError> {
        allow_changed(self.kept.apply(record.id, event).await)
    }

    pub(super) async fn succeeded(&self) {
        *self.failures.lock().await = 0;
    }

    pub(super) async fn failed(&self, error: &Error) {
        let mut failures = self.failures.lock().await;
        *failures = failures.saturating_add(1);
        tracing::debug!(code = error.code(), failures = *failures, "the outbox waits");
        let backoff = self.kept.options.backoff;
        let pause = Pause::after(error, Timestamp::now(), backoff, *failures);
        self.kept.set_pause(Some(pause));
    }

    /// Nothing is sent while it can not be written down. A record that was on its way counts as
    /// lost, and is looked up once the database works again.
    fn cannot_write(&self, error: &OutboxError) -> Then {
        tracing::warn!(%error, "the outbox can not be written");
        let wait = self.kept.options.backoff.longest;
        let pause = Pause::lasting(Why::ProgramFails, Timestamp::now(), wait);
        self.kept.set_pause(Some(pause));
        Then::GoOn
    }
}

/// A person was quicker, and took the record back or decided: that is no failure.
pub(super) fn allow_changed<T>(done: Result<T, OutboxError>) -> Result<(), OutboxError> {
    match done {
        Ok(_) | Err(OutboxError::NotNow(_) | OutboxError::Unknown(_) | OutboxError::Taken(_)) => {
            Ok(())
        }
        Err(error) => Err(error),
    }
}

fn span(from: Timestamp, to: Timestamp) -> Duration {
    Duration::try_from(to.duration_since(from)).unwrap_or_default()
}
