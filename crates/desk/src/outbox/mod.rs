//! The outbox of one connection: drafts, what waits to be sent, what became of it. Every
//! registration is a durable record here before it is a call, so nothing typed is lost, and
//! nothing is registered twice.
//!
//! [`state`] says what can happen to a record; [`sender`] makes it happen; the rest keeps and
//! shows it. No window and no timer of its own is here but the sender's.

mod changing;
mod counted;
mod desk;
mod error;
mod forms;
mod held;
mod history;
mod kept;
pub(crate) mod likeness;
pub(crate) mod look_up;
mod pause;
pub mod read_again;
pub mod record;
mod sender;
pub mod state;
pub(crate) mod table;
mod task;
mod transition;
mod versions;

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use hotprofile::{Client, Entity};
use jiff::Timestamp;
use rusqlite::Transaction;
use tokio::task::JoinHandle;
use tokio::time::timeout;

pub(crate) use self::desk::OpenOutbox;
pub use self::error::OutboxError;
pub use self::history::{HistoryPage, HistoryQuery};
use self::kept::Kept;
pub use self::pause::Backoff;
use self::record::{Counts, Form, OutboxRecord, Record, RecordId, Why};
use self::sender::Sender;
use self::state::{Decision, Event};
use crate::database::Database;
use crate::duplicates::{self, Whose};

/// Told whenever something changed, with how many records stand where.
pub type OnChange = Arc<dyn Fn(Counts) + Send + Sync>;

/// How an outbox works.
#[derive(Clone)]
pub struct Options {
    /// How long after a lost answer the call can still be on its way.
    pub safe_delay: Duration,
    /// How long a record waits before it is sent where something was told of it as it was saved:
    /// it was tidied, or looks like a slip.
    pub time_to_undo: Duration,
    /// How the service is tried again.
    pub backoff: Backoff,
    /// Told whenever something changed.
    pub on_change: OnChange,
}

impl Options {
    /// Five minutes before anything is sent again; six seconds to have back what was tidied; a try
    /// after two seconds without network, and each minute in the end.
    #[must_use]
    pub fn new(on_change: OnChange) -> Self {
        Self {
            safe_delay: Duration::from_mins(5),
            time_to_undo: Duration::from_secs(6),
            backoff: Backoff { first: Duration::from_secs(2), longest: Duration::from_mins(1) },
            on_change,
        }
    }
}

/// The outbox of one connection.
pub struct Outbox {
    kept: Arc<Kept>,
    running: Mutex<Option<Running>>,
}

struct Running {
    sender: Arc<Sender>,
    task: JoinHandle<()>,
}

impl Outbox {
    /// The outbox in this database; nothing is sent yet.
    pub async fn open(database: Database, options: Options) -> Result<Self, OutboxError> {
        let kept = Arc::new(Kept::new(database, options));
        kept.write(|_| Ok(())).await?;
        Ok(Self { kept, running: Mutex::new(None) })
    }

    /// Begins to send through this client, in place of one that was used before.
    pub fn start(&self, client: Client) {
        let sender = Arc::new(Sender::new(Arc::clone(&self.kept), client));
        self.kept.set_pause(None);
        let mut running = self.running();
        if let Some(former) = running.take() {
            former.task.abort();
        }
        let runner = Arc::clone(&sender);
        let task = tokio::spawn(async move { runner.run().await });
        *running = Some(Running { sender, task });
    }

    /// Sends no more. A call that is on its way is waited for, so long at most; beyond that its
    /// record is looked up at the next start.
    pub async fn stop(&self, patience: Duration) {
        let Some(Running { sender, task }) = self.running().take() else { return };
        // Landed or not, the patience is over.
        let _landed = timeout(patience, sender.landed()).await;
        task.abort();
        // It was aborted: that is what it says.
        let _ = task.await;
    }

    /// Tries at once what waits for the network or the key: the person says so, the machine woke
    /// up, or the network is back. The limit is kept all the same.
    pub fn try_now(&self) {
        if self.kept.pause().is_some_and(|pause| pause.why != Why::Limit) {
            self.kept.set_pause(None);
        }
        self.kept.work.notify_one();
    }

    /// How many records stand where.
    #[must_use]
    pub fn counts(&self) -> Counts {
        self.kept.counts()
    }

    /// Keeps what was typed so far: as a new draft, or over this one. Gives the draft's id.
    pub async fn save_draft(
        &self,
        draft: Option<RecordId>,
        form: Form,
    ) -> Result<RecordId, OutboxError> {
        self.kept.write(move |db| forms::save_draft(db, draft, &form, Timestamp::now())).await
    }

    /// Puts a form into the outbox, in place of its draft where it has one. Once this returns, the
    /// form can be emptied.
    pub async fn submit(
        &self,
        draft: Option<RecordId>,
        form: Form,
    ) -> Result<OutboxRecord, OutboxError> {
        let record =
            self.kept.write(move |db| forms::submit(db, draft, &form, Timestamp::now())).await?;
        self.kept.work.notify_one();
        Ok(self.kept.shown(record))
    }

    /// The same, unless what it registers is nearly certain to be registered or on its way
    /// already, and the person has not `seen` that. Where something is `told` of it as it is saved, a
    /// registration waits a moment, so that the person can have it back.
    pub async fn submit_unless_known(
        &self,
        draft: Option<RecordId>,
        form: Form,
        seen: Vec<Whose>,
        told: bool,
    ) -> Result<OutboxRecord, OutboxError> {
        let submit = move |db: &Transaction| {
            let record = forms::submit(db, draft, &form, Timestamp::now())?;
            duplicates::asks_about(db, &record, &seen)?;
            Ok(record)
        };
        let mut held = self.kept.held.lock().await;
        let record = self.kept.write(submit).await?;
        // A change has no way back to what was typed; and of several to one record none may overtake
        // another.
        if told && record.change.is_none() {
            held.hold(record.id, self.kept.options.time_to_undo);
        }
        drop(held);
        self.kept.work.notify_one();
        Ok(self.kept.shown(record))
    }

