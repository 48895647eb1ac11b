//! Duplicates among what this machine knows and what waits in its outbox. No call.

use std::collections::{BTreeMap, BTreeSet};

use hotprofile::{Entity, Values};
use rusqlite::{Connection, Result, params_from_iter};

use super::keys::{self, hashed};
use super::one::One;
use super::{Duplicate, Likely, Whose, asking, listed};
use crate::outbox::OutboxError;
use crate::outbox::record::{Form, Record, RecordId};
use crate::outbox::table;

/// More than so many are looked at by nobody.
const MOST: usize = 5;

/// Of records that share a key so many are compared at most, the latest of them.
const MOST_COMPARED: u32 = 200;

/// The duplicates of a form. `own` is the record of the outbox that it is kept as.
pub fn likely(db: &Connection, own: Option<RecordId>, form: &Form) -> Result<Likely> {
    if form.change.is_some() {
        return Ok(Likely { duplicates: Vec::new(), worth_asking: false });
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
    Ok(Likely { duplicates, worth_asking })
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

/// The known records that share a key with this one.
fn known(db: &Connection, entity: Entity, one: &One) -> Result<Vec<(Whose, Values)>> {
    let keys: Vec<i64> = one.keys().iter().map(|key| hashed(key)).collect();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let mut statement = db.prepare_cached(&with_keys(keys.len(), entity))?;
    let found = statement.query_map(params_from_iter(keys), |row| {
        Ok((Whose::Service { id: row.get(4)? }, keys::fields(entity, row)?))
    })?;
    found.collect()
}

/// The query for known records with one of so many keys.
fn with_keys(keys: usize, entity: Entity) -> String {
    let (columns, entity) = (keys::COLUMNS, entity.key());
    let places = vec!["?"; keys].join(", ");
    format!(
        "SELECT {columns}, id FROM known WHERE entity = '{entity}' AND id IN (
             SELECT id FROM known_keys WHERE key IN ({places}) AND entity = '{entity}'
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
mod tests {
    use hotprofile::Entity;

    use super::with_keys;
    use crate::database::Database;

    #[test]
    fn no_more_is_read_than_what_shares_a_key() {
        let database = Database::in_memory().unwrap();
        let query = format!("EXPLAIN QUERY PLAN {}", with_keys(6, Entity::BusinessCards));
        let plan: Vec<String> = database
            .read(|db| {
                let mut statement = db.prepare(&query)?;
                Ok(statement.raw_query().mapped(|row| row.get(3)).collect::<Result<_, _>>()?)
            })
            .unwrap();
        let reads: Vec<_> = plan
            .iter()
            .filter(|step| step.contains("known"))
            .filter(|step| !step.starts_with("SEARCH known"))
            .collect();
        assert!(reads.is_empty() && plan.len() > 1, "{plan:?}");
    }
}
