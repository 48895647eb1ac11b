//! What known records are found by, made in the background where an earlier version of this program
//! made it otherwise or not at all. Until that is done fewer of them are found, and nothing else.

use std::sync::Arc;

use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep};

use super::companies;
use crate::database::{Database, DatabaseError};
use crate::duplicates;
use crate::outbox::Outbox;

/// Known records that are gone through in one transaction: few enough for nobody to notice that they
/// wait for it, and so many that most of its time is not the disk's.
const AT_ONCE: u32 = 1_000;

/// Makes it, as long as this outbox is open.
pub fn make_findable(outbox: &Arc<Outbox>) {
    let outbox = Arc::downgrade(outbox);
    tokio::spawn(async move {
        while let Some(database) = outbox.upgrade().map(|outbox| outbox.database().clone()) {
            let began = Instant::now();
            // The database goes along: nothing here holds it open once that has ended.
            match spawn_blocking(move || make_some(&database)).await {
                Ok(Ok(true)) | Err(_) => return,
                Ok(Ok(false)) => {}
                Ok(Err(error)) => return tracing::warn!(%error, "known records are not all found"),
            }
            // Whoever waits for the database gets it meanwhile: its lock knows no turns.
            sleep(began.elapsed()).await;
        }
    });
}

/// Says whether all of it is made.
fn make_some(database: &Database) -> Result<bool, DatabaseError> {
    database.write(|db| {
        let companies = companies::make_missing(db, AT_ONCE)?;
        Ok(companies && duplicates::make_missing(db, AT_ONCE)?)
    })
}

#[cfg(test)]
mod tests;
