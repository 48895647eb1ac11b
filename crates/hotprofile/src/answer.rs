//! Answers of the service, read leniently: what is published is loose, and one odd record never
//! hides the others.

mod item;
pub(crate) mod json;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

pub use self::item::Item;
use crate::contract::Entity;

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its records, in the service's order.
    pub records: Vec<ListedRecord>,
    /// What stood between them and is no record.
    pub unreadable: u32,
    /// Records found in all. Where the service does not say: those up to the end of this page, and
    /// one more where a next page has to be assumed, because this one is full or the service
    /// counts more pages.
    pub total_count: u32,
    /// Pages in all; counted from `total_count` where the service does not say.
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
    /// The customer's own items that hold something, in the service's order.
    pub items: Vec<Item>,
}

/// Which page was asked for: what counters that are missing are taken from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) number: u32,
    pub(crate) display_number: u32,
}

impl Page {
    /// Whether every record that was asked for is on it, and can be read.
    #[must_use]
    pub const fn tells_all(&self) -> bool {
        self.unreadable == 0 && self.total_count as usize <= self.records.len()
    }

    /// Reads the answer to a list call; `None` where it is something else.
    pub(crate) fn read(entity: Entity, answer: &Value, asked: Asked) -> Option<Self> {
        let pages = answer.get("pages");
        let counter = |key| pages.and_then(|pages| pages.get(key)).and_then(whole_number);
        let items = match answer.get(entity.key()) {
            Some(Value::Array(items)) => items.as_slice(),
            // Nothing was found, and the service leaves the list out.
            None | Some(Value::Null) if counter("total_count") == Some(0) => &[],
            _ => return None,
        };
        let records: Vec<_> =
            items.iter().filter_map(Value::as_object).map(ListedRecord::read).collect();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let display_number = counter("display_number").unwrap_or(asked.display_number);
        let current_number = counter("current_number").unwrap_or(asked.number);
        let total_number = counter("total_number");
        let total_count = counter("total_count").unwrap_or_else(|| {
            let before = current_number.saturating_sub(1).saturating_mul(display_number);
            let is_full = !items.is_empty() && count(items.len()) >= display_number;
            let has_next = total_number.map_or(is_full, |pages| pages > current_number);
            before.saturating_add(count(items.len())).saturating_add(u32::from(has_next))
        });
        Some(Self {
            unreadable: count(items.len() - records.len()),
            records,
            total_count,
            total_number: total_number
                .unwrap_or_else(|| total_count.div_ceil(display_number.max(1))),
            current_number,
            display_number,
        })
    }
}

impl ListedRecord {
    fn read(record: &Map<String, Value>) -> Self {
        let text = |(key, value): (&String, &Value)| Some((key.clone(), as_text(value)?));
        Self {
            id: record.get("id").and_then(id),
            fields: record.iter().filter_map(text).collect(),
            items: Item::of(record),
        }
    }
}

/// Reads the answer to a create or update call: the record's id.
pub(crate) fn read_id(answer: &Value) -> Option<u32> {
    answer.get("id").and_then(id)
}

fn id(value: &Value) -> Option<u32> {
    whole_number(value).filter(|id| *id > 0)
}

/// A number that fits 32 bits, published as such or as text.
fn whole_number(value: &Value) -> Option<u32> {
    match value {
        Value::Number(number) => u32::try_from(number.as_u64()?).ok(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// A value as text; `None` for nothing.
fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => (!text.trim().is_empty()).then(|| text.clone()),
        Value::Array(items) => joined(items.iter().filter_map(as_text)),
        Value::Object(members) => {
            match (members.get("label"), members.get("value")) {
                (Some(label), Some(value)) => Item::new(label, value).map(|item| item.to_string()),
                _ => joined(members.iter().filter_map(|(key, value)| {
                    as_text(value).map(|text| format!("{key}: {text}"))
                })),
            }
        }
    }
}

fn joined(texts: impl Iterator<Item = String>) -> Option<String> {
    let texts: Vec<_> = texts.collect();
    (!texts.is_empty()).then(|| texts.join("、"))
}

#[cfg(test)]
mod tests;
