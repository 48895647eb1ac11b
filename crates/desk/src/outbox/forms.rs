//! What people do with their forms: keeping drafts, saving into the outbox, throwing away.
//! Every function here runs within one transaction of its caller.

use std::time::Duration;

use hotprofile::contract::Kind;
use hotprofile::{Entity, Values, check};
use jiff::Timestamp;
use rusqlite::Connection;

use super::error::OutboxError;
use super::record::{Change, Form, Record, RecordId};
use super::state::{Event, NotNow, State};
use super::{table, transition, versions};

/// No look-up is decided here, so that no delay matters.
const NO_DELAY: Duration = Duration::ZERO;

/// Keeps what was typed so far, as a new draft or over one.
pub fn save_draft(
    db: &Connection,
    draft: Option<RecordId>,
    form: &Form,
    now: Timestamp,
) -> Result<RecordId, OutboxError> {
    let mut form = settled(db, form)?;
    if let (Entity::BusinessCards, Some(change)) = (form.entity, &mut form.change) {
        know_company(db, change)?;
    }
    match draft {
        None => Ok(table::insert(db, &form, now)?),
        Some(id) => {
            let draft = known(db, id)?;
            let State::Draft { .. } = draft.state else { return Err(NotNow.into()) };
            let change = latest(form.change, draft.change);
            table::write_form(db, id, &Form { change, ..form }, now)?;
            Ok(id)
        }
    }
}

/// Checks a form and puts it into the outbox: in place of its draft, where it has one.
pub fn submit(
    db: &Connection,
    draft: Option<RecordId>,
    form: &Form,
    now: Timestamp,
) -> Result<Record, OutboxError> {
    let id = save_draft(db, draft, form, now)?;
    let mut record = known(db, id)?;
    record.values = match &record.change {
        None => checked(&record, &record.values)?,
        Some(change) => checked(&record, &to_send(&record, change)?)?,
    };
    table::write_content(db, &record)?;
    transition::apply(db, id, Event::Submitted, NO_DELAY)
}

/// What a change sends once its person has chosen these values in a conflict.
pub fn resolved(record: &Record, values: &Values) -> Result<Values, OutboxError> {
    let (State::Conflict { differences }, Some(change)) = (&record.state, &record.change) else {
        return Err(NotNow.into());
    };
    let mut values = values.clone();
    // Of a company that was another one in some version, the person chose here, or is to choose.
    if !differences.iter().any(|difference| difference.key == "client_id")
        && let Some(client_id) = record.values.get("client_id")
    {
        values.entry("client_id".to_owned()).or_insert_with(|| client_id.clone());
    }
    checked(record, &addressed(values, change))
}

/// What a change sends: what is wanted, and what the call needs beside it.
fn to_send(record: &Record, change: &Change) -> Result<Values, OutboxError> {
    let mut values = versions::wanted(record, change);
    if values.is_empty() && !versions::is_another_company(record, change) {
        return Err(OutboxError::NothingChanged);
    }
    if let Some(client_id) = record.values.get("client_id") {
        values.insert("client_id".to_owned(), client_id.clone());
    }
    Ok(addressed(values, change))
}

/// The values with the ids that the update call needs, as far as they are known.
pub fn addressed(mut values: Values, change: &Change) -> Values {
    values.insert("id".to_owned(), change.id.to_string());
    if let Some(client_id) = change.listed.get("client_id") {
        values.entry("client_id".to_owned()).or_insert_with(|| client_id.clone());
    }
    values
}

/// The values as they will be sent.
fn checked(record: &Record, values: &Values) -> Result<Values, OutboxError> {
    let contract = record.entity.record();
    let (mut values, mut problems) = check::check_write(contract, record.operation, values);
    if record.needs.is_some() {
        // It gets one as soon as its company has one.
        problems.retain(|problem| problem.key != "client_id");
        values.remove("client_id");
    }
    if problems.is_empty() { Ok(values) } else { Err(OutboxError::Invalid(problems)) }
}

/// The later of the versions that a draft was made for: the form's own, or the one that is kept,
/// which another change of the same record may have moved on.
fn latest(form: Option<Change>, kept: Option<Change>) -> Option<Change> {
    let updated_at = |change: &Change| {
        let text = change.listed.get("updated_at").map_or("", String::as_str);
        check::check_value(Kind::Moment, text).unwrap_or_default()
    };
    match (form, kept) {
        (Some(form), Some(kept))
            if form.id == kept.id && updated_at(&form) <= updated_at(&kept) =>
        {
            Some(kept)
        }
        (form, _) => form,
    }
}

/// Throws a draft away, for good.
pub fn throw_away(db: &Connection, id: RecordId) -> Result<(), OutboxError> {
    let State::Draft { .. } = known(db, id)?.state else { return Err(NotNow.into()) };
    let needed: u32 = db
        .prepare_cached("SELECT count(*) FROM records WHERE needs = ?")?
        .query_row([id], |row| row.get(0))?;
    if needed > 0 {
        return Err(OutboxError::Needed(needed));
    }
    Ok(table::delete(db, id)?)
}

/// The form with what is known of the company that it waits for: its name, or its id already.
fn settled(db: &Connection, form: &Form) -> Result<Form, OutboxError> {
    let mut form = form.clone();
    let Some(needs) = form.needs else { return Ok(form) };
    let company = known(db, needs)?;
    if company.entity != Entity::Clients {
        return Err(OutboxError::Unknown(needs));
    }
    form.client_name = company.values.get("name").cloned();
    if let State::Done { id, .. } = company.state {
        form.needs = None;
        form.values.insert("client_id".to_owned(), id.to_string());
    }
    Ok(form)
}

/// A listed card names its company, and others may be called the same. Which one it is belongs to
/// the version that is changed, where this machine knows it.
fn know_company(db: &Connection, change: &mut Change) -> Result<(), OutboxError> {
    if let Some(sent) = crate::known::sent_of(db, Entity::BusinessCards, change.id)?
        && let Some(id) = sent.company(db, &change.listed)?
    {
        change.listed.entry("client_id".to_owned()).or_insert(id);
    }
    Ok(())
}

fn known(db: &Connection, id: RecordId) -> Result<Record, OutboxError> {
    table::get(db, id)?.ok_or(OutboxError::Unknown(id))
}
