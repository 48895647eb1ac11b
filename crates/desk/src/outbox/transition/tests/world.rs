//! The outbox's own database and transitions against a service that loses answers, delays calls,
//! dies with them and alters what it was not told, while a colleague changes the same record.

use std::collections::BTreeSet;
use std::time::Duration;

use hotprofile::{Entity, Values};
use jiff::Timestamp;
use rusqlite::Transaction;

use super::service::{FIELDS, ID, Service};
use crate::database::{Database, DatabaseError};
use crate::outbox::error::OutboxError;
use crate::outbox::held::Held;
use crate::outbox::record::{Change, Form, Record, RecordId};
use crate::outbox::state::{Decision, Event, Reason, State};
use crate::outbox::task::{self, Task};
use crate::outbox::{forms, table, transition};

/// The safe delay, in seconds.
pub const DELAY: i64 = 300;

/// What becomes of a call.
#[derive(Clone, Copy, Debug)]
pub enum Fate {
    Answered,
    StoredAndLost,
    /// Stored after so many seconds, the answer lost.
    Late(i64),
    NeverArrived,
    KnownNotToArrive,
    Refused,
    /// The program is killed before the call goes out, or after it was stored.
    Killed {
        stored: bool,
    },
}

#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// Opens the record and saves a change of the fields whose bits are set; or saves the draft.
    Submit(usize, u8),
    TakeBack(usize),
    /// The sender does what is next. The service may alter a field with what it stores.
    Work(Fate, Option<usize>),
    Decide(usize, u8),
    Colleague(usize),
    /// The colleague sets one of the values that this change is to set.
    ColleagueAgrees(usize),
    VanishOrReturn,
    Restart,
    Wait(i64),
    SetClockBack(i64),
}

/// What a person knows of a change of theirs.
#[derive(Default)]
struct Known {
    id: Option<RecordId>,
    /// Every value of the record that was shown with this change.
    seen: BTreeSet<String>,
}

pub struct World {
    database: Database,
    /// True time, and how far the clock on the wall is behind it.
    time: i64,
    behind: i64,
    service: Service,
    changes: Vec<Known>,
    /// What the person was told.
    told: BTreeSet<String>,
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

const fn delay() -> Duration {
    Duration::from_secs(DELAY.unsigned_abs())
}

impl World {
    pub fn new(changes: usize) -> Self {
        Self {
            database: Database::in_memory().unwrap(),
            time: 0,
            behind: 0,
            service: Service::new(),
            changes: (0..changes).map(|_| Known::default()).collect(),
            told: BTreeSet::new(),
        }
    }

    pub fn step(&mut self, step: Step) {
        match step {
            Step::Submit(index, fields) => self.submit(index, fields),
            Step::TakeBack(index) => {
                if let Some(id) = self.changes[index].id {
                    let _ = self.happens(id, Event::TakenBack);
                }
            }
            Step::Work(fate, alters) => self.work(fate, alters),
            Step::Decide(index, choice) => self.decide(index, choice),
            Step::Colleague(field) => {
                let value = self.service.new_value("colleague");
                self.service.store([(FIELDS[field].to_owned(), value)].into());
            }
            Step::ColleagueAgrees(index) => {
                let id = self.changes[index].id;
                // With its call on the way it would be taken for that: as good as the same.
                if self.service.on_its_way.iter().any(|(_, call)| Some(call.of) == id) {
                    return;
                }
                let record = id.and_then(|id| self.record(id));
                let mut values = record.map(|record| record.values).unwrap_or_default();
                values.remove("id");
                let first = values.pop_first();
                self.service.store(first.into_iter().collect());
            }
            Step::VanishOrReturn => self.service.is_listed = !self.service.is_listed,
            Step::Restart => {
                let now = self.now();
                self.write(|db| transition::recover(db, now, delay())).unwrap();
            }
            Step::Wait(seconds) => self.wait(seconds),
            Step::SetClockBack(seconds) => self.behind += seconds,
        }
    }

