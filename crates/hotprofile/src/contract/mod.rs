//! What the service publishes of its records, one declaration per field.
//!
//! Here are facts alone: keys, kinds, limits, where a field may be written, searched, sorted and
//! answered. Checks, calls, forms, tables and the practice server are made from them; none of
//! them lives here.

mod business_cards;
mod clients;
mod field;
mod kind;
mod leads;
mod listing;
mod names;
mod published;
mod search;
mod shape;
mod table;

use serde::{Deserialize, Serialize};

pub use business_cards::BUSINESS_CARDS;
pub use clients::CLIENTS;
pub use field::{Answer, Field, Presence, Tier, Write};
pub use kind::{Choice, Kind};
pub use leads::LEADS;
pub use listing::{COUNTERS, DateFormatOption, Listing, OrderKeys};
pub use names::{Named, WHOLES, names, shown_as};
pub use published::Published;
pub use search::{Matching, Search};
pub use shape::{
    ContractShape, FieldShape, ListingShape, RecordShape, SearchShape, contract_shape,
};
pub use table::{RequestRow, ResponseRow, request_rows, response_rows};

/// The three kinds of record of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Entity {
    /// 名刺
    BusinessCards,
    /// 会社
    Clients,
    /// リード
    Leads,
}

impl Entity {
    /// All of them, in the order of the published documentation.
    pub const ALL: [Self; 3] = [Self::BusinessCards, Self::Clients, Self::Leads];

    /// The declaration of this kind of record.
    #[must_use]
    pub const fn record(self) -> &'static Record {
        match self {
            Self::BusinessCards => &BUSINESS_CARDS,
            Self::Clients => &CLIENTS,
            Self::Leads => &LEADS,
        }
    }

    /// The service's own word for it: in paths, and as the name of the list in an answer.
    #[must_use]
    pub const fn key(self) -> &'static str {
        self.record().key
    }
}

/// What can be asked of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// Registers a new record. Sent twice, it registers two.
    Create,
    /// Changes a registered record.
    Update,
    /// Lists registered records; changes nothing.
    List,
}

impl Operation {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Create, Self::Update, Self::List];
}

/// One kind of record: its fields and how it is listed.
#[derive(Debug)]
pub struct Record {
    /// See [`Entity::key`].
    pub key: &'static str,
    /// Every field that can be written, searched, sorted or answered.
    pub fields: &'static [Field],
    /// How it is listed.
    pub listing: Listing,
}

impl Record {
    /// The path of an operation, from the root of the host.
    #[must_use]
    pub fn path(&self, operation: Operation) -> String {
        let last = match operation {
            Operation::Create => "create",
            Operation::Update => "update",
            Operation::List => self.listing.path,
        };
        format!("/rest_api/v1/{}/{last}", self.key)
    }

    /// The field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The keys by which its list can be sorted.
    pub fn order_keys(&self) -> impl Iterator<Item = &'static str> {
        self.fields.iter().filter(|field| field.sortable).map(|field| field.key)
    }

    /// The search parameter with this published name, brackets included.
    #[must_use]
    pub fn search(&self, parameter: &str) -> Option<&'static Search> {
        self.fields
            .iter()
            .flat_map(|field| field.searches)
            .find(|search| search.parameter == parameter)
    }

    /// The fields that an operation takes, in the published order; none for a list, which takes
    /// [searches](Self::searches).
    #[must_use]
    pub fn written(&self, operation: Operation) -> Vec<(&'static Field, Write)> {
        let mut written: Vec<_> =
            self.fields.iter().filter_map(|field| Some((field, field.write(operation)?))).collect();
        written.sort_by_key(|(_, write)| write.position);
        written
    }

    /// Every search parameter with its field, in the published order.
    #[must_use]
    pub fn searches(&self) -> Vec<(&'static Field, &'static Search)> {
        let mut searches: Vec<_> = self
            .fields
            .iter()
            .flat_map(|field| field.searches.iter().map(move |search| (field, search)))
            .collect();
        searches.sort_by_key(|(_, search)| search.position);
        searches
    }
}

#[cfg(test)]
mod tests;
