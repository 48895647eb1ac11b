//! Carrying a record from one state to the next in the database, with everything that belongs to
//! that step. Every function here runs within one transaction of its caller.

use std::time::Duration;

use hotprofile::contract::names;
use hotprofile::{Entity, ListedRecord, Values};
use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::error::OutboxError;
use super::likeness::fold;
use super::record::{Alteration, Change, Record, RecordId};
use super::state::{Began, Circumstances, Decision, Event, Found, NotNow, Reading, State, next};
use super::{forms, table, versions};
use crate::{choices, known};

/// Lets something happen to a record, and gives it back as it is then.
pub fn apply(
    db: &Connection,
    id: RecordId,
    event: Event,
    safe_delay: Duration,
) -> Result<Record, OutboxError> {
    let mut record = table::get(db, id)?.ok_or(OutboxError::Unknown(id))?;
    if let Some(claimed) = claimed(&event)
        && table::is_taken(db, record.entity, claimed)?
    {
        return Err(OutboxError::Taken(claimed));
    }
    let around = Circumstances {
        change: record.change.is_some(),
        private: record.is_private(),
        another_in_doubt: table::another_in_doubt(db, &record)?,
        safe_delay,
    };
    if let Event::Decided { decision: Decision::Resolve { values }, .. } = &event
        && !values.is_empty()
    {
        record.values = forms::resolved(&record, values)?;
        table::write_content(db, &record)?;
    }
    record.state = next(&record.state, event, around)?;
    table::write_state(db, id, &record.state)?;
    match record.state {
        State::Done { id, .. } if record.change.is_none() => register(db, &record, id)?,
        State::Changed { id, at } => known::sent(db, &record, id, at)?,
        State::Done { .. } => remember(db, &record)?,
        State::GivenUp { .. } => table::delete(db, id)?,
        _ => {}
    }
    Ok(record)
}

/// Compares a change with its record, as it was found at the service when it was read again. Where
/// nothing speaks against it the change is on its way from here on, made for what was found.
/// Refused where the person took it back in the meantime.
pub fn read_again(
    db: &Connection,
    read: &Record,
    found: Option<ListedRecord>,
    began: Began,
    safe_delay: Duration,
) -> Result<Record, OutboxError> {
    let (mut record, change) = as_it_was_read(db, read)?;
    known::answered(db, record.entity, found.as_slice(), began.at)?;
    let reading = compare(db, &record, &change, found.as_ref())?;
    if let (Reading::Ours { id, alterations }, Some(found)) = (&reading, &found) {
        known::sent(db, &record, *id, began.at)?;
        move_others_on(db, &record, &change, &found.fields, alterations)?;
    }
    record.state = apply(db, read.id, Event::ReadAgain { began, reading }, safe_delay)?.state;
    if let (State::Sending { .. } | State::Conflict { .. }, Some(found)) = (&record.state, found) {
        let id = found.id.unwrap_or(change.id);
        if !versions::is_another_company(&record, &change) {
            stay_with_company(&mut record, &change.listed, &found.fields);
        }
        let mut listed = found.fields;
        if record.entity == Entity::BusinessCards && company(&listed) == company(&change.listed) {
            // It is not listed, and was known before.
            let known = change.listed.get("client_id").cloned();
            listed.extend(known.map(|id| ("client_id".to_owned(), id)));
        }
        record.change = Some(Change { id, listed, ..change });
        table::write_content(db, &record)?;
    }
    Ok(record)
}

/// Compares a record with what it was just before it was changed. Other changes that wait for it
/// were made for that version: they go on with the new one.
pub fn read_back(
    db: &Connection,
    read: &Record,
    found: Option<ListedRecord>,
    began: Timestamp,
    safe_delay: Duration,
) -> Result<Record, OutboxError> {
    let (record, change) = as_it_was_read(db, read)?;
    known::answered(db, record.entity, found.as_slice(), began)?;
    let mut alterations = Vec::new();
    if let Some(found) = found {
        alterations = versions::alterations(&record, &change, &found.fields);
        move_others_on(db, &record, &change, &found.fields, &alterations)?;
    }
    apply(db, record.id, Event::ReadBack { alterations }, safe_delay)
}

