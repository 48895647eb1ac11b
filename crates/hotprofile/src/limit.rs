//! The limit: never more calls of a connection at the service than it allows in a period.
//!
//! A slot is free again one period after its call *ended*, because it arrived before that. The
//! log of calls is written to a file before a call goes out, so a crash forgets none; a call that
//! a crash left open, or that was given up in the middle, may still be on its way, and counts as
//! ended [`LONGEST_CALL`] after it began. Moments are those of a
//! clock that nobody can set (module `uptime`), so no change of the time of day lets a call through.

mod log;
mod queue;
mod store;
mod uptime;

use std::fmt;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::runtime::Handle;
use tokio::time::timeout;

use self::log::CallId;
use self::queue::Queue;
use self::store::Store;

/// No call is in flight for longer: a client gives up by then.
pub const LONGEST_CALL: Duration = Duration::from_mins(1);

/// A mistaken word of the service must not close a gate for good.
const LONGEST_CLOSURE: Duration = Duration::from_hours(24);

/// Who waits for a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Urgency {
    /// Nobody looks at the screen for it.
    Background,
    /// A person waits.
    #[default]
    Person,
}

/// How many calls are allowed in which period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Calls in a period; at least 1.
    pub calls: usize,
    /// The period.
    pub period: Duration,
}

impl Allowance {
    /// What the service publishes: 100 calls in 60 seconds.
    pub const PUBLISHED: Self = Self { calls: 100, period: Duration::from_mins(1) };
}

/// A wait in seconds, rounded up: whoever waits so long is let through.
#[must_use]
pub fn whole_seconds(wait: Duration) -> u32 {
    let seconds = wait.as_secs().saturating_add(u64::from(wait.subsec_nanos() > 0));
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

/// The gate that every call of one connection passes.
pub struct Gate {
    allowance: Allowance,
    store: Arc<Store>,
    queue: Queue,
    on_wait: Option<OnWait>,
}

/// Who is told of what happens at a gate.
#[derive(Clone, Default)]
pub struct Listeners {
    /// See [`OnWait`].
    pub on_wait: Option<OnWait>,
    /// See [`OnChange`].
    pub on_change: Option<OnChange>,
}

/// Told whenever a call starts to wait for the limit, and again where the wait grows: for how
/// long from now, as far as it can be known.
pub type OnWait = Arc<dyn Fn(Duration) + Send + Sync>;

/// Told whenever a call of this gate begins or ends, and when the service closes it: how many are
/// left since. In the order in which they were, so the gate waits until it returns; it must not
/// wait for the gate in turn. Calls of other programs are not told.
pub type OnChange = Arc<dyn Fn(Left) + Send + Sync>;

/// How many calls are left, those that wait in line not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Calls that can be made at this moment.
    pub left: usize,
    /// How long until there are more, as far as it can be known: a call in flight is taken to end
    /// at once. `None` where all are left.
    pub more_in: Option<Duration>,
}

/// Leave for one call, to be held until its answer is read whole, and then [ended](Self::end).
///
/// Dropping it is for callers who leave in the middle of a call: what was sent may arrive later
/// still, so the call counts as one that a crash left open. The log is then written later, off the
/// async threads.
#[derive(Debug)]
pub struct Pass {
    store: Arc<Store>,
    id: CallId,
    has_ended: bool,
}

/// No slot is free as early as is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the limit of calls is used up for {free_in:?}")]
pub struct Full {
    /// How long until one is, as far as it can be known.
    pub free_in: Duration,
}

impl Gate {
    /// A gate that keeps its log of calls in this file, so that a restart forgets none; in memory
    /// alone without one. Gates with the same file, in this program or another, share the limit.
    #[must_use]
    pub fn new(allowance: Allowance, file: Option<PathBuf>, listeners: Listeners) -> Arc<Self> {
        let Listeners { on_wait, on_change } = listeners;
        let allowance = Allowance { calls: allowance.calls.max(1), ..allowance };
        let store = Arc::new(Store::new(allowance, file, on_change));
        Arc::new(Self { allowance, store, queue: Queue::default(), on_wait })
    }

