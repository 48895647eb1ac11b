//! Connections: making, opening and removing them, practice, and how many calls are left.

use desk::Desk;
use desk::calls::CallsLeft;
use desk::connect::{ConnectRequest, HostReading};
use desk::open::Opened;
use desk::start::Standing;
use desk::trouble::Trouble;
use tauri::State;

/// How the program stands, at once; what was open last is opened by the pages next.
#[tauri::command]
#[specta::specta]
pub async fn standing(desk: State<'_, Desk>) -> Result<Standing, Trouble> {
    Ok(desk.standing(&crate::system_language()))
}

/// Reads a host from what was typed or pasted.
#[tauri::command]
#[specta::specta]
pub async fn read_host(desk: State<'_, Desk>, text: String) -> Result<HostReading, Trouble> {
    desk.read_host(&text)
}

/// Tries, keeps and opens a connection. The ticket names the try for `give_up`: one that is given up
/// keeps nothing and opens nothing.
#[tauri::command]
#[specta::specta]
pub async fn connect(
    desk: State<'_, Desk>,
    request: ConnectRequest,
    ticket: u32,
) -> Result<Opened, Trouble> {
    desk.connect(request, ticket).await
}

/// Opens practice.
#[tauri::command]
#[specta::specta]
pub async fn practise(desk: State<'_, Desk>) -> Result<Opened, Trouble> {
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
pub async fn open_connection(desk: State<'_, Desk>, id: String) -> Result<Opened, Trouble> {
    desk.open_connection(&id).await
}

/// Opens a connection whose database's key is gone, with the recovery code of the database.
#[tauri::command]
#[specta::specta]
pub async fn recover_database(
    desk: State<'_, Desk>,
    id: String,
    code: String,
) -> Result<Opened, Trouble> {
    desk.recover_database(&id, code).await
}

/// Opens a connection whose database can not be opened with an empty one; the former is set aside.
#[tauri::command]
#[specta::specta]
pub async fn begin_database_anew(desk: State<'_, Desk>, id: String) -> Result<Opened, Trouble> {
    desk.begin_database_anew(&id).await
}

/// The recovery code of the open connection's database, to be shown again; none where there is none.
#[tauri::command]
#[specta::specta]
pub async fn recovery_code(desk: State<'_, Desk>) -> Result<Option<String>, Trouble> {
    desk.recovery_code().await
}

/// Removes a connection, with everything that was kept for it. Records that were not sent keep it
/// from being removed, unless they are to be discarded.
#[tauri::command]
#[specta::specta]
pub async fn remove_connection(
    desk: State<'_, Desk>,
    id: String,
    discard_unsent: bool,
    leave_key: bool,
) -> Result<(), Trouble> {
    desk.remove_connection(&id, discard_unsent, leave_key).await
}

/// How many calls the limit leaves.
#[tauri::command]
#[specta::specta]
pub async fn calls_left(desk: State<'_, Desk>) -> Result<CallsLeft, Trouble> {
    desk.calls_left().await
}
