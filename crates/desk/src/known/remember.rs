//! Remembering what a list call answered, off the path of the answer: nobody waits for it.

use std::sync::Arc;

use hotprofile::{List, ListedRecord, Page};
use jiff::Timestamp;
use tokio::sync::watch;

use crate::choices;
use crate::desk::Desk;
use crate::outbox::Outbox;
use crate::trouble::Trouble;

/// How many answers are being written down.
#[derive(Clone, Default)]
pub struct Remembering(watch::Sender<usize>);

impl Remembering {
    /// Writes down what was answered to a call that was made at this moment, and which ids it was
    /// asked with. What fails is logged: nothing depends on it.
    fn begin(&self, outbox: &Outbox, list: &List, records: Vec<ListedRecord>, at: Timestamp) {
        let database = outbox.database().clone();
        let (entity, search) = (list.entity(), list.values().clone());
        let one = One::of(self);
        tokio::spawn(async move {
            let written = database
                .run(move |database| {
                    database.write(|db| {
                        super::answered(db, entity, &records, at)?;
                        Ok(choices::searched(db, entity, &search)?)
                    })
                })
                .await;
            if let Err(error) = written {
                tracing::warn!(%error, "an answer is not remembered");
            }
            drop(one);
        });
    }

    /// Waits until what was answered so far is written down.
    pub async fn done(&self) {
        // The sender is here, so that it is not closed.
        let _ = self.0.subscribe().wait_for(|count| *count == 0).await;
    }
}

/// An answer that is being written down.
struct One(Remembering);

impl One {
    fn of(remembering: &Remembering) -> Self {
        remembering.0.send_modify(|count| *count += 1);
        Self(remembering.clone())
    }
}

impl Drop for One {
    fn drop(&mut self) {
        self.0.0.send_modify(|count| *count -= 1);
    }
}

impl Desk {
    /// Lists records of the open connection for a person, and remembers what is answered.
    pub(crate) async fn list(&self, list: &List) -> Result<Page, Trouble> {
        let line = self.line()?;
        // An answer that comes after its connection was closed is not remembered.
        let outbox = self.outbox_of(&line.id).await.map(|outbox| Arc::downgrade(&outbox));
        // Before the call: what is sent while it is under way is newer than its answer.
        let at = Timestamp::now();
        let page = line.list(list).await?;
        if let Some(outbox) = outbox.and_then(|outbox| outbox.upgrade()) {
            self.remembering.begin(&outbox, list, page.records.clone(), at);
        }
        Ok(page)
    }
}