    /// Puts a draft aside for later.
    pub async fn put_aside(&self, id: RecordId) -> Result<OutboxRecord, OutboxError> {
        self.let_happen(id, Event::PutAside).await
    }

    /// Takes a draft up again.
    pub async fn take_up(&self, id: RecordId) -> Result<OutboxRecord, OutboxError> {
        self.let_happen(id, Event::TakenUp).await
    }

    /// Throws a draft away, for good; the pages ask first.
    pub async fn throw_away(&self, id: RecordId) -> Result<(), OutboxError> {
        self.kept.write(move |db| forms::throw_away(db, id)).await
    }

    /// Takes a waiting or refused record back into its form: withdraw, undo, correct.
    pub async fn take_back(&self, id: RecordId) -> Result<OutboxRecord, OutboxError> {
        self.let_happen(id, Event::TakenBack).await
    }

    /// Carries out what the person decided of a record that the look-up left open.
    pub async fn decide(
        &self,
        id: RecordId,
        decision: Decision,
    ) -> Result<OutboxRecord, OutboxError> {
        let decided = Event::Decided { decision, at: Timestamp::now() };
        let record = self.let_happen(id, decided).await?;
        self.kept.work.notify_one();
        Ok(record)
    }

    /// Everything that is not history yet, in the order of saving: drafts too.
    pub async fn records(&self) -> Result<Vec<OutboxRecord>, OutboxError> {
        let unfinished = "kind <> 'done' ORDER BY saved_at, id";
        let records = self.kept.read(move |db| Ok(table::select(db, unfinished, [])?)).await?;
        Ok(self.all_shown(records))
    }

    /// A record, whatever its stage: what the line above the form follows.
    pub async fn record(&self, id: RecordId) -> Result<OutboxRecord, OutboxError> {
        let found = self.kept.read(move |db| Ok(table::get(db, id)?)).await?;
        found.map(|record| self.kept.shown(record)).ok_or(OutboxError::Unknown(id))
    }

    /// The record of this kind that was saved last to be registered, wherever it stands: to be
    /// copied. Neither a draft nor a change.
    pub async fn last_saved(&self, entity: Entity) -> Result<Option<OutboxRecord>, OutboxError> {
        let found = self.kept.read(move |db| Ok(table::last_saved(db, entity)?)).await?;
        Ok(found.map(|record| self.kept.shown(record)))
    }

    /// What was registered, as far as it is kept: nothing older than so many days.
    pub async fn history(
        &self,
        query: HistoryQuery,
        days: u32,
    ) -> Result<HistoryPage, OutboxError> {
        let since = days_ago(days);
        let (records, total_count) =
            self.kept.read(move |db| Ok(history::search(db, &query, since)?)).await?;
        Ok(HistoryPage { records: self.all_shown(records), total_count })
    }

    /// Keeps the history for so many days only.
    pub async fn forget_older_than(&self, days: u32) -> Result<(), OutboxError> {
        let moment = days_ago(days);
        self.kept.write(move |db| Ok(history::forget_before(db, moment)?)).await
    }

    /// Wipes the history.
    pub async fn wipe_history(&self) -> Result<(), OutboxError> {
        self.kept.write(|db| Ok(history::wipe(db)?)).await
    }

    /// Forgets everything, with what it is sent to: that is no more once this was done. Nothing is
    /// on its way meanwhile, nor departs.
    pub async fn clear_with<E: From<OutboxError>>(
        &self,
        ending: impl Future<Output = Result<(), E>>,
    ) -> Result<(), E> {
        let sender = self.running().as_ref().map(|running| Arc::clone(&running.sender));
        let _landed = match &sender {
            Some(sender) => Some(sender.landed().await),
            None => None,
        };
        ending.await?;
        Ok(self.kept.write(|db| Ok(table::clear(db)?)).await?)
    }

    /// The database that it is in, which holds other tables too. Whoever keeps it keeps its file
    /// open: it is for the moment.
    pub(crate) fn database(&self) -> &Database {
        self.kept.database()
    }

    /// How many records stand where in a database whose outbox is not open.
    pub(crate) async fn counts_in(database: &Database) -> Result<Counts, OutboxError> {
        Ok(database.run(|database| database.read(|db| Ok(table::counts(db)?))).await?)
    }

    async fn let_happen(&self, id: RecordId, event: Event) -> Result<OutboxRecord, OutboxError> {
        let record = self.kept.apply(id, event).await?;
        Ok(self.kept.shown(record))
    }

    fn all_shown(&self, records: Vec<Record>) -> Vec<OutboxRecord> {
        records.into_iter().map(|record| self.kept.shown(record)).collect()
    }

    fn running(&self) -> std::sync::MutexGuard<'_, Option<Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn days_ago(days: u32) -> Timestamp {
    let length = Duration::from_hours(24).saturating_mul(days);
    Timestamp::now().saturating_sub(length).unwrap_or(Timestamp::MIN)
}

impl Drop for Outbox {
    fn drop(&mut self) {
        if let Some(running) = self.running().take() {
            running.task.abort();
        }
    }
}

#[cfg(test)]
mod tests;
