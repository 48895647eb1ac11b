//! What helps while somebody types: checks, companies, postal codes, signatures, duplicates.

use desk::Desk;
use desk::companies::{FoundCompanies, NewCompany};
use desk::duplicates::{Likely, Looked, Taken};
use desk::leave::{Leaving, Left};
use desk::outbox::record::{Form, RecordId};
use desk::postal::{PostalCode, PostalPlaces};
use desk::signature::Proposal;
use desk::trouble::Trouble;
use hotprofile::{Entity, Values};
use tauri::State;

/// Tidies and checks a form as a field of it is left; nothing is sent.
#[tauri::command]
#[specta::specta]
pub async fn leave_field(desk: State<'_, Desk>, leaving: Leaving) -> Result<Left, Trouble> {
    Ok(desk.leave(leaving).await)
}

/// Companies that this text finds, with one call at most; with one in any case where the person
/// wishes it `anew`. The ticket, the pages' own, names the call for
/// `give_up`.
#[tauri::command]
#[specta::specta]
pub async fn companies(
    desk: State<'_, Desk>,
    part: String,
    anew: bool,
    ticket: u32,
) -> Result<FoundCompanies, Trouble> {
    desk.unless_given_up(ticket, desk.companies(&part, anew)).await
}

/// Companies that this text finds among those that this machine knows, without a call.
#[tauri::command]
#[specta::specta]
pub async fn known_companies(
    desk: State<'_, Desk>,
    part: String,
) -> Result<FoundCompanies, Trouble> {
    desk.known_companies(&part).await
}

/// What is known of a company that its people's records can take; without a call.
#[tauri::command]
#[specta::specta]
pub async fn company_offer(
    desk: State<'_, Desk>,
    entity: Entity,
    id: u32,
) -> Result<Values, Trouble> {
    desk.company_offer(entity, id).await
}

/// What the form of a new company begins with: made of what was typed, and of its reading.
#[tauri::command]
#[specta::specta]
pub async fn new_company(
    desk: State<'_, Desk>,
    typed: String,
    reading: String,
) -> Result<NewCompany, Trouble> {
    Ok(desk.new_company(&typed, &reading))
}

/// The places of a postal code.
#[tauri::command]
#[specta::specta]
pub async fn postal_places(desk: State<'_, Desk>, zip: String) -> Result<PostalPlaces, Trouble> {
    desk.postal_places(&zip).await
}

/// The postal codes that an address may have.
#[tauri::command]
#[specta::specta]
pub async fn postal_codes(
    desk: State<'_, Desk>,
    pref: String,
    address: String,
) -> Result<Vec<PostalCode>, Trouble> {
    desk.postal_codes(&pref, &address).await
}

/// What a form would take from an e-mail signature.
#[tauri::command]
#[specta::specta]
pub async fn read_signature(
    desk: State<'_, Desk>,
    entity: Entity,
    text: String,
) -> Result<Vec<Proposal>, Trouble> {
    desk.read_signature(entity, text).await
}

/// The duplicates of a form that this machine knows of; no call.
#[tauri::command]
#[specta::specta]
pub async fn known_duplicates(
    desk: State<'_, Desk>,
    draft: Option<RecordId>,
    form: Form,
) -> Result<Likely, Trouble> {
    desk.known_duplicates(draft, form).await
}

/// The same, once the service was asked with one call, which `give_up` gives up by its ticket.
#[tauri::command]
#[specta::specta]
pub async fn look_for_duplicates(
    desk: State<'_, Desk>,
    draft: Option<RecordId>,
    form: Form,
    ticket: u32,
) -> Result<Looked, Trouble> {
    desk.look_for_duplicates(draft, form, ticket).await
}

/// A registered record as the service shows it now, and what a form holds that it does not.
#[tauri::command]
#[specta::specta]
pub async fn take_into(
    desk: State<'_, Desk>,
    form: Form,
    id: u32,
    fields: Values,
    ticket: u32,
) -> Result<Taken, Trouble> {
    desk.take_into(form, id, fields, ticket).await
}
