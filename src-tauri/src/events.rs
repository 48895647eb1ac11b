//! What the program tells the pages without being asked.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A call has to wait for the limit.
#[derive(Clone, Debug, Serialize, Deserialize, Type, tauri_specta::Event)]
pub struct LimitWaits {
    /// Seconds from now until calls go again.
    pub seconds: u32,
}
