//! The state machine of a record: its states, what can happen to it, and what follows. It is
//! pure: no clock, no network, no database. Whoever drives it persists each state in one
//! transaction before its effect, so a crash between any two steps has one meaning: a record
//! found [`Sending`](State::Sending) while nobody sends is one whose answer was lost.

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::serde::timestamp::millisecond::required as millisecond;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::record::Candidate;

/// Where a record stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum State {
    /// It is being typed, or was put aside for later.
    Draft {
        /// Put aside by the person.
        aside: bool,
    },
    /// It waits to be sent. Nothing of it is at the service.
    Ready {
        /// How often it was sent and its answer lost, though it had not been stored.
        losses: u32,
    },
    /// It left this machine, or was about to; no answer is known.
    Sending {
        /// The highest id of its kind that was seen at the service before it left.
        above: u32,
        /// As in [`Ready`](Self::Ready).
        losses: u32,
    },
    /// Its answer was lost: the service may hold it, under an id higher than `above`.
    Uncertain {
        /// As in [`Sending`](Self::Sending).
        above: u32,
        /// With this one.
        losses: u32,
        /// When the loss was noticed: nothing of that call left this machine later.
        #[serde(with = "millisecond")]
        lost_at: Timestamp,
        /// When it is looked up next.
        #[serde(with = "millisecond")]
        look_up_at: Timestamp,
    },
    /// The look-up could not decide; a person does.
    Undecided {
        /// As in [`Sending`](Self::Sending).
        above: u32,
        /// What the service holds that is like it; none for a private record, which may be there
        /// unlisted, and for one whose answers are lost time and again.
        candidates: Vec<Candidate>,
    },
    /// The service refused it. Nothing of it is there.
    Refused {
        /// Why.
        reason: Reason,
    },
    /// It is registered. Final.
    Done {
        /// The service's id.
        id: u32,
        /// When that became known.
        #[serde(with = "millisecond")]
        at: Timestamp,
    },
}

/// Why the service refused a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Reason {
    /// HTTP status; none where it was found wrong before it was sent.
    pub status: Option<u16>,
    /// What the service said, maybe nothing.
    pub text: String,
    /// The parameters that break published rules.
    pub problems: Vec<hotprofile::Problem>,
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
    /// It is about to leave this machine; `above` is the highest id seen at the service.
    Departs {
        /// See [`State::Sending`].
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
    /// [`Sending`](State::Sending) while nobody sends.
    Lost {
        /// Now.
        at: Timestamp,
    },
    /// The service's newest records, down to `above`, were compared with it.
    LookedUp {
        /// When the look-up began.
        began: Timestamp,
        /// What it found.
        found: Found,
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

/// What a person decides of a record that the look-up left open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(tag = "decision", rename_all = "snake_case")]
pub enum Decision {
    /// This one at the service is it.
    ThatOne {
        /// The service's id.
        id: u32,
    },
    /// It is not there: it is sent again.
    SendAgain,
    /// It is taken back into its form.
    TakeBack,
    /// Of a conflict: these values are sent, whatever the service shows now. None of them: the
    /// service's version stays, and nothing is sent.
    Resolve {
        /// What is sent, by key.
        values: hotprofile::Values,
    },
    /// Of an altered record: the person has seen what else changed.
    Seen,
}

/// What the machine has to know beside the state.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// The record may be registered and not listed, so that not finding it says nothing.
    pub private: bool,
    /// Another record of this kind is in doubt too. It may be a twin, so that what agrees with this
    /// one is that one's, and this one's call is still on its way.
    pub another_in_doubt: bool,
    /// How long after a loss the call can still be on its way: a look-up that finds nothing counts
    /// only after that.
    pub safe_delay: Duration,
}

/// The event can not happen in this state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this can not be done in the record's present state")]
pub struct NotNow;

/// After so many losses a person is asked: this record may be what the service fails on.
pub const MOST_LOSSES: u32 = 10;

/// The state that follows. Every way from one state to another stands here.
pub fn next(state: &State, event: Event, around: Circumstances) -> Result<State, NotNow> {
    Ok(match (state, event) {
        (State::Draft { .. }, Event::PutAside) => State::Draft { aside: true },
        (State::Draft { .. }, Event::TakenUp)
        | (State::Ready { .. } | State::Refused { .. }, Event::TakenBack) => {
            State::Draft { aside: false }
        }
        (State::Draft { .. }, Event::Submitted) => State::Ready { losses: 0 },

        (&State::Ready { losses }, Event::Departs { above }) => State::Sending { above, losses },
        (&State::Sending { losses, .. }, Event::Stayed) => State::Ready { losses },
        (State::Sending { .. }, Event::Answered { id, at }) => State::Done { id, at },
        (State::Ready { .. } | State::Sending { .. }, Event::Refused { reason }) => {
            State::Refused { reason }
        }
        (&State::Sending { above, losses }, Event::Lost { at }) => {
            State::Uncertain { above, losses: losses + 1, lost_at: at, look_up_at: at }
        }

        (&State::Uncertain { above, losses, lost_at, .. }, Event::LookedUp { began, found }) => {
            looked_up(Doubt { above, losses, lost_at }, began, found, around)
        }
        (State::Undecided { .. }, Event::Decided { decision, at }) => match decision {
            Decision::ThatOne { id } => State::Done { id, at },
            Decision::SendAgain => State::Ready { losses: 0 },
            Decision::TakeBack => State::Draft { aside: false },
            Decision::Resolve { .. } | Decision::Seen => return Err(NotNow),
        },
        _ => return Err(NotNow),
    })
}

/// What [`State::Uncertain`] holds.
#[derive(Clone, Copy)]
struct Doubt {
    above: u32,
    losses: u32,
    lost_at: Timestamp,
}

fn looked_up(doubt: Doubt, began: Timestamp, found: Found, around: Circumstances) -> State {
    let Doubt { above, losses, lost_at } = doubt;
    // A clock that was set back makes the delay begin anew, instead of lasting for days.
    let lost_at = lost_at.min(began);
    let conclusive_at = lost_at.saturating_add(around.safe_delay).unwrap_or(Timestamp::MAX);
    let is_conclusive = began >= conclusive_at;
    match found {
        Found::Same { id } if !around.another_in_doubt => State::Done { id, at: began },
        // The call may still arrive, and then be the one that agrees in everything.
        _ if !is_conclusive => {
            State::Uncertain { above, losses, lost_at, look_up_at: conclusive_at }
        }
        Found::Same { id } => State::Done { id, at: began },
        Found::Alike(candidates) => State::Undecided { above, candidates },
        Found::Nothing if around.private || losses >= MOST_LOSSES => {
            State::Undecided { above, candidates: Vec::new() }
        }
        Found::Nothing => State::Ready { losses },
    }
}

#[cfg(test)]
mod tests;
