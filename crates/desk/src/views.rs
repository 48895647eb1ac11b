//! How the pages of a connection were left: columns, filters, which page was open. What is in
//! it is the pages' own; here it is only kept, in the encrypted database, because filters hold
//! names of people.

use std::collections::BTreeMap;

use crate::desk::Desk;
use crate::trouble::Trouble;

impl Desk {
    /// All that is kept of the open connection's pages, by name.
    pub async fn views(&self) -> Result<BTreeMap<String, String>, Trouble> {
        todo!()
    }

    /// Keeps how something was left, in place of what was kept under this name.
    pub async fn keep_view(&self, name: &str, value: &str) -> Result<(), Trouble> {
        todo!("{name} {value}")
    }
}
