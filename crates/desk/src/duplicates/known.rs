//! Duplicates among what this machine knows and what waits in its outbox. No call.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use hotprofile::{Entity, Values};
use rusqlite::{Connection, Result};

use super::keys::{self, hashed};
use super::one::One;
use super::{Duplicate, Likely, Whose, asking, listed};
use crate::outbox::OutboxError;
use crate::outbox::record::{Form, Record, RecordId};
use crate::outbox::table;

/// More than so many are looked at by nobody.
const MOST: usize = 5;

/// Of records that share one key so many are compared at most, the latest of them. Each key has its
/// own: a number that many have must not hide the one whose name is the same.
const MOST_COMPARED: u32 = 100;

/// The duplicates of a form. `own` is the record of the outbox that it is kept as.
pub fn likely(db: &Connection, own: Option<RecordId>, form: &Form) -> Result<Likely> {
    if form.change.is_some() {
        return Ok(Likely::default());
    }
    let one = One::of(form.entity, &values(form));
    let mut others = known(db, form.entity, &one)?;
    others.extend(waiting(db, form.entity, own)?);
    let compared: Vec<_> = others
        .into_iter()
        .map(|(whose, fields)| (whose, One::of(form.entity, &fields), fields))
        .collect();
    let shared = shared(&one, compared.iter().map(|(_, other, _)| other));

    let mut duplicates: Vec<Duplicate> = compared
        .into_iter()
        .filter_map(|(whose, other, fields)| {
            let (reasons, certain) = one.likeness(&other, &shared)?;
            let search = asking::search_for(form.entity, whose, &fields);
            Some(Duplicate { whose, fields, reasons, certain, search })
        })
        .collect();
    duplicates.sort_by_key(|found| (!found.certain, usize::MAX - found.reasons.len(), found.whose));
    duplicates.truncate(MOST);
    let is_known = duplicates.iter().any(|duplicate| duplicate.certain);
    let worth_asking = !is_known && asking::search(form).is_some();
    Ok(Likely { duplicates, worth_asking, is_named: asking::is_named(form) })
}

/// Refuses a record that is nearly certain to be registered a second time, unless the person has
/// `seen` its duplicates.
pub fn asks_about(
    db: &Connection,
    record: &Record,
    seen: &[Whose],
) -> std::result::Result<(), OutboxError> {
    let Likely { duplicates, .. } = likely(db, Some(record.id), &record.form())?;
    let unseen: Vec<_> = duplicates
        .into_iter()
        .filter(|duplicate| duplicate.certain && !seen.contains(&duplicate.whose))
        .collect();
    if unseen.is_empty() { Ok(()) } else { Err(OutboxError::Likely(unseen)) }
}

/// What duplicates are called, for a question about them.
pub fn names(duplicates: &[Duplicate]) -> Vec<String> {
    let name = |duplicate: &Duplicate| duplicate.fields.get("name").cloned();
    let names: BTreeSet<_> = duplicates.iter().filter_map(name).collect();
    names.into_iter().collect()
}

/// What is typed, with the name of its company.
pub fn values(form: &Form) -> Values {
    let mut values = form.values.clone();
    if let Some(client_name) = &form.client_name {
        values.insert("client_name".to_owned(), client_name.clone());
    }
    values
}

/// The known records that share a key with this one, each once.
fn known(db: &Connection, entity: Entity, one: &One) -> Result<Vec<(Whose, Values)>> {
    let mut found = BTreeMap::new();
    let mut statement = db.prepare_cached(&with_key(entity))?;
    for key in one.keys() {
        let mut rows = statement.query([hashed(&key)])?;
        while let Some(row) = rows.next()? {
            if let Entry::Vacant(place) = found.entry(row.get(4)?) {
                place.insert(keys::fields(entity, row)?);
            }
        }
    }
    Ok(found.into_iter().map(|(id, fields)| (Whose::Service { id }, fields)).collect())
}

/// The query for the known records with a key.
fn with_key(entity: Entity) -> String {
    let (columns, entity) = (keys::COLUMNS, entity.key());
    format!(
        "SELECT {columns}, id FROM known WHERE entity = '{entity}' AND id IN (
             SELECT id FROM known_keys WHERE key = ? AND entity = '{entity}'
             ORDER BY id DESC LIMIT {MOST_COMPARED}
         )"
    )
}

/// What is on its way into the service, and what was put aside. What stands in a form is being
/// typed.
fn waiting(db: &Connection, entity: Entity, own: Option<RecordId>) -> Result<Vec<(Whose, Values)>> {
    let unfinished = "kind <> 'done' AND entity = ? AND operation = 'create'
        AND (kind <> 'draft' OR state ->> 'aside') ORDER BY saved_at DESC";
    let records = table::select(db, unfinished, [entity.key()])?;
    let others = records.iter().filter(|record| Some(record.id) != own);
    Ok(others.map(|record| (Whose::Outbox { id: record.id }, listed::waiting(record))).collect())
}

/// The addresses and numbers of this person that are known with several other names.
fn shared<'a>(one: &One, others: impl Iterator<Item = &'a One>) -> BTreeSet<String> {
    let Some(person) = one.person() else { return BTreeSet::new() };
    let contacts = person.contacts();
    let mut known_with: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for other in others.filter_map(One::person) {
        for contact in other.contacts().intersection(&contacts) {
            known_with.entry(contact.clone()).or_default().push(other);
        }
    }
    known_with
        .into_iter()
        .filter(|(_, people)| {
            people.iter().any(|one| people.iter().any(|other| one.is_someone_else(other)))
        })
        .map(|(contact, _)| contact)
        .collect()
}

#[cfg(test)]
mod tests;
