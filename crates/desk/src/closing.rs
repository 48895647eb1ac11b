//! What closing the program comes to, for the question before it.

use crate::desk::Desk;
use crate::outbox::record::Counts;

/// What is not sent, or lost, when the program closes now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtClosing {
    /// How the records of the open connection stand.
    pub counts: Counts,
    /// Records, drafts among them, that are lost with connections that are not open.
    pub lost_elsewhere: u32,
    /// Whether the drafts of the open connection are lost too: only the memory holds them.
    memory_only: bool,
}

impl AtClosing {
    /// Whether a person is to be asked first.
    #[must_use]
    pub const fn is_worth_a_question(&self) -> bool {
        let drafts = if self.memory_only { self.counts.drafts } else { 0 };
        self.counts.unsent() + drafts + self.lost_elsewhere > 0
    }
}

impl Desk {
    /// What it comes to now.
    pub async fn at_closing(&self) -> AtClosing {
        let lost_elsewhere = self.lost_elsewhere().await.unwrap_or_else(|trouble| {
            tracing::warn!(%trouble, "what is in memory is not counted");
            0
        });
        let (counts, memory_only) = self.open_counts().await.unwrap_or_default();
        AtClosing { counts, lost_elsewhere, memory_only }
    }
}

#[cfg(test)]
mod tests;
