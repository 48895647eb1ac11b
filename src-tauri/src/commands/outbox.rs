//! The outbox, drafts and the history.

use desk::Desk;
use desk::duplicates::Whose;
use desk::outbox::record::{Counts, Form, OutboxRecord, RecordId};
use desk::outbox::state::Decision;
use desk::outbox::{HistoryPage, HistoryQuery};
use desk::trouble::Trouble;
use hotprofile::Entity;
use tauri::State;

/// Keeps what was typed so far, as a new draft or over this one, and gives the draft's id.
#[tauri::command]
#[specta::specta]
pub async fn save_draft(
    desk: State<'_, Desk>,
    draft: Option<RecordId>,
    form: Form,
) -> Result<RecordId, Trouble> {
    Ok(desk.outbox().await?.save_draft(draft, form).await?)
}

/// Puts a form into the outbox, in place of its draft. Once it returns the form can be emptied.
/// `seen` are the duplicates that the person was asked about; `told` says whether something is
/// told of it as it is saved: it was tidied, or looks like a slip.
#[tauri::command]
#[specta::specta]
pub async fn submit(
    desk: State<'_, Desk>,
    draft: Option<RecordId>,
    form: Form,
    seen: Vec<Whose>,
    told: bool,
) -> Result<OutboxRecord, Trouble> {
    desk.submit(draft, form, seen, told).await
}

/// Puts a draft aside for later.
#[tauri::command]
#[specta::specta]
pub async fn put_aside(desk: State<'_, Desk>, id: RecordId) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.put_aside(id).await?)
}

/// Takes a draft up again.
#[tauri::command]
#[specta::specta]
pub async fn take_up(desk: State<'_, Desk>, id: RecordId) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.take_up(id).await?)
}

/// Throws a draft away, for good; the pages ask first.
#[tauri::command]
#[specta::specta]
pub async fn throw_away(desk: State<'_, Desk>, id: RecordId) -> Result<(), Trouble> {
    Ok(desk.outbox().await?.throw_away(id).await?)
}

/// Takes a waiting or refused record back into its form.
#[tauri::command]
#[specta::specta]
pub async fn take_back(desk: State<'_, Desk>, id: RecordId) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.take_back(id).await?)
}

/// Carries out what the person decided of a record that the look-up left open.
#[tauri::command]
#[specta::specta]
pub async fn decide(
    desk: State<'_, Desk>,
    id: RecordId,
    decision: Decision,
) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.decide(id, decision).await?)
}

/// Everything that is not history yet, in the order of saving: drafts too.
#[tauri::command]
#[specta::specta]
pub async fn outbox(desk: State<'_, Desk>) -> Result<Vec<OutboxRecord>, Trouble> {
    Ok(desk.outbox().await?.records().await?)
}

/// A record, wherever it stands.
#[tauri::command]
#[specta::specta]
pub async fn outbox_record(desk: State<'_, Desk>, id: RecordId) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.record(id).await?)
}

/// The record of this kind that was saved last to be registered, wherever it stands.
#[tauri::command]
#[specta::specta]
pub async fn last_saved(
    desk: State<'_, Desk>,
    entity: Entity,
) -> Result<Option<OutboxRecord>, Trouble> {
    Ok(desk.outbox().await?.last_saved(entity).await?)
}

/// How many records stand where.
#[tauri::command]
#[specta::specta]
pub async fn counts(desk: State<'_, Desk>) -> Result<Counts, Trouble> {
    Ok(desk.outbox().await?.counts())
}

/// Tries at once what waits for the network or the key.
#[tauri::command]
#[specta::specta]
pub async fn try_now(desk: State<'_, Desk>) -> Result<(), Trouble> {
    desk.outbox().await?.try_now();
    Ok(())
}

/// What this machine registered.
#[tauri::command]
#[specta::specta]
pub async fn history(desk: State<'_, Desk>, query: HistoryQuery) -> Result<HistoryPage, Trouble> {
    desk.history(query).await
}

/// Wipes the history.
#[tauri::command]
#[specta::specta]
pub async fn wipe_history(desk: State<'_, Desk>) -> Result<(), Trouble> {
    Ok(desk.outbox().await?.wipe_history().await?)
}

/// How long the history is kept, in days.
#[tauri::command]
#[specta::specta]
pub async fn history_days(desk: State<'_, Desk>) -> Result<u32, Trouble> {
    Ok(desk.history_days())
}

/// Keeps the history for so many days; what is older is forgotten at once.
#[tauri::command]
#[specta::specta]
pub async fn set_history_days(desk: State<'_, Desk>, days: u32) -> Result<(), Trouble> {
    desk.set_history_days(days).await
}