    /// Peace comes: everything that is left goes its way to the end.
    pub fn settle(&mut self) {
        self.service.is_listed = true;
        for round in 0.. {
            assert!(round < 40, "this never ends: {:?}", self.records());
            self.step(Step::Restart);
            self.step(Step::Wait(DELAY));
            for index in 0..self.changes.len() {
                self.step(Step::Decide(index, 0));
                if self.changes[index].id.is_some() {
                    self.step(Step::Submit(index, 0));
                }
            }
            for _ in 0..2 * self.changes.len() {
                self.work(Fate::Answered, None);
            }
            if self.records().iter().all(|record| matches!(record.state, State::Done { .. })) {
                break;
            }
        }
        for record in self.records() {
            for (key, value) in record.values.iter().filter(|(key, _)| *key != "id") {
                let is_there = self.service.stored.contains(&(key.clone(), value.clone()));
                assert!(is_there, "{key} = {value} is done and was never stored");
            }
        }
        for value in self.service.shows().values() {
            let is_known = !self.service.altered.contains(value) || self.told.contains(value);
            assert!(is_known, "nobody was told of {value}");
        }
    }

    fn submit(&mut self, index: usize, fields: u8) {
        let now = self.now();
        let Some(id) = self.changes[index].id else {
            let wanted = FIELDS.iter().enumerate().filter(|(bit, _)| fields & (1 << bit) != 0);
            let keys: Vec<_> = wanted.map(|(_, key)| (*key).to_owned()).collect();
            if keys.is_empty() {
                return;
            }
            let values =
                keys.into_iter().map(|key| (key, self.service.new_value("ours"))).collect();
            let listed = self.service.shows();
            self.see(index, listed.values().cloned().collect());
            let change = Some(Change { id: ID, name: "株式会社青空".to_owned(), listed });
            let form =
                Form { entity: Entity::Clients, values, client_name: None, needs: None, change };
            let record = self.write(|db| forms::submit(db, None, &form, now)).unwrap();
            self.changes[index].id = Some(record.id);
            return;
        };
        if let Some(record) = self.record(id)
            && matches!(record.state, State::Draft { .. } | State::Refused { .. })
        {
            let _ = self.happens(id, Event::TakenBack);
            match self.write(|db| forms::submit(db, Some(id), &record.form(), now)) {
                Ok(_) => {}
                // All that was wanted of it stands there by now: its person lets it go.
                Err(OutboxError::NothingChanged) => {
                    self.write(|db| forms::throw_away(db, id)).unwrap();
                    self.changes[index].id = None;
                }
                Err(error) => panic!("{error}"),
            }
        }
    }

    fn work(&mut self, fate: Fate, alters: Option<usize>) {
        let now = self.now();
        let found = self.service.listed();
        match self.write(|db| task::next(db, now, &Held::default())).unwrap() {
            Some(Task::Change(record)) => {
                let shown = found.as_ref().map(|found| found.fields.clone()).unwrap_or_default();
                let after = self
                    .write(|db| transition::read_again(db, &record, found, now.into(), delay()));
                let after = after.unwrap();
                if let State::Sending { .. } = after.state {
                    self.departs(&after, &shown);
                    self.send(&after, fate, alters);
                }
            }
            Some(Task::ReadBack(record)) => {
                if found.is_none() {
                    // Of what can not be read nobody can be told.
                    self.told.extend(self.service.altered.clone());
                }
                self.write(|db| transition::read_back(db, &record, found, now, delay())).unwrap();
            }
            Some(Task::Rest { .. }) | None => {}
            Some(other) => panic!("{other:?} of a change"),
        }
    }

    /// Nothing that is to be overwritten is a colleague's whom the person has not seen.
    fn departs(&self, record: &Record, shown: &Values) {
        let known = self.changes.iter().find(|known| known.id == Some(record.id)).unwrap();
        for key in record.values.keys().filter(|key| *key != "id") {
            let Some(theirs) = shown.get(key) else { continue };
            let is_known = known.seen.contains(theirs) || theirs.starts_with("ours");
            assert!(is_known, "{key} = {theirs} would be overwritten unseen");
        }
    }

