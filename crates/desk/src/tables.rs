//! The open connection's database, for what the desk keeps in it beside the outbox. The outbox
//! alone holds it open: here it is lent for the moment.

use rusqlite::Transaction;

use crate::database::DatabaseError;
use crate::desk::Desk;
use crate::trouble::Trouble;

impl Desk {
    /// Reads from the open connection's database, off the async threads.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, DatabaseError> + Send + 'static,
    ) -> Result<T, Trouble> {
        let outbox = self.outbox().await?;
        Ok(outbox.database().run(move |database| database.read(work)).await?)
    }

    /// Writes into it, in one transaction.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Transaction) -> Result<T, DatabaseError> + Send + 'static,
    ) -> Result<T, Trouble> {
        let outbox = self.outbox().await?;
        Ok(outbox.database().run(move |database| database.write(work)).await?)
    }
}
