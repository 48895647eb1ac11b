//! What the pages can call: each a few lines that hand over to the desk.

use desk::Desk;
use desk::companies::Company;
use desk::connect::{ConnectRequest, HostReading};
use desk::connection::Connection;
use desk::find::{Found, Query};
use desk::register::Checked;
use desk::settings::Language;
use desk::start::Standing;
use desk::trouble::Trouble;
use hotprofile::{Entity, Operation, Values};
use tauri::State;

/// How the program stands, at once; what was open last is opened by the pages next.
#[tauri::command]
#[specta::specta]
pub async fn standing(desk: State<'_, Desk>) -> Result<Standing, Trouble> {
    Ok(desk.standing(&crate::system_language()))
}

/// Chooses the language of the pages.
#[tauri::command]
#[specta::specta]
pub async fn set_language(desk: State<'_, Desk>, language: Language) -> Result<(), Trouble> {
    desk.set_language(language)
}

/// Reads a host from what was typed or pasted.
#[tauri::command]
#[specta::specta]
pub async fn read_host(desk: State<'_, Desk>, text: String) -> Result<HostReading, Trouble> {
    desk.read_host(&text)
}

/// Tries, keeps and opens a connection.
#[tauri::command]
#[specta::specta]
pub async fn connect(
    desk: State<'_, Desk>,
    request: ConnectRequest,
) -> Result<Connection, Trouble> {
    desk.connect(request).await
}

/// Opens practice.
#[tauri::command]
#[specta::specta]
pub async fn practise(desk: State<'_, Desk>) -> Result<Connection, Trouble> {
    desk.practise().await
}

/// Invents the practice data anew.
#[tauri::command]
#[specta::specta]
pub async fn reset_practice(desk: State<'_, Desk>) -> Result<(), Trouble> {
    desk.reset_practice().await
}

/// Opens a connection that was made before; `practice` is practice. Waits while the keychain asks.
#[tauri::command]
#[specta::specta]
pub async fn open_connection(desk: State<'_, Desk>, id: String) -> Result<Connection, Trouble> {
    desk.open_connection(&id).await
}

/// Removes a connection, with its key.
#[tauri::command]
#[specta::specta]
pub async fn remove_connection(desk: State<'_, Desk>, id: String) -> Result<(), Trouble> {
    desk.remove_connection(&id).await
}

/// Checks a form; nothing is sent.
#[tauri::command]
#[specta::specta]
pub async fn check(
    desk: State<'_, Desk>,
    entity: Entity,
    operation: Operation,
    values: Values,
) -> Result<Checked, Trouble> {
    Ok(desk.check(entity, operation, &values))
}

/// Registers a record and gives the service's id.
#[tauri::command]
#[specta::specta]
pub async fn register(
    desk: State<'_, Desk>,
    entity: Entity,
    values: Values,
) -> Result<u32, Trouble> {
    desk.register(entity, &values).await
}

/// Companies whose name contains this.
#[tauri::command]
#[specta::specta]
pub async fn companies(desk: State<'_, Desk>, part: String) -> Result<Vec<Company>, Trouble> {
    desk.companies(&part).await
}

/// Lists records.
#[tauri::command]
#[specta::specta]
pub async fn find(desk: State<'_, Desk>, entity: Entity, query: Query) -> Result<Found, Trouble> {
    desk.find(entity, query).await
}
