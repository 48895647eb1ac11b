//! The items that a customer of the service added to a kind of record.

use std::{fmt, iter, slice};

use serde::Serialize;
use serde_json::{Map, Value};

use super::as_text;

/// An item that the customer added to a kind of record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Item {
    /// Its name; empty where the answer tells none.
    pub label: String,
    /// What it holds.
    pub value: String,
}

impl Item {
    /// The items of a record that hold something. Seen in use is a list of labels with values;
    /// published are a list of texts and, beside it, `itemslabel` and `itemsvalue`.
    pub(super) fn of(record: &Map<String, Value>) -> Vec<Self> {
        let items: Vec<_> = listed(record.get("items")).filter_map(Self::read).collect();
        if !items.is_empty() {
            return items;
        }
        let labels = listed(record.get("itemslabel")).chain(iter::repeat(&Value::Null));
        let values = listed(record.get("itemsvalue"));
        labels.zip(values).filter_map(|(label, value)| Self::new(label, value)).collect()
    }

    /// An item that holds something.
    pub(super) fn new(label: &Value, value: &Value) -> Option<Self> {
        Some(Self { label: as_text(label).unwrap_or_default(), value: as_text(value)? })
    }

    fn read(item: &Value) -> Option<Self> {
        match (item.get("label"), item.get("value")) {
            (Some(label), Some(value)) => Self::new(label, value),
            _ => Self::new(&Value::Null, item),
        }
    }
}

impl fmt::Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { label, value } = self;
        if label.is_empty() { f.write_str(value) } else { write!(f, "{label}: {value}") }
    }
}

/// What a list holds; one value that is no list stands for itself.
fn listed(value: Option<&Value>) -> slice::Iter<'_, Value> {
    match value {
        Some(Value::Array(list)) => list.iter(),
        Some(value) => slice::from_ref(value).iter(),
        None => [].iter(),
    }
}
