//! Records at the service: finding and changing them.

use desk::Desk;
use desk::change::ChangeSheet;
use desk::find::{Found, Query};
use desk::trouble::Trouble;
use hotprofile::{Entity, Values};
use tauri::State;

/// Lists records. The ticket names the call for `give_up`.
#[tauri::command]
#[specta::specta]
pub async fn find(
    desk: State<'_, Desk>,
    entity: Entity,
    query: Query,
    ticket: u32,
) -> Result<Found, Trouble> {
    desk.find(entity, query, ticket).await
}

/// The terms of a search with every day as the service writes it.
#[tauri::command]
#[specta::specta]
pub async fn tidy_terms(
    desk: State<'_, Desk>,
    entity: Entity,
    search: Values,
) -> Result<Values, Trouble> {
    Ok(desk.tidy_terms(entity, search))
}

/// What lists a registered record of which `name`, and `client_name` of a person, are known.
#[tauri::command]
#[specta::specta]
pub async fn search_for(
    desk: State<'_, Desk>,
    entity: Entity,
    id: u32,
    fields: Values,
) -> Result<Values, Trouble> {
    Ok(desk.search_for(entity, id, &fields))
}

/// Gives up a call that nobody waits for any more.
#[tauri::command]
#[specta::specta]
pub async fn give_up(desk: State<'_, Desk>, ticket: u32) -> Result<(), Trouble> {
    desk.give_up(ticket);
    Ok(())
}

/// What a form for changing a record begins with; `listed` is the record as it was found. The ticket
/// names the call for `give_up`.
#[tauri::command]
#[specta::specta]
pub async fn begin_change(
    desk: State<'_, Desk>,
    entity: Entity,
    id: u32,
    listed: Values,
    ticket: u32,
) -> Result<ChangeSheet, Trouble> {
    desk.unless_given_up(ticket, desk.begin_change(entity, id, &listed)).await
}

/// Opens the page of a registered company in the system's browser.
#[tauri::command]
#[specta::specta]
pub async fn open_company(desk: State<'_, Desk>, id: u32) -> Result<(), Trouble> {
    let page = desk.company_page(id)?;
    tauri_plugin_opener::open_url(page, None::<&str>).map_err(|_| Trouble::Internal)
}