/// Declares lost whatever is on its way while nobody sends: its program ended in between. Tells which.
pub fn recover(
    db: &Connection,
    now: Timestamp,
    safe_delay: Duration,
) -> Result<Vec<RecordId>, OutboxError> {
    let orphans = table::select(db, "kind <> 'done' AND kind = 'sending'", [])?;
    for orphan in &orphans {
        apply(db, orphan.id, Event::Lost { at: now }, safe_delay)?;
    }
    Ok(orphans.iter().map(|orphan| orphan.id).collect())
}

/// What the reading of a change's record says.
pub fn compare(
    db: &Connection,
    record: &Record,
    change: &Change,
    found: Option<&ListedRecord>,
) -> rusqlite::Result<Reading> {
    let Some(found) = found else { return Ok(Reading::Gone) };
    let id = found.id.unwrap_or(change.id);
    Ok(versions::read(record, change, id, &found.fields, words_of(db, record)?))
}

/// The words that answers show for the ids that a record sends, where they are no other's.
fn words_of(db: &Connection, record: &Record) -> rusqlite::Result<Values> {
    let mut words = Values::new();
    for named in names(record.entity) {
        let Some(id) = record.values.get(named.id).and_then(|id| id.parse().ok()) else { continue };
        if let Some(name) = choices::name(db, named.of, id)?
            && !name.is_empty()
            && choices::named(db, named.of, &name)? == [id]
        {
            words.insert(named.id.to_owned(), name);
        }
    }
    Ok(words)
}

/// The record and what it changes, where both are still as they were when the reading began.
fn as_it_was_read(db: &Connection, read: &Record) -> Result<(Record, Change), OutboxError> {
    let record = table::get(db, read.id)?.filter(|record| record == read).ok_or(NotNow)?;
    let change = record.change.clone().ok_or(NotNow)?;
    Ok((record, change))
}

/// A record that others gave to another company stays there, though the call needs the company's
/// id: that of a card's is not answered, and has to be found anew.
fn stay_with_company(record: &mut Record, before: &Values, now: &Values) {
    if company(before) != company(now) {
        record.client_name = now.get("client_name").cloned();
        record.values.remove("client_id");
    }
}

/// The name of the company, for comparing.
fn company(listed: &Values) -> Option<String> {
    listed.get("client_name").map(|name| fold(name))
}

/// Other changes of a record were made for the version before this change. What this change did is
/// no news to the person who made them all; what else changed with it is.
fn move_others_on(
    db: &Connection,
    record: &Record,
    before: &Change,
    after: &Values,
    alterations: &[Alteration],
) -> Result<(), OutboxError> {
    let others = table::select(
        db,
        "kind <> 'done' AND entity = ? AND change ->> 'id' = ? AND id <> ?
         AND kind IN ('draft', 'ready', 'undecided', 'conflict', 'refused')",
        params![record.entity.key(), before.id, record.id],
    )?;
    for mut other in others {
        if let Some(change) = &mut other.change
            && versions::are_same(record.entity, &change.listed, &before.listed)
        {
            change.listed = versions::moved_on(&before.listed, after, alterations);
            table::write_content(db, &other)?;
        }
    }
    Ok(())
}

/// The id that someone takes to be the record's. What the service itself answered is believed.
const fn claimed(event: &Event) -> Option<u32> {
    match event {
        Event::LookedUp { found: Found::Same { id }, .. }
        | Event::Decided { decision: Decision::ThatOne { id }, .. } => Some(*id),
        _ => None,
    }
}

/// The record has its id: nobody else takes it, and those that waited for it get it.
fn register(db: &Connection, record: &Record, id: u32) -> Result<(), OutboxError> {
    table::take(db, record.entity, id)?;
    table::saw(db, record.entity, id)?;
    known::sent(db, record, id, Timestamp::now())?;
    db.prepare_cached(
        r#"UPDATE records SET "values" = json_set("values", '$.client_id', CAST(? AS TEXT)),
           needs = NULL WHERE needs = ?"#,
    )?
    .execute(params![id, record.id])?;
    remember(db, record)
}

/// It is history from here on, and can be searched.
fn remember(db: &Connection, record: &Record) -> Result<(), OutboxError> {
    db.prepare_cached("UPDATE records SET words = ?, needs = NULL WHERE id = ?")?
        .execute(params![words(record), record.id])?;
    Ok(())
}

/// What a search in the history looks into.
fn words(record: &Record) -> String {
    let name = record.change.as_ref().map(|change| &change.name);
    let texts = record.values.values().chain(&record.client_name).chain(name);
    texts.map(|text| fold(text).to_lowercase()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests;
