//! The companies that were found, the likeliest first.

use std::collections::BTreeMap;

use hotprofile::{Entity, ListedRecord, Values};
use rusqlite::Connection;
use serde::Serialize;
use specta::Type;

use super::{Company, MOST, company};
use crate::database::{Database, DatabaseError};
use crate::known::companies::{self, Match, Place, Words, place};
use crate::likeness::company::{are_alike, core, looked_for};
use crate::outbox::record::{OutboxRecord, RecordId, Stage};

/// The companies that a text finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub struct FoundCompanies {
    /// Those that are registered, the likeliest first.
    pub companies: Vec<Company>,
    /// Those of the outbox that are on their way, by the record's id there.
    pub waiting: Vec<RecordId>,
    /// The one of the registered companies that is called so, where none of the others is.
    pub called_so: Option<u32>,
}

/// The registered companies that a text finds in this database.
pub fn find(database: &Database, part: &str) -> Result<FoundCompanies, DatabaseError> {
    database.read(|db| {
        let mut matches = companies::search(db, part)?;
        let called_so = called_so(db, part, &matches)?;
        matches.sort_unstable();
        matches.truncate(MOST);
        let found = matches.into_iter().map(|Match { id, .. }| known(db, id));
        let companies = found.collect::<rusqlite::Result<Vec<_>>>()?;
        let companies = companies.into_iter().flatten().collect();
        Ok(FoundCompanies { companies, waiting: Vec::new(), called_so })
    })
}

/// These companies, as they are known; none where one of them is not.
pub fn all_known(db: &Connection, ids: &[u32]) -> rusqlite::Result<Option<Vec<ListedRecord>>> {
    ids.iter().map(|id| record(db, *id)).collect()
}

fn known(db: &Connection, id: u32) -> rusqlite::Result<Option<Company>> {
    Ok(record(db, id)?.and_then(company))
}

fn record(db: &Connection, id: u32) -> rusqlite::Result<Option<ListedRecord>> {
    Ok(companies::get(db, id)?.map(|(name, mut fields)| {
        fields.insert("name".to_owned(), name);
        ListedRecord { id: Some(id), fields, items: Vec::new() }
    }))
}

/// The one company whose name is this text.
fn called_so(db: &Connection, part: &str, matches: &[Match]) -> rusqlite::Result<Option<u32>> {
    let length = core(part).len();
    let mut called_so = Vec::new();
    for Match { id, .. } in matches.iter().filter(|found| found.place.is_whole(length)) {
        if companies::get(db, *id)?.is_some_and(|(name, _)| are_alike(&name, part)) {
            called_so.push(*id);
        }
    }
    Ok(if let [id] = called_so.as_slice() { Some(*id) } else { None })
}

impl FoundCompanies {
    /// With those that are on their way.
    pub(super) fn with_unsent(self, part: &str, unsent: &[OutboxRecord]) -> Self {
        let wanted = looked_for(part);
        let is_found = |record: &&OutboxRecord| {
            let form = &record.form;
            form.entity == Entity::Clients
                && form.change.is_none()
                && !matches!(record.stage, Stage::Draft { .. })
                && !wanted.is_empty()
                && place(Words::of(&form.values).as_str(), &wanted).is_some()
        };
        let waiting = unsent.iter().filter(is_found).map(|record| record.id).collect();
        Self { waiting, ..self }
    }

    /// With those that the service found, each once; `is_whole` says whether those are all.
    pub(super) fn with_found(self, part: &str, records: Vec<ListedRecord>, is_whole: bool) -> Self {
        let wanted = looked_for(part);
        let place_of = |fields: &Values| place(Words::of(fields).as_str(), &wanted);
        let mut found: BTreeMap<u32, (Option<Place>, Company)> = BTreeMap::new();
        for company in self.companies {
            let fields = Values::from([("name".to_owned(), company.name.clone())]);
            found.insert(company.id, (place_of(&fields), company));
        }
        for record in records {
            let place = place_of(&record.fields);
            if let Some(company) = company(record) {
                // What was answered just now is newer than what was known.
                found.insert(company.id, (place, company));
            }
        }
        let mut found: Vec<_> = found.into_values().collect();
        // Those that only the service's own way of looking finds come last.
        found.sort_by_key(|(place, _)| (place.is_none(), *place));
        let companies: Vec<_> = found.into_iter().map(|(_, company)| company).collect();
        let mut called_so = companies.iter().filter(|company| are_alike(&company.name, part));
        let called_so = match (called_so.next(), called_so.next()) {
            (Some(one), None) if is_whole => Some(one.id),
            _ => None,
        };
        let companies = companies.into_iter().take(MOST).collect();
        Self { companies, called_so, ..self }
    }
}
