//! Looking up what is registered.

mod terms;

use std::collections::BTreeMap;

use hotprofile::{Entity, Item, List, ListedRecord, Order, Page, Values};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::desk::Desk;
use crate::duplicates::{Whose, search_for};
use crate::outbox::likeness::as_flags;
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
    /// Every field that holds something, as text; keys that no table publishes among them. A flag is
    /// `true` or `false`, whatever mark the service puts there.
    pub fields: BTreeMap<String, String>,
    /// The customer's own items.
    pub items: Vec<Item>,
}

impl Desk {
    /// Lists records of the open connection. The caller names the call by a ticket of its own,
    /// with which it can be [given up](Self::give_up). Where the page that is asked for is no more,
    /// the last one is found in its place, with a second call.
    pub async fn find(&self, entity: Entity, query: Query, ticket: u32) -> Result<Found, Trouble> {
        self.unless_given_up(ticket, self.found(entity, query)).await
    }

    /// What lists a registered record, alone or among few others. Of a card its `name` and
    /// `client_name` are needed, by which it is found.
    #[must_use]
    pub fn search_for(&self, entity: Entity, id: u32, fields: &Values) -> Values {
        search_for(entity, Whose::Service { id }, fields)
    }

    async fn found(&self, entity: Entity, query: Query) -> Result<Found, Trouble> {
        let mut page = self.page(entity, &query, query.number).await?;
        let last = page.total_number.max(1);
        if page.records.is_empty() && page.unreadable == 0 && last < query.number {
            page = self.page(entity, &query, last).await?;
        }
        let record = |ListedRecord { id, fields, items }| FoundRecord {
            id,
            fields: as_flags(entity, fields),
            items,
        };
        Ok(Found {
            records: page.records.into_iter().map(record).collect(),
            total_count: page.total_count,
            total_number: page.total_number,
            current_number: page.current_number,
            unreadable: page.unreadable,
        })
    }

    async fn page(&self, entity: Entity, query: &Query, number: u32) -> Result<Page, Trouble> {
        let Query { search, order, display_number, .. } = query;
        let list = List::new(entity, search, order.as_ref(), number, *display_number)
            .map_err(|problems| Trouble::Invalid { problems })?;
        self.list(&list).await
    }
}

#[cfg(test)]
mod tests;
