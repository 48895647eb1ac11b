//! What can happen to a record of the outbox: everything that [`next`](super::next) knows.

use std::time::Duration;

use hotprofile::Values;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::Reason;
use crate::outbox::record::{Alteration, Candidate, Difference};

/// When the service was begun to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Began {
    /// By the clock that people set.
    pub at: Timestamp,
    /// How long after the loss of the answer, by a clock that nobody sets; none where another run
    /// of the program saw it.
    pub waited: Option<Duration>,
}

impl From<Timestamp> for Began {
    fn from(at: Timestamp) -> Self {
        Self { at, waited: None }
    }
}

/// What happens to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The person puts the draft aside.
    PutAside,
    /// The person takes the draft up again.
    TakenUp,
    /// The person saves: it goes into the outbox.
    Submitted,
    /// The person takes it back into its form.
    TakenBack,
    /// The registration is about to leave this machine.
    Departs {
        /// See [`State::Sending`](super::State::Sending).
        above: u32,
    },
    /// The call failed in a way that cannot have stored it.
    Stayed,
    /// The service answered with its id.
    Answered {
        /// The service's id.
        id: u32,
        /// Now.
        at: Timestamp,
    },
    /// The service refused it.
    Refused {
        /// Why.
        reason: Reason,
    },
    /// The call ended without an answer that can be understood, or it was found
    /// [`Sending`](super::State::Sending) while nobody sends.
    Lost {
        /// Now.
        at: Timestamp,
    },
    /// The service's newest records, down to `above`, were compared with it.
    LookedUp {
        /// When the look-up began.
        began: Began,
        /// What it found.
        found: Found,
    },
    /// The record that is to be changed was read again, as it stands at the service. Where nothing
    /// speaks against it, the change is about to leave this machine.
    ReadAgain {
        /// When the reading began.
        began: Began,
        /// What it showed.
        reading: Reading,
    },
    /// The record that was changed was read once more, after the answer.
    ReadBack {
        /// What else changed.
        alterations: Vec<Alteration>,
    },
    /// The person decided.
    Decided {
        /// What.
        decision: Decision,
        /// Now.
        at: Timestamp,
    },
}

/// What a look-up found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A record whose every comparable field agrees, and that is no other record's.
    Same {
        /// The service's id.
        id: u32,
    },
    /// Records that share the name, and differ in something.
    Alike(Vec<Candidate>),
    /// None that even shares the name.
    Nothing,
}

/// What the reading of a record that is to be changed showed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The version that the change was made for, as far as people see; or one that differs from it
    /// only by values that are wanted.
    Unchanged,
    /// Everything that is wanted is there already.
    Ours {
        /// The service's id.
        id: u32,
        /// What else is not as it was.
        alterations: Vec<Alteration>,
    },
    /// A version that others made.
    Theirs {
        /// Where the versions differ.
        differences: Vec<Difference>,
    },
    /// No such record.
    Gone,
}

/// What a person decides of a record that is left to people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    /// This one at the service is it.
    ThatOne {
        /// The service's id.
        id: u32,
    },
    /// It is not there: it is sent again. Of a change whose record can not be found: it is sent all
    /// the same.
    SendAgain,
    /// It is taken back into its form.
    TakeBack,
    /// Of a conflict: these values are sent in place of the version that was shown. None of them:
    /// the service's version stays, nothing is sent, and the change leaves the outbox.
    Resolve {
        /// What is sent, by key.
        values: Values,
    },
    /// Of an altered record: the person has seen what else changed.
    Seen,
}
