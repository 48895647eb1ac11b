//! The state machine of a record: its states, what can happen to it, and what follows. It is
//! pure: no clock, no network, no database. Whoever drives it persists each state in one
//! transaction before its effect, so a crash between any two steps has one meaning: a record
//! found [`Sending`](State::Sending) while nobody sends is one whose answer was lost.

mod event;

use std::time::Duration;

use jiff::Timestamp;
use jiff::fmt::serde::timestamp::millisecond::required as millisecond;
use serde::{Deserialize, Serialize};
use specta::Type;

pub use self::event::{Began, Decision, Event, Found, Reading};
use super::record::{Alteration, Candidate, Difference};

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
        /// Of a change: a person wants it sent though its record can not be found.
        #[serde(default)]
        anyway: bool,
    },
    /// It left this machine, or was about to; no answer is known.
    Sending {
        /// The highest id of its kind that was seen at the service before it left; none for a
        /// change, which goes to an id that is known.
        above: Option<u32>,
        /// As in [`Ready`](Self::Ready).
        losses: u32,
        /// As in [`Ready`](Self::Ready).
        #[serde(default)]
        anyway: bool,
    },
    /// Its answer was lost: the service may hold it, a registration under an id higher than
    /// `above`.
    Uncertain {
        /// As in [`Sending`](Self::Sending).
        above: Option<u32>,
        /// With this one.
        losses: u32,
        /// When the loss was noticed: nothing of that call left this machine later.
        #[serde(with = "millisecond")]
        lost_at: Timestamp,
        /// When it is looked up next.
        #[serde(with = "millisecond")]
        look_up_at: Timestamp,
        /// As in [`Ready`](Self::Ready). An earlier call of it may be there unseen, so that what is
        /// seen later need not be this one's doing.
        #[serde(default)]
        anyway: bool,
    },
    /// The look-up could not decide; a person does.
    Undecided {
        /// As in [`Sending`](Self::Sending).
        above: Option<u32>,
        /// What the service holds that is like it; none for a private record, which may be there
        /// unlisted, and for one whose answers are lost time and again.
        candidates: Vec<Candidate>,
    },
    /// Its record is not as it was when the change was made for it; a person decides.
    Conflict {
        /// Where the versions differ; empty where the record can not be found any more.
        differences: Vec<Difference>,
    },
    /// The service answered that it is changed; what became of the record is to be read.
    Changed {
        /// The service's id.
        id: u32,
        /// When it answered.
        #[serde(with = "millisecond")]
        at: Timestamp,
    },
    /// It is changed, and something is not as it should be: more changed than was sent, or less. The
    /// person is to see it.
    Altered {
        /// The service's id.
        id: u32,
        /// As in [`Done`](Self::Done).
        #[serde(with = "millisecond")]
        at: Timestamp,
        /// What that is.
        alterations: Vec<Alteration>,
    },
    /// The service refused it. Nothing of it is there.
    Refused {
        /// Why.
        reason: Reason,
    },
    /// It is registered, or changed. Final.
    Done {
        /// The service's id.
        id: u32,
        /// When that became known.
        #[serde(with = "millisecond")]
        at: Timestamp,
    },
    /// The person gave the change up for the service's version. Final, and kept nowhere.
    GivenUp {
        /// When.
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

/// What the machine has to know beside the state.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances {
    /// It changes a registered record, and registers none.
    pub change: bool,
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
        (State::Draft { .. }, Event::Submitted) => State::Ready { losses: 0, anyway: false },

        (&State::Ready { losses, anyway }, Event::Departs { above }) if !around.change => {
            State::Sending { above: Some(above), losses, anyway }
        }
        (&State::Sending { losses, anyway, .. }, Event::Stayed) => State::Ready { losses, anyway },
        (State::Sending { above: Some(_), .. }, Event::Answered { id, at }) => {
            State::Done { id, at }
        }
        (State::Sending { above: None, .. }, Event::Answered { id, at }) => {
            State::Changed { id, at }
        }
        (State::Ready { .. } | State::Sending { .. }, Event::Refused { reason }) => {
            State::Refused { reason }
        }
        (&State::Sending { above, losses, anyway }, Event::Lost { at }) => {
            State::Uncertain { above, losses: losses + 1, lost_at: at, look_up_at: at, anyway }
        }

        (
            &State::Uncertain { above: Some(above), losses, lost_at, anyway, .. },
            Event::LookedUp { began, found },
        ) => looked_up(Doubt { losses, lost_at, anyway, began }, above, found, around),
        (
            &State::Uncertain { above: None, losses, lost_at, anyway, .. },
            Event::ReadAgain { began, reading },
        ) => read_in_doubt(Doubt { losses, lost_at, anyway, began }, reading, around),
        (&State::Ready { losses, anyway }, Event::ReadAgain { began, reading })
            if around.change =>
        {
            read_again(losses, anyway, began.at, reading)
        }
        (&State::Changed { id, at }, Event::ReadBack { alterations }) => {
            changed(id, at, alterations)
        }

        (state, Event::Decided { decision, at }) => decided(state, decision, at)?,
        _ => return Err(NotNow),
    })
}

