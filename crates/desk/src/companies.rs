//! Choosing a company by part of its name.

use serde::Serialize;
use specta::Type;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// A company to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Company {
    /// The service's id.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// What tells it from others of that name: its address, else its short name; maybe nothing.
    pub detail: String,
}

impl Desk {
    /// Companies whose name contains this, at most 20, with one call. The pages call it at most
    /// once per pause in typing.
    pub async fn companies(&self, _part: &str) -> Result<Vec<Company>, Trouble> {
        todo!()
    }
}
