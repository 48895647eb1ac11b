//! Looking up what is registered.

use std::collections::BTreeMap;

use hotprofile::{Entity, List, ListedRecord, Order, Values};
use serde::{Deserialize, Serialize};
use specta::Type;

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
}

impl Desk {
    /// Lists records of the open connection.
    pub async fn find(&self, entity: Entity, query: Query) -> Result<Found, Trouble> {
        let Query { search, order, number, display_number } = query;
        let list = List::new(entity, &search, order.as_ref(), number, display_number)
            .map_err(|problems| Trouble::Invalid { problems })?;
        let page = self.line()?.list(&list).await?;
        Ok(Found {
            records: page
                .records
                .into_iter()
                .map(|ListedRecord { id, fields }| FoundRecord { id, fields })
                .collect(),
            total_count: page.total_count,
            total_number: page.total_number,
            current_number: page.current_number,
            unreadable: page.unreadable,
        })
    }
}
