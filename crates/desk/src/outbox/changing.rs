//! Sending changes to what is registered: the record is read again, the change is sent, the record
//! is read once more.

use std::time::{Duration, Instant};

use hotprofile::{Error, ListedRecord, Update, Urgency};
use jiff::Timestamp;
use rusqlite::Transaction;

use super::error::OutboxError;
use super::read_again::read_again;
use super::record::Record;
use super::sender::{Sender, allow_changed};
use super::state::{Event, Reading, Reason, State};
use super::{forms, transition};

/// Nothing is sent upon a reading older than this: the record is read again. It grows older than a
/// moment only while the limit lets nobody pass.
const FRESH: Duration = Duration::from_secs(10);

impl Sender {
    /// Reads the record again, and sends its change where nothing speaks against it.
    pub(super) async fn change(&self, read: Record) -> Result<(), OutboxError> {
        let (began, reading_began) = (self.kept.begin(read.id), Instant::now());
        let found = match self.read_again(&read).await {
            Ok(found) => found,
            Err(error) => return self.not_read(&read, error).await,
        };
        let is_sent = self.is_sent_upon(&read, found.as_ref()).await?;
        let pass = if is_sent { Some(self.pass().await) } else { None };
        if reading_began.elapsed() > FRESH {
            return Ok(());
        }
        let in_flight = self.in_flight.lock().await;
        let safe_delay = self.kept.options.safe_delay;
        let applied =
            self.kept.write(move |db| transition::read_again(db, &read, found, began, safe_delay));
        let record = match applied.await {
            Ok(record) => record,
            Err(error) => return allow_changed::<Record>(Err(error)),
        };
        let (State::Sending { .. }, Some(change), Some(pass)) =
            (&record.state, &record.change, pass)
        else {
            return Ok(());
        };
        let update = Update::new(record.entity, &forms::addressed(record.values.clone(), change));
        let call = async |update| self.client.update_once(&update, pass).await;
        let written = self.call(&record, update, call).await;
        drop(in_flight);
        written
    }

    /// Reads the changed record once more.
    pub(super) async fn read_back(&self, record: Record) -> Result<(), OutboxError> {
        let began = Timestamp::now();
        let found = match self.read_again(&record).await {
            Ok(found) => found,
            Err(error) => {
                self.failed(&error).await;
                return Ok(());
            }
        };
        let safe_delay = self.kept.options.safe_delay;
        let read_back =
            self.kept.write(move |db| transition::read_back(db, &record, found, began, safe_delay));
        allow_changed(read_back.await)
    }

    async fn read_again(&self, record: &Record) -> Result<Option<ListedRecord>, Error> {
        let Some(change) = &record.change else { return Ok(None) };
        let (seen, changed) = (&change.listed, &record.values);
        let urgency = Urgency::Background;
        let found =
            read_again(&self.client, record.entity, change.id, seen, changed, urgency).await?;
        self.succeeded().await;
        Ok(found)
    }

    /// Whether the change is sent upon this reading, as far as can be told beforehand.
    async fn is_sent_upon(
        &self,
        read: &Record,
        found: Option<&ListedRecord>,
    ) -> Result<bool, OutboxError> {
        let (read, found) = (read.clone(), found.cloned());
        let compare = move |db: &Transaction| {
            let Some(change) = &read.change else { return Ok(false) };
            let reading = transition::compare(db, &read, change, found.as_ref())?;
            Ok(matches!(reading, Reading::Unchanged | Reading::Gone))
        };
        self.kept.read(compare).await
    }

    /// The service refuses to look for this record: no other has to wait for that.
    async fn not_read(&self, record: &Record, error: Error) -> Result<(), OutboxError> {
        match (&record.state, error) {
            (State::Ready { .. }, Error::Refused { status: status @ 400..=499, text }) => {
                let reason = Reason { status: Some(status), text, problems: Vec::new() };
                self.happened(record, Event::Refused { reason }).await
            }
            (_, error) => {
                self.failed(&error).await;
                Ok(())
            }
        }
    }
}
