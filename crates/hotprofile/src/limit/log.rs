//! The log of calls: which slots of the limit are taken, and until when. Pure: it knows neither a
//! clock nor a file; every moment is handed to it, in milliseconds of one clock that never goes
//! back while it runs.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::uptime::STEP;
use super::{Allowance, LONGEST_CALL, Left};

/// Milliseconds of the clock.
pub(super) type Moment = u64;

/// The calls that still take a slot, and until when the service lets nobody in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CallLog {
    calls: Vec<Call>,
    closed: Option<Closed>,
}

/// One call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Call {
    id: CallId,
    began: Moment,
    /// `None` while it is in flight, or where its program crashed.
    ended: Option<Moment>,
}

/// Names a call: the gate that let it through, and which of that gate's calls it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CallId {
    pub(super) gate: u64,
    pub(super) number: u64,
}

/// The service said that it takes no calls for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Closed {
    since: Moment,
    until: Moment,
}

impl CallLog {
    /// A log with every slot taken by a call that ended just now: for a file that can not be read.
    pub(super) fn full(allowance: Allowance, now: Moment) -> Self {
        let call = |number| Call { id: CallId { gate: 0, number }, began: now, ended: Some(now) };
        Self { calls: (0..).take(allowance.calls).map(call).collect(), closed: None }
    }

    /// Moments that lie ahead were written before this machine was last started: they count as
    /// just now. (Where the clock has passed them since the start, they look younger than they
    /// are, never older: nothing needs to be done.) An end may lie ahead by itself, because it is
    /// rounded up, or because its call was given up.
    pub(super) fn recover(&mut self, now: Moment) {
        let latest_end = now.saturating_add(millis(LONGEST_CALL + STEP));
        for call in &mut self.calls {
            if call.began > now || call.ended.is_some_and(|ended| ended > latest_end) {
                *call = Call { began: now, ended: Some(now), ..*call };
            }
        }
        if let Some(closed) = self.closed.as_mut().filter(|closed| closed.since > now) {
            let length = closed.until.saturating_sub(closed.since);
            *closed = Closed { since: now, until: now.saturating_add(length) };
        }
    }

    /// Takes a slot, or says how long until one is free.
    pub(super) fn begin(
        &mut self,
        allowance: Allowance,
        id: CallId,
        now: Moment,
    ) -> Result<(), Duration> {
        self.calls.retain(|call| call.takes_slot(allowance, id.gate, now));
        let wait = self.wait(allowance, id.gate, 0, now);
        if wait > Duration::ZERO {
            return Err(wait);
        }
        self.calls.push(Call { id, began: now, ended: None });
        Ok(())
    }

    /// The call is over. One that is no longer known (its file was lost) takes a slot all the same.
    pub(super) fn end(&mut self, id: CallId, now: Moment) {
        match self.calls.iter_mut().find(|call| call.id == id) {
            Some(call) => call.ended = Some(now),
            None => self.calls.push(Call { id, began: now, ended: Some(now) }),
        }
    }

    /// The call was left before its answer came. It may still be on its way, so it counts as one
    /// that a crash left open.
    pub(super) fn give_up(&mut self, id: CallId, now: Moment) {
        let began = self.calls.iter().find(|call| call.id == id).map_or(now, |call| call.began);
        self.end(id, now.max(began.saturating_add(millis(LONGEST_CALL))));
    }

    /// Lets nobody in for so long; never shortens what was said before.
    pub(super) fn close(&mut self, length: Duration, now: Moment) {
        let until = now.saturating_add(millis(length));
        if self.closed.is_none_or(|closed| closed.until < until) {
            self.closed = Some(Closed { since: now, until });
        }
    }

    /// How many calls can begin now, and how long until one more can.
    pub(super) fn left(&self, allowance: Allowance, gate: u64, now: Moment) -> Left {
        let is_closed = self.closed.is_some_and(|closed| closed.until > now);
        let taken = self.calls.iter().filter(|call| call.takes_slot(allowance, gate, now)).count();
        let left = if is_closed { 0 } else { allowance.calls.saturating_sub(taken) };
        let more_in = (left < allowance.calls).then(|| self.wait(allowance, gate, left, now));
        Left { left, more_in }
    }

    /// How long one waits who has so many before them, as far as it can be known now: calls in
    /// flight, and those of the people ahead, are taken to end at once.
    pub(super) fn wait(
        &self,
        allowance: Allowance,
        gate: u64,
        ahead: usize,
        now: Moment,
    ) -> Duration {
        let period = millis(allowance.period);
        let in_flight = now.saturating_add(period);
        let free_at = |call: &Call| call.free_at(allowance, gate).unwrap_or(in_flight);
        let mut slots: Vec<_> = self.calls.iter().map(free_at).filter(|free| *free > now).collect();
        slots.resize(slots.len().max(allowance.calls), now);
        slots.sort_unstable();
        // With more calls than slots, the first that end free none.
        let slots = slots.split_off(slots.len() - allowance.calls);
        let rounds = u64::try_from(ahead / slots.len()).unwrap_or(u64::MAX);
        let slot = slots[ahead % slots.len()].saturating_add(period.saturating_mul(rounds));
        let open = self.closed.map_or(0, |closed| closed.until);
        Duration::from_millis(slot.max(open).saturating_sub(now))
    }
}

impl Call {
    fn takes_slot(&self, allowance: Allowance, gate: u64, now: Moment) -> bool {
        self.free_at(allowance, gate).is_none_or(|free| free > now)
    }

    /// When its slot is free again; `None` for a call in flight of the gate that asks. One of
    /// another gate that never ended was given up by then at the latest.
    fn free_at(&self, allowance: Allowance, gate: u64) -> Option<Moment> {
        let given_up = || self.began.saturating_add(millis(LONGEST_CALL));
        let ended = self.ended.or_else(|| (self.id.gate != gate).then(given_up))?;
        Some(ended.saturating_add(millis(allowance.period)))
    }
}

fn millis(duration: Duration) -> Moment {
    Moment::try_from(duration.as_millis()).unwrap_or(Moment::MAX)
}

#[cfg(test)]
mod tests;
