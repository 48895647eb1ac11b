//! The limit on calls, and the record of when they arrived and what the latest one said.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use hotprofile::Values;
use hotprofile::limit::Allowance;

/// Every arrival, those that were let through in the last period, and what the latest one said.
#[derive(Debug)]
pub struct Arrivals {
    allowance: Allowance,
    log: Mutex<Log>,
    latest: Mutex<Values>,
}

#[derive(Debug, Default)]
struct Log {
    all: Vec<Instant>,
    admitted: VecDeque<Instant>,
}

impl Arrivals {
    pub fn new(allowance: Allowance) -> Self {
        Self { allowance, log: Mutex::default(), latest: Mutex::default() }
    }

    /// Notes a call that arrives now.
    pub fn note(&self) -> Instant {
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        log.all.push(now);
        now
    }

    /// Every call that arrived, in order.
    pub fn all(&self) -> Vec<Instant> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).all.clone()
    }

    /// Notes what the call says that arrived last, without its key.
    pub fn note_parameters(&self, parameters: &Values) {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner).clone_from(parameters);
    }

    /// What the latest call said.
    pub fn latest(&self) -> Values {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Lets a call that arrived at this moment through, or says how long until another one can be.
    pub fn admit(&self, arrival: Instant) -> Result<(), Duration> {
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        let Allowance { calls, period } = self.allowance;
        let left = |earlier: Instant| (earlier + period).checked_duration_since(arrival);
        log.admitted.retain(|&earlier| left(earlier).is_some_and(|left| !left.is_zero()));
        if log.admitted.len() < calls {
            log.admitted.push_back(arrival);
            return Ok(());
        }
        Err(log.admitted.iter().filter_map(|&earlier| left(earlier)).min().unwrap_or(period))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_slides_and_never_holds_more_than_allowed() {
        let period = Duration::from_mins(1);
        let arrivals = Arrivals::new(Allowance { calls: 2, period });
        let start = Instant::now();
        let at = |seconds| start + Duration::from_secs(seconds);
        assert_eq!(arrivals.admit(at(0)), Ok(()));
        assert_eq!(arrivals.admit(at(50)), Ok(()));
        assert_eq!(arrivals.admit(at(59)), Err(Duration::from_secs(1)));
        assert_eq!(arrivals.admit(at(60)), Ok(()));
        assert_eq!(arrivals.admit(at(61)), Err(Duration::from_secs(49)));
    }
}
