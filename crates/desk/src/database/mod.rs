//! One encrypted database for each connection: what is typed, what waits to be sent, what was
//! registered. Here is how it is opened, kept whole and recovered; what is in its tables belongs
//! to the modules that use it, their shape to the files in `migrations/`.

mod cipher;
mod error;
mod key;
mod migrate;
mod opening;
mod place;
mod recovery_code;
pub mod row;

use std::fmt;
use std::fs::File;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use self::error::DatabaseError;
pub use self::opening::{NotOpened, Opened};
pub use self::place::Place;
pub use self::recovery_code::{CodeProblem, RecoveryCode};

/// An open database. Its clones are handles to the same one; it is closed, and free for another
/// program, when the last is dropped.
#[derive(Clone)]
pub struct Database(Arc<Inner>);

struct Inner {
    connection: Mutex<Connection>,
    /// Version of its tables.
    version: usize,
    /// Held as long as the connection; none for a database in memory.
    lock: Option<File>,
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Database").field("in_memory", &self.is_in_memory()).finish_non_exhaustive()
    }
}

impl Database {
    /// An empty one that lasts until its last handle is dropped, and never touches the disk.
    pub fn in_memory() -> Result<Self, DatabaseError> {
        Self::in_memory_with(migrate::MIGRATIONS)
    }

    fn in_memory_with(migrations: &[&str]) -> Result<Self, DatabaseError> {
        let mut connection = Connection::open_in_memory()?;
        cipher::prepare(&connection)?;
        migrate::migrate(&mut connection, migrations, |_| Ok(()))?;
        Ok(Self::of(connection, migrations, None))
    }

    fn of(connection: Connection, migrations: &[&str], lock: Option<File>) -> Self {
        Self(Arc::new(Inner {
            connection: Mutex::new(connection),
            version: migrations.len(),
            lock,
        }))
    }

    /// Whether what is in it ends with the program.
    #[must_use]
    pub fn is_in_memory(&self) -> bool {
        self.0.lock.is_none()
    }

    /// Reads, all from one moment. Blocks; what it writes is undone.
    pub fn read<T>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        self.transact(TransactionBehavior::Deferred, |transaction| work(&transaction))
    }

    /// Reads and writes: all of it is on the disk when this returns `Ok`, none of it is kept where
    /// `work` or this fails. No other program writes meanwhile. Blocks.
    pub fn write<T>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        self.transact(TransactionBehavior::Immediate, |transaction| {
            let done = work(&transaction)?;
            transaction.commit()?;
            Ok(done)
        })
    }

    /// Does blocking work with the database off the async threads. It runs to its end even if
    /// whoever waits for it goes away.
    pub async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, DatabaseError> + Send + 'static,
    ) -> Result<T, DatabaseError> {
        let database = self.clone();
        tokio::task::spawn_blocking(move || work(&database))
            .await
            .unwrap_or_else(|error| Err(DatabaseError::Failed { what: error.to_string() }))
    }

    fn transact<T>(
        &self,
        behavior: TransactionBehavior,
        work: impl FnOnce(Transaction) -> Result<T, DatabaseError>,
    ) -> Result<T, DatabaseError> {
        // Whoever panicked with the connection in hand has left no transaction open.
        let mut connection = self.0.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = connection.transaction_with_behavior(behavior)?;
        if cipher::version(&transaction)? != self.0.version {
            return Err(DatabaseError::Newer);
        }
        work(transaction)
    }
}

#[cfg(test)]
mod tests;
