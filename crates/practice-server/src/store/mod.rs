//! The records, in SQLite: one connection, used off the async threads.

mod condition;
mod kept;
mod list;
mod references;
mod schema;
mod view;
mod wanted;
mod write;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use hotprofile::{Entity, Operation, Values};
use rusqlite::Connection;
use secrecy::{ExposeSecret, SecretString};
use serde_json::Value as Json;

use crate::refusal::Refusal;
use crate::sample::Sample;
use crate::server::PracticeError;

pub use write::can_be_emptied;

/// A row to be kept: text by column.
pub type Row = Vec<(&'static str, String)>;

/// The records.
#[derive(Clone, Debug)]
pub struct Store(Arc<Mutex<Connection>>);

impl Store {
    /// Opens the file, or a store in memory without one.
    pub async fn open(
        data: Option<PathBuf>,
        key: Option<SecretString>,
    ) -> Result<Self, PracticeError> {
        blocking(move || {
            let connection = match data {
                Some(path) => Connection::open(path)?,
                None => Connection::open_in_memory()?,
            };
            if let Some(key) = key {
                // What goes wrong is told by the errors, not by SQLCipher on the terminal.
                connection.pragma_update(None, "cipher_log_level", "NONE")?;
                connection.pragma_update(None, "key", key.expose_secret())?;
            }
            schema::prepare(&connection)?;
            Ok(Self(Arc::new(Mutex::new(connection))))
        })
        .await
    }

    /// Whether it holds no company, without which there is no card and no lead.
    pub async fn is_empty(&self) -> Result<bool, PracticeError> {
        self.with(|connection| {
            Ok(connection
                .query_row("SELECT NOT EXISTS (SELECT 1 FROM clients)", [], |row| row.get(0))?)
        })
        .await
    }

    /// How many records of a kind there are.
    pub async fn count(&self, entity: Entity) -> Result<u32, PracticeError> {
        self.with(move |connection| {
            let count = format!("SELECT count(*) FROM {}", entity.key());
            Ok(connection.query_row(&count, [], |row| row.get(0))?)
        })
        .await
    }

    /// Forgets every record and keeps these, all or nothing.
    pub async fn refill(
        &self,
        invent: impl FnOnce() -> Sample + Send + 'static,
    ) -> Result<(), PracticeError> {
        self.with(move |connection| Ok(write::refill(connection, invent())?)).await
    }

    /// Registers or changes a record and gives its id.
    pub async fn write(
        &self,
        entity: Entity,
        operation: Operation,
        parameters: Values,
    ) -> Result<i64, Refusal> {
        self.with(move |connection| write::write(connection, entity, operation, &parameters)).await
    }

    /// Lists records as the service answers them.
    pub async fn list(&self, entity: Entity, parameters: Values) -> Result<Json, Refusal> {
        self.with(move |connection| list::list(connection, entity, &parameters)).await
    }

    /// What is kept of a record, as it would be sent; nothing of one that does not exist.
    pub async fn kept(&self, entity: Entity, id: u32) -> Result<Values, PracticeError> {
        self.with(move |connection| Ok(kept::kept(connection, entity, id)?)).await
    }

    /// A company as it is listed, or the one that it was merged into.
    pub async fn company(&self, id: u32) -> Result<Option<Json>, Refusal> {
        let search =
            ["search[from_id]", "search[to_id]"].map(|key| (key.to_owned(), id.to_string()));
        let mut page = self.list(Entity::Clients, search.into()).await?;
        let company = page["clients"].get_mut(0);
        Ok(company.map(Json::take))
    }

    async fn with<T, E>(
        &self,
        work: impl FnOnce(&mut Connection) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<PracticeError> + Send + 'static,
    {
        let connection = Arc::clone(&self.0);
        blocking(move || work(&mut connection.lock().unwrap_or_else(PoisonError::into_inner))).await
    }
}

/// Runs to its end even if whoever waits for it goes away.
async fn blocking<T, E>(work: impl FnOnce() -> Result<T, E> + Send + 'static) -> Result<T, E>
where
    T: Send + 'static,
    E: From<PracticeError> + Send + 'static,
{
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|_| Err(PracticeError::Stopping.into()))
}

#[cfg(test)]
mod tests;
