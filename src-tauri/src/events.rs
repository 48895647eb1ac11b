//! What the program tells the pages without being asked.

use std::time::Duration;

use desk::calls::CallsLeft;
use desk::outbox::record::Counts;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A call has to wait for the limit.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct LimitWaits {
    /// Seconds from now until calls go again.
    pub seconds: u32,
}

impl LimitWaits {
    /// The event for this wait, in whole seconds that are never too few.
    #[must_use]
    pub fn after(wait: Duration) -> Self {
        Self { seconds: hotprofile::limit::whole_seconds(wait) }
    }
}

/// A call of the open connection left, or ended: the limit leaves so many.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct CallsChanged(pub CallsLeft);

/// Something changed in the outbox of the open connection.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct OutboxChanged(pub Counts);

/// The window was to be closed while something is unsent or would be lost. The pages ask the person,
/// and answer with `close_window`.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct ClosingWithUnsent {
    /// How the records of the open connection stand.
    pub counts: Counts,
    /// Records, drafts among them, of connections that are not open and are kept in memory only.
    pub lost_elsewhere: u32,
}
