//! Moments, as they cross to the pages and as files keep them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A moment as the pages read it: `2026-11-23T04:05:06Z`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Moment(String);

impl From<Timestamp> for Moment {
    fn from(moment: Timestamp) -> Self {
        Self(moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
    }
}
