//! How many records stand where, as the latest write has left them.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::OnChange;
use super::record::Counts;

/// The counts, and who is told of them.
pub struct Counted {
    writes: AtomicU64,
    latest: Mutex<Latest>,
    on_change: OnChange,
}

#[derive(Default)]
struct Latest {
    write: u64,
    counts: Counts,
}

impl Counted {
    pub fn new(on_change: OnChange) -> Self {
        Self { writes: AtomicU64::new(0), latest: Mutex::default(), on_change }
    }

    /// Numbers a write. To be called inside its transaction: they come one after the other, what
    /// follows them does not.
    pub fn number(&self) -> u64 {
        self.writes.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// The write of this number has left so many. What an older one left is not taken any more.
    pub fn written(&self, write: u64, counts: Counts) {
        let mut latest = self.latest();
        if write > latest.write {
            *latest = Latest { write, counts };
        }
        // Told before another is: whoever listens hears of the latest last.
        (self.on_change)(latest.counts);
    }

    /// Something else changed.
    pub fn tell(&self) {
        let latest = self.latest();
        (self.on_change)(latest.counts);
    }

    /// How many records stand where.
    pub fn counts(&self) -> Counts {
        self.latest().counts
    }

    fn latest(&self) -> MutexGuard<'_, Latest> {
        self.latest.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::{Counted, Counts};

    #[test]
    fn what_an_older_write_left_never_replaces_what_a_newer_one_did() {
        let told = Arc::new(Mutex::new(Vec::new()));
        let hear = Arc::clone(&told);
        let drafts = |drafts| Counts { drafts, ..Counts::default() };
        let counted = Counted::new(Arc::new(move |counts: Counts| {
            hear.lock().unwrap().push(counts.drafts);
        }));
        let (first, second) = (counted.number(), counted.number());
        counted.written(second, drafts(2));
        counted.written(first, drafts(1));
        assert_eq!(counted.counts(), drafts(2));
        counted.tell();
        assert_eq!(*told.lock().unwrap(), [2, 2, 2]);
    }
}