/// What is known of a lost answer when the service is looked at again.
#[derive(Clone, Copy)]
struct Doubt {
    losses: u32,
    lost_at: Timestamp,
    anyway: bool,
    began: Began,
}

impl Doubt {
    /// When the call can no longer arrive: what is seen from then on is how it stays.
    fn conclusive_at(self, around: Circumstances) -> Timestamp {
        self.lost_at().saturating_add(around.safe_delay).unwrap_or(Timestamp::MAX)
    }

    /// Whether the call can no longer arrive.
    fn is_conclusive(self, around: Circumstances) -> bool {
        self.began.at >= self.conclusive_at(around)
    }

    /// When it was, by the clock as it is set now. After a restart only that clock tells: one that
    /// was set back makes the delay begin anew, instead of lasting for days.
    fn lost_at(self) -> Timestamp {
        let Began { at, waited } = self.began;
        match waited {
            Some(waited) => at.saturating_sub(waited).unwrap_or(Timestamp::MIN),
            None => self.lost_at.min(at),
        }
    }

    fn goes_on(self, above: Option<u32>, around: Circumstances) -> State {
        State::Uncertain {
            above,
            losses: self.losses,
            lost_at: self.lost_at(),
            look_up_at: self.conclusive_at(around),
            anyway: self.anyway,
        }
    }
}

fn looked_up(doubt: Doubt, above: u32, found: Found, around: Circumstances) -> State {
    let Doubt { losses, began, .. } = doubt;
    let above = Some(above);
    match found {
        Found::Same { id } if !around.another_in_doubt => State::Done { id, at: began.at },
        // The call may still arrive, and then be the one that agrees in everything.
        _ if !doubt.is_conclusive(around) => doubt.goes_on(above, around),
        Found::Same { id } => State::Done { id, at: began.at },
        Found::Alike(candidates) => State::Undecided { above, candidates },
        Found::Nothing if around.private || losses >= MOST_LOSSES => {
            State::Undecided { above, candidates: Vec::new() }
        }
        Found::Nothing => State::Ready { losses, anyway: false },
    }
}

/// A change whose answer was lost could be repeated at any time: it writes the same values. But
/// the lost call may still be on its way. Were the change sent again and done, or given up by the
/// person, the late one would then undo what was changed after it: by a colleague, or by this
/// person's next change. So nothing but its arrival counts before that is impossible. Not even what
/// it was to do tells that it arrived, where it was sent though its record was not found: an earlier
/// call may have done it, unseen. A colleague who changes the record in these minutes can be
/// overwritten by the late call all the same; nothing on this side can call it back. One who writes
/// the very same is taken for the call.
fn read_in_doubt(doubt: Doubt, reading: Reading, around: Circumstances) -> State {
    let has_arrived = matches!(reading, Reading::Ours { .. }) && !doubt.anyway;
    if has_arrived || doubt.is_conclusive(around) {
        read_again(doubt.losses, false, doubt.began.at, reading)
    } else {
        doubt.goes_on(None, around)
    }
}

fn read_again(losses: u32, anyway: bool, began: Timestamp, reading: Reading) -> State {
    match reading {
        // It was never sent: what else changed was others' doing.
        Reading::Ours { id, .. } if losses == 0 => State::Done { id, at: began },
        Reading::Ours { id, alterations } => changed(id, began, alterations),
        Reading::Theirs { differences } => State::Conflict { differences },
        Reading::Gone if !anyway => State::Conflict { differences: Vec::new() },
        Reading::Unchanged | Reading::Gone if losses >= MOST_LOSSES => {
            State::Undecided { above: None, candidates: Vec::new() }
        }
        Reading::Unchanged | Reading::Gone => State::Sending { above: None, losses, anyway },
    }
}

fn changed(id: u32, at: Timestamp, alterations: Vec<Alteration>) -> State {
    if alterations.is_empty() {
        State::Done { id, at }
    } else {
        State::Altered { id, at, alterations }
    }
}

fn decided(state: &State, decision: Decision, at: Timestamp) -> Result<State, NotNow> {
    Ok(match (state, decision) {
        (State::Undecided { above: Some(_), .. }, Decision::ThatOne { id }) => {
            State::Done { id, at }
        }
        (State::Undecided { .. }, Decision::SendAgain) => State::Ready { losses: 0, anyway: false },
        (State::Undecided { .. } | State::Conflict { .. }, Decision::TakeBack) => {
            State::Draft { aside: false }
        }
        (State::Conflict { .. }, Decision::Resolve { values }) if values.is_empty() => {
            State::GivenUp { at }
        }
        (State::Conflict { differences }, decision) => match decision {
            Decision::Resolve { .. } if !differences.is_empty() => {
                State::Ready { losses: 0, anyway: false }
            }
            Decision::SendAgain if differences.is_empty() => {
                State::Ready { losses: 0, anyway: true }
            }
            _ => return Err(NotNow),
        },
        (&State::Altered { id, at, .. }, Decision::Seen) => State::Done { id, at },
        _ => return Err(NotNow),
    })
}

#[cfg(test)]
mod tests;
