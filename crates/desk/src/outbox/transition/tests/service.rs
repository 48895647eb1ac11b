//! The record at the service, of which no call is sure to be answered in time.

use std::collections::{BTreeMap, BTreeSet};

use hotprofile::{ListedRecord, Values};

use crate::outbox::record::RecordId;

/// What is changed; no answer shows the last.
pub const FIELDS: [&str; 4] = ["url", "note", "main_tel", "name_sub"];

const SHOWN: usize = 3;

/// The record's id.
pub const ID: u32 = 9;

/// An update, on its way.
pub struct Call {
    /// Calls are counted as they are sent.
    pub number: u32,
    /// Whose it is.
    pub of: RecordId,
    pub values: Values,
    /// The field that the service alters by itself with what it stores.
    pub alters: Option<usize>,
}

/// The service with its one record.
pub struct Service {
    fields: Values,
    /// Whether the record is listed.
    pub is_listed: bool,
    /// Late calls by the second of their arrival.
    pub on_its_way: Vec<(i64, Call)>,
    /// How many calls were sent, and which of them carried a value last.
    calls: u32,
    call_of: BTreeMap<String, u32>,
    /// Everything that was ever stored.
    pub stored: BTreeSet<(String, String)>,
    /// What was altered without being told to.
    pub altered: BTreeSet<String>,
    values: u32,
}

impl Service {
    pub fn new() -> Self {
        let mut fields: Values =
            FIELDS.iter().map(|key| ((*key).to_owned(), format!("first {key}"))).collect();
        fields.insert("name".to_owned(), "株式会社青空".to_owned());
        Self {
            fields,
            is_listed: true,
            on_its_way: Vec::new(),
            calls: 0,
            call_of: BTreeMap::new(),
            stored: BTreeSet::new(),
            altered: BTreeSet::new(),
            values: 0,
        }
    }

    /// What an answer shows of the record.
    pub fn shows(&self) -> Values {
        let mut shown = self.fields.clone();
        shown.retain(|key, _| !FIELDS[SHOWN..].contains(&&**key));
        shown
    }

    pub fn listed(&self) -> Option<ListedRecord> {
        let record = ListedRecord { id: Some(ID), fields: self.shows(), items: Vec::new() };
        self.is_listed.then_some(record)
    }

    /// A value that nobody wrote before.
    pub fn new_value(&mut self, whose: &str) -> String {
        self.values += 1;
        format!("{whose} {}", self.values)
    }

    pub fn call(&mut self, of: RecordId, values: &Values, alters: Option<usize>) -> Call {
        self.calls += 1;
        self.call_of.extend(values.values().map(|value| (value.clone(), self.calls)));
        Call { number: self.calls, of, values: values.clone(), alters }
    }

    /// The next of the calls that have arrived by now.
    pub fn arrival(&mut self, now: i64) -> Option<Call> {
        self.on_its_way.sort_by_key(|(arrival, _)| *arrival);
        let is_due = self.on_its_way.first().is_some_and(|(arrival, _)| *arrival <= now);
        is_due.then(|| self.on_its_way.remove(0).1)
    }

    /// No call undoes what a later one stored.
    pub fn carry_out(&mut self, call: Call) {
        for value in call.values.keys().filter_map(|key| self.fields.get(key)) {
            let is_later = self.call_of.get(value).is_some_and(|later| *later > call.number);
            assert!(!is_later, "{value} would be undone by a call from before");
        }
        let mut values = call.values;
        if let Some(field) = call.alters.map(|field| FIELDS[field])
            && !values.contains_key(field)
        {
            let value = self.new_value("service");
            self.altered.insert(value.clone());
            values.insert(field.to_owned(), value);
        }
        self.store(values);
    }

    pub fn store(&mut self, mut values: Values) {
        values.remove("id");
        self.stored.extend(values.clone());
        self.fields.extend(values);
        let updated_at = self.new_value("updated");
        self.fields.insert("updated_at".to_owned(), updated_at);
    }
}
