//! Looking up what is registered.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use hotprofile::{Entity, Item, List, ListedRecord, Order, Values};
use serde::{Deserialize, Serialize};
use specta::Type;
use tokio::sync::oneshot;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// What is looked for.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Query {
    /// Search parameters by their published names, brackets included.
    pub search: Values,
    /// Sorted how; as the service likes without it.
    pub order: Option<Order>,
    /// Which page, from 1.
    pub number: u32,
    /// Records on a page.
    pub display_number: u32,
}

/// What was found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Found {
    /// The records of this page.
    pub records: Vec<FoundRecord>,
    /// Records in all.
    pub total_count: u32,
    /// Pages in all.
    pub total_number: u32,
    /// This page, from 1.
    pub current_number: u32,
    /// Records of this page that can not be read.
    pub unreadable: u32,
}

/// A record that was found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FoundRecord {
    /// The service's id; none where the answer held none that can be read.
    pub id: Option<u32>,
    /// Every field that holds something, as text; keys that no table publishes among them.
    pub fields: BTreeMap<String, String>,
    /// The customer's own items.
    pub items: Vec<Item>,
}

impl Desk {
    /// Lists records of the open connection. The caller names the call by a ticket of its own,
    /// with which it can be [given up](Self::give_up).
    pub async fn find(&self, entity: Entity, query: Query, ticket: u32) -> Result<Found, Trouble> {
        let given_up = self.tickets.given_up(ticket);
        tokio::select! {
            found = self.found(entity, query) => found,
            () = given_up => Err(Trouble::Overtaken),
        }
    }

    /// Gives up a call of [`find`](Self::find), or of another with a ticket, that nobody waits for any more: it does not wait
    /// for the limit, and what it would answer is not read. It then ends as
    /// [`Trouble::Overtaken`]. One that has ended already is left alone.
    pub fn give_up(&self, ticket: u32) {
        self.tickets.give_up(ticket);
    }

    async fn found(&self, entity: Entity, query: Query) -> Result<Found, Trouble> {
        let Query { search, order, number, display_number } = query;
        let list = List::new(entity, &search, order.as_ref(), number, display_number)
            .map_err(|problems| Trouble::Invalid { problems })?;
        let page = self.list(&list).await?;
        Ok(Found {
            records: page
                .records
                .into_iter()
                .map(|ListedRecord { id, fields, items }| FoundRecord { id, fields, items })
                .collect(),
            total_count: page.total_count,
            total_number: page.total_number,
            current_number: page.current_number,
            unreadable: page.unreadable,
        })
    }
}

/// The calls that can be given up.
#[derive(Default)]
pub(crate) struct Tickets(Mutex<Vec<(u32, oneshot::Sender<()>)>>);

impl Tickets {
    /// Resolves when the call with this ticket is given up.
    pub(crate) fn given_up(&self, ticket: u32) -> impl Future<Output = ()> + use<> {
        let (sender, given_up) = oneshot::channel();
        let mut calls = self.calls();
        // Those that have ended hear nothing any more.
        calls.retain(|(_, sender)| !sender.is_closed());
        calls.push((ticket, sender));
        async {
            // Its other end was dropped.
            let _ = given_up.await;
        }
    }

    fn give_up(&self, ticket: u32) {
        self.calls().retain(|(other, _)| *other != ticket);
    }

    fn calls(&self) -> MutexGuard<'_, Vec<(u32, oneshot::Sender<()>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests;