    /// What it allows.
    #[must_use]
    pub const fn allowance(&self) -> Allowance {
        self.allowance
    }

    /// How many calls are left at this moment, by the log: those of other programs with the same
    /// file count, and so does the service's word that it takes none for a while.
    pub async fn left(&self) -> Left {
        with(&self.store, |store| store.left()).await
    }

    /// Waits for a slot, in turn: people first, then whoever came first. Refuses at once where it
    /// would take longer than this.
    pub async fn enter(&self, urgency: Urgency, longest_wait: Duration) -> Result<Pass, Full> {
        let place = self.queue.join(urgency);
        let mut told = None;
        let ahead = place.ahead();
        if ahead > 0 {
            let wait = with(&self.store, move |store| store.wait(ahead)).await;
            self.consider(wait, longest_wait, &mut told)?;
        }
        loop {
            let changed = self.queue.changed();
            if place.ahead() > 0 {
                changed.await;
                continue;
            }
            match with(&self.store, begin).await {
                Ok(pass) => return Ok(pass),
                Err(wait) => {
                    self.consider(wait, longest_wait, &mut told)?;
                    // Whether a change or the end of the wait: it looks again.
                    let _ = timeout(wait, changed).await;
                }
            }
        }
    }

    /// Lets nobody in for so long, a day at most, because the service said so. Gives how long
    /// it is.
    pub async fn close(&self, length: Duration) -> Duration {
        let length = length.min(LONGEST_CLOSURE);
        with(&self.store, move |store| store.close(length)).await;
        self.queue.announce();
        length
    }

    /// Refuses a wait that is too long, and tells of one that was not told yet.
    fn consider(
        &self,
        wait: Duration,
        longest_wait: Duration,
        told: &mut Option<Instant>,
    ) -> Result<(), Full> {
        const WORTH_TELLING: Duration = Duration::from_secs(1);
        if wait > longest_wait {
            return Err(Full { free_in: wait });
        }
        let until = Instant::now() + wait;
        if wait > Duration::ZERO && told.is_none_or(|told| until > told + WORTH_TELLING) {
            *told = Some(until);
            if let Some(on_wait) = &self.on_wait {
                on_wait(wait);
            }
        }
        Ok(())
    }
}

impl Pass {
    /// Ends the call. The log says so when this returns.
    pub async fn end(mut self) {
        self.has_ended = true;
        let id = self.id;
        with(&self.store, move |store| store.end(id)).await;
    }
}

/// A pass comes out of the work itself, so that a caller who left meanwhile loses no slot.
fn begin(store: &Arc<Store>) -> Result<Pass, Duration> {
    let id = store.begin()?;
    Ok(Pass { store: Arc::clone(store), id, has_ended: false })
}

/// Works with the log, off the async threads where that reads and writes a file. What was begun
/// is done to its end, whether or not the caller stays.
async fn with<T: Send + 'static>(
    store: &Arc<Store>,
    work: impl FnOnce(&Arc<Store>) -> T + Send + 'static,
) -> T {
    if !store.in_file {
        return work(store);
    }
    let store = Arc::clone(store);
    match tokio::task::spawn_blocking(move || work(&store)).await {
        Ok(result) => result,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            // The runtime is closing: nobody will look at a result any more.
            Err(_) => std::future::pending().await,
        },
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        if self.has_ended {
            return;
        }
        let (store, id) = (Arc::clone(&self.store), self.id);
        match Handle::try_current() {
            Ok(runtime) if store.in_file => {
                runtime.spawn_blocking(move || store.give_up(id));
            }
            _ => store.give_up(id),
        }
    }
}

impl fmt::Debug for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gate").field("allowance", &self.allowance).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
