//! Removing a connection, with everything that was kept for it.

use crate::connection::{Connection, Kept};
use crate::database::{Database, NotOpened, Opened, Place};
use crate::desk::Desk;
use crate::keychain;
use crate::outbox::Outbox;
use crate::outbox::record::Counts;
use crate::trouble::Trouble;

impl Desk {
    /// Removes a connection with its key and its database, and closes it where it is open. Records
    /// that were not sent keep it, and so does a database that can not be opened to look for them,
    /// unless they are to be discarded. Where the keychain does not remove the keys, the connection
    /// stays and can be removed again; where there is none, it goes with `leave_key`, and the key stays
    /// where it is.
    pub async fn remove_connection(
        &self,
        id: &str,
        discard_unsent: bool,
        leave_key: bool,
    ) -> Result<(), Trouble> {
        let connection = self.state().connection(id).cloned().ok_or(Trouble::UnknownConnection)?;
        if !discard_unsent {
            let records = self.counts_of(&connection).await?.unsent();
            if records > 0 {
                return Err(Trouble::UnsentRecords { records });
            }
        }
        if connection.kept == Kept::Keychain {
            let name = connection.id.clone();
            // Removing it late is what the person wanted.
            let removed = self
                .ask_keychain(move |keychain| keychain::remove_surely(keychain, &name), |_| ())
                .await;
            within_reach(removed.map_err(Trouble::from), leave_key)?;
        }
        self.close_outbox_of(id).await;
        if connection.kept == Kept::Keychain {
            let destroyed = self.at_place(id, Place::destroy).await;
            within_reach(destroyed.map_err(Trouble::from), leave_key)?;
        }
        self.state().strike_off(&*self.surroundings.settings, id)?;
        tracing::info!("connection removed");
        Ok(())
    }

    /// How many records, drafts among them, are lost when the program closes, because only the
    /// memory holds them: those of connections that are not open.
    pub(crate) async fn lost_elsewhere(&self) -> Result<u32, Trouble> {
        let databases = self.state().in_memory_elsewhere();
        let mut lost = 0;
        for database in databases {
            let counts = Outbox::counts_in(&database).await?;
            lost += counts.unsent() + counts.drafts;
        }
        Ok(lost)
    }

    /// How many records stand where in the outbox of a connection, whether it is open or not.
    pub(crate) async fn counts_of(&self, connection: &Connection) -> Result<Counts, Trouble> {
        if let Some(outbox) = self.outbox_of(&connection.id).await {
            return Ok(outbox.counts());
        }
        let in_memory = self.state().in_memory(&connection.id);
        let database = match in_memory {
            None if connection.kept == Kept::Keychain => {
                self.at_place(&connection.id, open_if_there).await?
            }
            in_memory => in_memory,
        };
        match database {
            Some(database) => Ok(Outbox::counts_in(&database).await?),
            None => Ok(Counts::default()),
        }
    }
}

/// Without a keychain the keys stay where they are, once the person was told so.
fn within_reach(removed: Result<(), Trouble>, leave_key: bool) -> Result<(), Trouble> {
    match removed {
        Err(Trouble::KeychainMissing) if leave_key => Ok(()),
        removed => removed,
    }
}

/// The database where there is one that can be opened; none is made.
fn open_if_there(place: &Place) -> Result<Option<Database>, NotOpened> {
    if !place.file().exists() {
        return Ok(None);
    }
    match place.open() {
        Ok(Opened::Found(database)) => Ok(Some(database)),
        Ok(_) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests;
