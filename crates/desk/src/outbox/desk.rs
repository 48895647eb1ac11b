//! The outbox of the open connection: begun when its database is open, ended when another
//! connection is opened or this one is removed.

use std::sync::Arc;
use std::time::Duration;

use hotprofile::Endpoint;

use super::record::Counts;
use super::{HistoryPage, HistoryQuery, Outbox};
use crate::connection::Connection;
use crate::database::Database;
use crate::desk::Desk;
use crate::known;
use crate::line::Line;
use crate::state::Wish;
use crate::trouble::Trouble;

/// How long a call that is on its way is waited for when its outbox is closed.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long the history is kept where nothing was chosen, in days.
const HISTORY_DAYS: u32 = 90;

/// An outbox, and the connection that it belongs to.
pub struct OpenOutbox {
    connection: String,
    memory_only: bool,
    outbox: Arc<Outbox>,
}

impl Desk {
    /// Where the connection is open already it stays so, with its outbox: says whether that lasts
    /// in memory only.
    pub(crate) async fn still_open(
        &self,
        wish: Wish,
        connection: &Connection,
        line: &Arc<Line>,
    ) -> Result<Option<bool>, Trouble> {
        let open = self.open_outbox.lock().await;
        let mut state = self.state();
        state.expect_latest(wish)?;
        let Some(open) = open.as_ref().filter(|open| open.connection == connection.id) else {
            return Ok(None);
        };
        state.grant(wish, &*self.surroundings.settings, connection, Arc::clone(line))?;
        Ok(Some(open.memory_only))
    }

    /// Opens a connection with the outbox in its database, and begins to send it. The outbox that
    /// was open before is closed.
    pub(crate) async fn switch_to(
        &self,
        wish: Wish,
        connection: &Connection,
        line: Arc<Line>,
        database: Database,
    ) -> Result<(), Trouble> {
        let memory_only = database.is_in_memory();
        let mut open = self.open_outbox.lock().await;
        self.state().expect_latest(wish)?;
        let outbox = Outbox::open(database, self.surroundings.outbox.clone()).await?;
        outbox.forget_older_than(self.history_days()).await?;
        let client = line.client().clone();
        self.state().grant(wish, &*self.surroundings.settings, connection, line)?;
        if let Some(former) = open.take() {
            former.outbox.stop(PATIENCE).await;
        }
        outbox.start(client);
        // What was told before may not be in this database.
        self.asked.forget();
        let (connection, outbox) = (connection.id.clone(), Arc::new(outbox));
        known::make_findable(&outbox);
        *open = Some(OpenOutbox { connection, memory_only, outbox });
        Ok(())
    }

    /// Stops sending, and lets go of the database: before the program ends.
    /// What waits is sent when it is opened again.
    pub async fn close_outbox(&self) {
        if let Some(open) = self.open_outbox.lock().await.take() {
            open.outbox.stop(PATIENCE).await;
        }
    }

    /// The same, where it is that of this connection.
    pub(crate) async fn close_outbox_of(&self, connection: &str) {
        let mut open = self.open_outbox.lock().await;
        if let Some(open) = open.take_if(|open| open.connection == connection) {
            open.outbox.stop(PATIENCE).await;
        }
    }

    /// The outbox of the open connection.
    pub async fn outbox(&self) -> Result<Arc<Outbox>, Trouble> {
        let line = self.line()?;
        self.outbox_of(&line.id).await.ok_or(Trouble::OutboxClosed)
    }

    /// The outbox of this connection, where it is the one that is open.
    pub(crate) async fn outbox_of(&self, connection: &str) -> Option<Arc<Outbox>> {
        let open = self.open_outbox.lock().await;
        let of_it = open.as_ref().filter(|open| open.connection == connection);
        of_it.map(|open| Arc::clone(&open.outbox))
    }

    /// How the records of the open connection stand, and whether only the memory holds them.
    pub(crate) async fn open_counts(&self) -> Option<(Counts, bool)> {
        let open = self.open_outbox.lock().await;
        open.as_ref().map(|open| (open.outbox.counts(), open.memory_only))
    }

    /// What this machine registered through the open connection, as long as it is kept.
    pub async fn history(&self, query: HistoryQuery) -> Result<HistoryPage, Trouble> {
        Ok(self.outbox().await?.history(query, self.history_days()).await?)
    }

    /// How long the history is kept, in days.
    #[must_use]
    pub fn history_days(&self) -> u32 {
        self.state().settings().history_days.unwrap_or(HISTORY_DAYS)
    }

    /// Keeps the history for so many days; what is older is forgotten at once.
    pub async fn set_history_days(&self, days: u32) -> Result<(), Trouble> {
        self.state().change_settings(&*self.surroundings.settings, |settings| {
            settings.history_days = Some(days);
        })?;
        Ok(self.outbox().await?.forget_older_than(days).await?)
    }

    /// The page of a registered company in the service, the only kind of record that has one.
    pub fn company_page(&self, id: u32) -> Result<String, Trouble> {
        let line = self.line()?;
        let scheme = match line.endpoint() {
            Endpoint::Https(_) => "https",
            Endpoint::Practice(_) => "http",
        };
        Ok(format!("{scheme}://{}/clients/{id}", line.host()))
    }
}

#[cfg(test)]
mod tests;
