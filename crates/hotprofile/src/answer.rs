//! Answers of the service, read leniently: what is published is loose, and one odd record never
//! hides the others.

use std::collections::BTreeMap;

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its records, in the service's order.
    pub records: Vec<ListedRecord>,
    /// Records found in all.
    pub total_count: u32,
    /// Pages in all.
    pub total_number: u32,
    /// This page, from 1.
    pub current_number: u32,
    /// Records on a page.
    pub display_number: u32,
}

/// A record of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRecord {
    /// The service's id; `None` where the answer holds none that can be read.
    pub id: Option<u32>,
    /// Every field that holds something, as text, known or not: numbers as digits, lists joined
    /// with `、`, an item as `label: value`. Null and blank text are left out.
    pub fields: BTreeMap<String, String>,
}