    fn send(&mut self, record: &Record, fate: Fate, alters: Option<usize>) {
        let now = self.now();
        let call = self.service.call(record.id, &record.values, alters);
        let event = match fate {
            Fate::Answered => {
                self.service.carry_out(call);
                Event::Answered { id: ID, at: now }
            }
            Fate::StoredAndLost => {
                self.service.carry_out(call);
                Event::Lost { at: now }
            }
            Fate::Late(seconds) => {
                self.service.on_its_way.push((self.time + seconds, call));
                Event::Lost { at: now }
            }
            Fate::NeverArrived => Event::Lost { at: now },
            Fate::KnownNotToArrive => Event::Stayed,
            Fate::Refused => {
                let reason = Reason { status: Some(422), text: String::new(), problems: vec![] };
                Event::Refused { reason }
            }
            Fate::Killed { stored } => {
                if stored {
                    self.service.carry_out(call);
                }
                return;
            }
        };
        self.happens(record.id, event).unwrap();
    }

    fn decide(&mut self, index: usize, choice: u8) {
        let Some(record) = self.changes[index].id.and_then(|id| self.record(id)) else { return };
        let decision = match &record.state {
            State::Undecided { .. } => Decision::SendAgain,
            State::Altered { alterations, .. } => {
                self.told.extend(alterations.iter().map(|alteration| alteration.after.clone()));
                Decision::Seen
            }
            State::Conflict { differences } if differences.is_empty() => match choice % 3 {
                0 => Decision::SendAgain,
                1 => Decision::TakeBack,
                _ => Decision::Resolve { values: Values::new() },
            },
            State::Conflict { differences } => {
                let theirs: Vec<_> = differences.iter().map(|one| one.theirs.clone()).collect();
                self.see(index, theirs);
                let mut values: Values = differences
                    .iter()
                    .filter_map(|one| Some((one.key.clone(), one.ours.clone()?)))
                    .collect();
                match choice % 4 {
                    0 => Decision::Resolve { values },
                    1 => Decision::TakeBack,
                    2 => Decision::Resolve { values: Values::new() },
                    _ => {
                        values.pop_last();
                        Decision::Resolve { values }
                    }
                }
            }
            _ => return,
        };
        let decided = self.happens(record.id, Event::Decided { decision, at: self.now() }).unwrap();
        if let State::GivenUp { .. } = decided.state {
            assert_eq!(self.record(record.id), None);
            self.changes[index] = Known::default();
        }
    }

    /// The person sees these values with this change.
    fn see(&mut self, index: usize, values: Vec<String>) {
        self.told.extend(values.iter().cloned());
        self.changes[index].seen.extend(values);
    }

    fn wait(&mut self, seconds: i64) {
        self.time += seconds;
        while let Some(call) = self.service.arrival(self.time) {
            let state = self.record(call.of).map(|record| record.state);
            let is_expected = matches!(state, Some(State::Uncertain { .. }));
            assert!(is_expected, "{state:?} does not expect its call any more");
            self.service.carry_out(call);
        }
    }

    fn now(&self) -> Timestamp {
        at(self.time - self.behind)
    }

    fn records(&self) -> Vec<Record> {
        self.write(|db| Ok(table::select(db, "true ORDER BY id", [])?)).unwrap()
    }

    fn record(&self, id: RecordId) -> Option<Record> {
        self.write(|db| Ok(table::get(db, id)?)).unwrap()
    }

    fn happens(&self, id: RecordId, event: Event) -> Result<Record, OutboxError> {
        self.write(|db| transition::apply(db, id, event, delay()))
    }

    fn write<T>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, OutboxError>,
    ) -> Result<T, OutboxError> {
        let mut done = None;
        let written = self.database.write(|db| {
            let worked = work(db);
            let refused = worked.is_err();
            done = Some(worked);
            if refused { Err(DatabaseError::Constraint) } else { Ok(()) }
        });
        drop(written);
        done.unwrap()
    }
}
