//! Who goes first among those who wait: people before background work, and within one urgency
//! whoever came first.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::Notify;
use tokio::sync::futures::Notified;

use super::Urgency;

/// Those who wait.
#[derive(Debug, Default)]
pub(super) struct Queue {
    line: Mutex<Line>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct Line {
    waiting: BTreeSet<Ticket>,
    last_number: u64,
}

/// Sorts in the order in which they go.
type Ticket = (Reverse<Urgency>, u64);

/// A place in the queue, given up when dropped.
pub(super) struct Place<'a> {
    queue: &'a Queue,
    ticket: Ticket,
}

impl Queue {
    /// A place behind those of the same urgency.
    pub(super) fn join(&self, urgency: Urgency) -> Place<'_> {
        let mut line = self.line();
        line.last_number += 1;
        let ticket = (Reverse(urgency), line.last_number);
        line.waiting.insert(ticket);
        drop(line);
        self.announce();
        Place { queue: self, ticket }
    }

    /// Resolves at the next change after this was called.
    pub(super) fn changed(&self) -> Notified<'_> {
        self.changed.notified()
    }

    /// Wakes everyone who waits for a change.
    pub(super) fn announce(&self) {
        self.changed.notify_waiters();
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Place<'_> {
    /// How many go first.
    pub(super) fn ahead(&self) -> usize {
        self.queue.line().waiting.range(..self.ticket).count()
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.queue.line().waiting.remove(&self.ticket);
        self.queue.announce();
    }
}
