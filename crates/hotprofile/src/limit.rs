//! The limit: never more calls of a connection at the service than it allows in a period.
//!
//! A slot is free again one period after its call *ended*, because it arrived before that.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

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
    /// Calls in a period.
    pub calls: usize,
    /// The period.
    pub period: Duration,
}

impl Allowance {
    /// What the service publishes: 100 calls in 60 seconds.
    pub const PUBLISHED: Self = Self { calls: 100, period: Duration::from_mins(1) };
}

/// The gate that every call of one connection passes.
#[derive(Debug)]
pub struct Gate {}

/// Told whenever a call starts to wait for the limit, with how long at most from now.
pub type OnWait = Arc<dyn Fn(Duration) + Send + Sync>;

impl Gate {
    /// A gate that keeps its log of calls in this file, so that a restart forgets none; in memory
    /// alone without one.
    #[must_use]
    pub fn new(
        _allowance: Allowance,
        _file: Option<PathBuf>,
        _on_wait: Option<OnWait>,
    ) -> Arc<Self> {
        todo!()
    }
}
