//! Records of the outbox: as they are kept, and as the pages see them.

use std::collections::BTreeMap;

use hotprofile::{Entity, Operation, Values};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::state::{Reason, State};
use crate::moment::Moment;

/// Names a record on this machine; never given a second time.
pub type RecordId = u32;

/// A record as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Names it on this machine.
    pub id: RecordId,
    /// What it is.
    pub entity: Entity,
    /// What is to be done with it.
    pub operation: Operation,
    /// What was typed; from `Submitted` on, as it will be sent.
    pub values: Values,
    /// Name of the company that was chosen, for people to read and for look-ups to compare.
    pub client_name: Option<String>,
    /// The company of the outbox whose id it takes as `client_id`, until that id is known.
    pub needs: Option<RecordId>,
    /// The registered record that it changes; none for a registration.
    pub change: Option<Change>,
    /// Where it stands.
    pub state: State,
    /// When a person last saved it.
    pub saved_at: Timestamp,
}

impl Record {
    /// Its form, as it is kept.
    #[must_use]
    pub fn form(&self) -> Form {
        Form {
            entity: self.entity,
            values: self.values.clone(),
            client_name: self.client_name.clone(),
            needs: self.needs,
            change: self.change.clone(),
        }
    }

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
    /// The registered record that it changes; none where it registers a new one. `values` then
    /// holds what is changed, and an empty text empties its field.
    pub change: Option<Change>,
}

/// The registered record that a form changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Change {
    /// The service's id.
    pub id: u32,
    /// Its name when it was opened, for people.
    pub name: String,
    /// What the service showed of it, by key, in the version that the change is made for: when it
    /// was opened, just before it was sent, or in the conflict that the person resolved. Whether
    /// others changed it since then is found out by this.
    pub listed: Values,
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
    /// The record was changed at the service since it was opened: a person chooses.
    Conflict {
        /// The fields in which the versions differ; empty where the record can not be found any
        /// more.
        differences: Vec<Difference>,
    },
    /// The change is at the service, and something there is not as it should be.
    Altered {
        /// The service's id.
        id: u32,
        /// What changed beside it.
        alterations: Vec<Alteration>,
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

/// A field in which the versions of a record differ. An empty text stands for nothing; of a field
/// that the service does not show, both its versions are empty, or what names it in both of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Difference {
    /// Key of the field.
    pub key: String,
    /// As the service showed it when the person opened it.
    pub opened: String,
    /// As the person wants it; none where the person left it alone.
    pub ours: Option<String>,
    /// As the service shows it now.
    pub theirs: String,
}

/// A field that changed though it was not sent, or that was sent and is something else. An empty
/// text stands for nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Alteration {
    /// Key of the field.
    pub key: String,
    /// As the service showed it before, or as it was sent: what it should be.
    pub before: String,
    /// As it shows it now.
    pub after: String,
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
    /// Changed by a colleague meanwhile, and left to a person.
    pub conflict: u32,
    /// Changes that are at the service, where the person has to be told what else changed.
    pub altered: u32,
    /// Refused.
    pub refused: u32,
}

impl Counts {
    /// Records that are lost if the database is: all but the drafts.
    #[must_use]
    pub const fn unsent(&self) -> u32 {
        self.waiting + self.sending + self.uncertain + self.undecided + self.conflict + self.refused
    }
}
