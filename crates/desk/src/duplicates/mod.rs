//! Whether what is typed is registered already: among what this machine knows and what waits in
//! the outbox without a call, and in the service with one call at most for a form.
//!
//! People are compared with people of the same kind of record: a lead who has a card is usual.
//! A namesake at another company is no duplicate; whoever changed the company is found by an own
//! e-mail address or a mobile number.

mod asked;
mod asking;
mod company;
mod desk;
mod keys;
mod known;
mod listed;
mod one;
mod taking;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use specta::Type;

pub(crate) use self::asked::Asked;
pub(crate) use self::asking::search_for;
pub use self::keys::make_missing;
pub(crate) use self::keys::{forget_all, make};
pub use self::known::likely;
pub(crate) use self::known::{asks_about, names};
pub use self::taking::Taken;
pub use crate::likeness::Alike;
use crate::outbox::record::RecordId;

/// Which record is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(tag = "at", rename_all = "snake_case")]
pub enum Whose {
    /// One of the service, of the kind of the form.
    Service {
        /// The service's id.
        id: u32,
    },
    /// One of the outbox, not registered yet.
    Outbox {
        /// Names it on this machine.
        id: RecordId,
    },
}

/// A record that may be the same as the one that is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Duplicate {
    /// Which.
    pub whose: Whose,
    /// What is known of it, in the fields in which the service lists it.
    pub fields: BTreeMap<String, String>,
    /// Why it may be the same; never empty.
    pub reasons: Vec<Alike>,
    /// Nearly certain, so that saving asks about it once.
    pub certain: bool,
    /// Search parameters that find it at the service.
    pub search: BTreeMap<String, String>,
}

/// What is known of duplicates of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct Likely {
    /// The likeliest first.
    pub duplicates: Vec<Duplicate>,
    /// Whether the service is worth a call: there is something to ask for, and this machine knows
    /// of no duplicate.
    pub worth_asking: bool,
    /// Whether what the record is known by stands in the form, so that having found none says
    /// something.
    pub is_named: bool,
}

/// What is known of them once the service was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Looked {
    /// What is known now.
    pub likely: Likely,
    /// Whether the service told of everybody who was asked for.
    pub told_all: bool,
}

#[cfg(test)]
mod tests;
