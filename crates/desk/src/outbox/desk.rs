//! The outbox of the open connection: begun when its database is open, ended when another
//! connection is opened or this one is removed.

use std::sync::Arc;
use std::time::Duration;

use hotprofile::Endpoint;

use super::{HistoryPage, HistoryQuery, Options, Outbox};
use crate::database::Database;
use crate::desk::Desk;
use crate::trouble::Trouble;

/// How long a call that is on its way is waited for when its outbox is closed.
const PATIENCE: Duration = Duration::from_secs(3);

/// How long the history is kept where nothing was chosen, in days.
const HISTORY_DAYS: u32 = 90;

/// An outbox, and the connection that it belongs to.
pub struct OpenOutbox {
    connection: String,
    outbox: Arc<Outbox>,
}

impl Desk {
    /// Opens the outbox of the open connection in its database, and begins to send it. One that
    /// was open before is closed.
    pub async fn open_outbox(&self, database: Database, options: Options) -> Result<(), Trouble> {
        self.close_outbox().await;
        let line = self.line()?;
        let outbox = Outbox::open(database, options).await?;
        outbox.forget_older_than(self.history_days()).await?;
        outbox.start(line.client().clone());
        let open = OpenOutbox { connection: line.id.clone(), outbox: Arc::new(outbox) };
        *self.open_outbox.lock().await = Some(open);
        Ok(())
    }

    /// Stops sending, and lets go of the database: before another connection is opened, this one
    /// is removed, or the program ends. What waits is sent when it is opened again.
    pub async fn close_outbox(&self) {
        if let Some(open) = self.open_outbox.lock().await.take() {
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
