//! Remembering what a list call answered, off the path of the answer: nobody waits for it.

use std::sync::Arc;

use hotprofile::{List, Page};
use jiff::Timestamp;
use rusqlite::Connection;
use tokio::sync::watch;

use crate::choices;
use crate::desk::Desk;
use crate::outbox::{Outbox, look_up, table};
use crate::trouble::Trouble;

/// What was answered to a list call.
pub struct Answered {
    /// The call.
    pub list: List,
    /// The answer.
    pub page: Page,
    /// When the call was made: what is sent while it is under way is newer than its answer.
    pub at: Timestamp,
}

/// How many answers are being written down.
#[derive(Clone, Default)]
pub struct Remembering(watch::Sender<usize>);

impl Remembering {
    /// Writes down what was answered, and which ids it was asked with. What fails is logged:
    /// nothing depends on it.
    fn begin(&self, outbox: &Outbox, answered: Answered) {
        let database = outbox.database().clone();
        let one = One::of(self);
        tokio::spawn(async move {
            let written = database
                .run(move |database| database.write(|db| Ok(write_down(db, &answered)?)))
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

fn write_down(db: &Connection, Answered { list, page, at }: &Answered) -> rusqlite::Result<()> {
    let entity = list.entity();
    super::answered(db, entity, &page.records, *at)?;
    choices::searched(db, entity, list.values())?;
    match look_up::highest_of(page).filter(|_| list.begins_with_newest()) {
        // Nobody has to ask for it before the first is registered.
        Some(id) => table::saw(db, entity, id),
        None => Ok(()),
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
        let at = Timestamp::now();
        let page = line.list(list).await?;
        if let Some(outbox) = outbox.and_then(|outbox| outbox.upgrade()) {
            let answered = Answered { list: list.clone(), page: page.clone(), at };
            self.remembering.begin(&outbox, answered);
        }
        Ok(page)
    }

    /// Remembers for this connection, where it is open, what was answered before it was.
    pub(crate) async fn remember(&self, connection: &str, answered: Answered) {
        if let Some(outbox) = self.outbox_of(connection).await {
            self.remembering.begin(&outbox, answered);
        }
    }
}
