//! Records of the outbox: as they are kept, and as the pages see them.

use std::collections::BTreeMap;

use hotprofile::{Entity, Operation, Values};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::state::{Reason, State};

/// Names a record on this machine; never given a second time.
pub type RecordId = u32;

/// A record as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Names it on this machine.
    pub id: RecordId,
    /// What it is.
    pub entity: Entity,
    /// What is to be done with it. Only registrations are made so far.
    pub operation: Operation,
    /// What was typed; from `Submitted` on, as it will be sent.
    pub values: Values,
    /// Name of the company that was chosen, for people to read and for look-ups to compare.
    pub client_name: Option<String>,
    /// The company of the outbox whose id it takes as `client_id`, until that id is known.
    pub needs: Option<RecordId>,
    /// Where it stands.
    pub state: State,
    /// When a person last saved it.
    pub saved_at: Timestamp,
}

impl Record {
    /// Whether only its owner sees it at the service, so that it may not be listed.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.values.get("open_status").is_some_and(|status| status == "3")
    }
}

/// A form to be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Form {
    /// What it registers.
    pub entity: Entity,
    /// What was typed, by key.
    pub values: Values,
    /// Name of the company that was chosen; none for a company itself.
    pub client_name: Option<String>,
    /// The company of the outbox that it waits for, where that is not registered yet; then
    /// `values` holds no `client_id`.
    pub needs: Option<RecordId>,
}

/// A record of the outbox, a draft, or one of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct OutboxRecord {
    /// Names it on this machine.
    pub id: RecordId,
    /// Its form.
    pub form: Form,
    /// Where it stands.
    pub stage: Stage,
    /// When a person last saved it.
    pub saved_at: Moment,
}

/// A moment as the pages read it: `2026-11-23T04:05:06Z`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Moment(String);

impl From<Timestamp> for Moment {
    fn from(moment: Timestamp) -> Self {
        Self(moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
    }
}

/// Where a record stands, for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "stage", rename_all = "snake_case")]
pub enum Stage {
    /// It is being typed.
    Draft {
        /// Put aside for later.
        aside: bool,
    },
    /// It will be sent by itself.
    Waiting {
        /// Why it was not sent yet.
        why: Why,
        /// Until when at most, where that is known.
        until: Option<Moment>,
    },
    /// It is on its way.
    Sending,
    /// Its answer was lost; it is looked up by itself.
    Uncertain {
        /// When it is looked up next.
        until: Moment,
    },
    /// A person decides.
    Undecided {
        /// What the service holds that is like it.
        candidates: Vec<Candidate>,
    },
    /// The service refused it.
    Refused {
        /// Why.
        reason: Reason,
    },
    /// It is registered.
    Done {
        /// The service's id.
        id: u32,
        /// When.
        at: Moment,
    },
}

/// Why a record waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Others go first.
    InTurn,
    /// Its company is not registered yet.
    Company,
    /// The limit of calls is used up.
    Limit,
    /// The service can not be reached.
    NotReachable,
    /// The service's certificate is not trusted.
    NotTrusted,
    /// The service does not accept the key.
    KeyNotAccepted,
    /// The service answers with faults of its own, or not in time.
    ServiceFails,
    /// This program can not write its own data.
    ProgramFails,
}

/// A record of the service that may be the one whose answer was lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Candidate {
    /// The service's id; none where the answer held none that can be read.
    pub id: Option<u32>,
    /// What the service listed of it.
    pub fields: BTreeMap<String, String>,
}

/// How many records stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Counts {
    /// Being typed or put aside.
    pub drafts: u32,
    /// Waiting to be sent.
    pub waiting: u32,
    /// On their way.
    pub sending: u32,
    /// Being looked up.
    pub uncertain: u32,
    /// Left to a person.
    pub undecided: u32,
    /// Refused.
    pub refused: u32,
}

impl Counts {
    /// Records that are lost if the database is: all but the drafts.
    #[must_use]
    pub const fn unsent(&self) -> u32 {
        self.waiting + self.sending + self.uncertain + self.undecided + self.refused
    }
}
