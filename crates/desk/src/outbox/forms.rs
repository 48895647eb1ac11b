//! What people do with their forms: keeping drafts, saving into the outbox, throwing away.
//! Every function here runs within one transaction of its caller.

use std::time::Duration;

use hotprofile::{Entity, Operation, check};
use jiff::Timestamp;
use rusqlite::Connection;

use super::error::OutboxError;
use super::record::{Form, Record, RecordId};
use super::state::{Event, NotNow, State};
use super::{table, transition};

/// No look-up is decided here, so that no delay matters.
const NO_DELAY: Duration = Duration::ZERO;

/// Keeps what was typed so far, as a new draft or over one.
pub fn save_draft(
    db: &Connection,
    draft: Option<RecordId>,
    form: &Form,
    now: Timestamp,
) -> Result<RecordId, OutboxError> {
    let form = settled(db, form)?;
    match draft {
        None => Ok(table::insert(db, &form, now)?),
        Some(id) => {
            let State::Draft { .. } = known(db, id)?.state else { return Err(NotNow.into()) };
            table::write_form(db, id, &form, now)?;
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
    let form = settled(db, form)?;
    let (mut values, mut problems) =
        check::check_write(form.entity.record(), Operation::Create, &form.values);
    if form.needs.is_some() {
        // It gets one as soon as its company has one.
        problems.retain(|problem| problem.key != "client_id");
        values.remove("client_id");
    }
    if !problems.is_empty() {
        return Err(OutboxError::Invalid(problems));
    }
    let id = save_draft(db, draft, &Form { values, ..form }, now)?;
    transition::apply(db, id, Event::Submitted, NO_DELAY)
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

fn known(db: &Connection, id: RecordId) -> Result<Record, OutboxError> {
    table::get(db, id)?.ok_or(OutboxError::Unknown(id))
}
