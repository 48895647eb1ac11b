//! Names of choices.

use desk::Desk;
use desk::choices::{ImportedChoices, LARGEST_FILE, NamedChoice};
use desk::trouble::Trouble;
use hotprofile::contract::Choice;
use tauri::{State, WebviewWindow};

use crate::file;

/// Every choice that has a name.
#[tauri::command]
#[specta::specta]
pub async fn choices(desk: State<'_, Desk>) -> Result<Vec<NamedChoice>, Trouble> {
    desk.choices().await
}

/// Gives a choice its name, or another one.
#[tauri::command]
#[specta::specta]
pub async fn name_choice(
    desk: State<'_, Desk>,
    of: Choice,
    id: u32,
    name: String,
) -> Result<(), Trouble> {
    desk.name_choice(of, id, &name).await
}

/// Forgets the name of a choice.
#[tauri::command]
#[specta::specta]
pub async fn forget_choice(desk: State<'_, Desk>, of: Choice, id: u32) -> Result<(), Trouble> {
    desk.forget_choice(of, id).await
}

/// Asks where, and writes the names of choices into a file; says whether it was written.
#[tauri::command]
#[specta::specta]
pub async fn export_choices(window: WebviewWindow, desk: State<'_, Desk>) -> Result<bool, Trouble> {
    let choices = desk.export_choices().await?;
    let Some(path) = file::choose_to_write(&window, "choices.csv").await else {
        return Ok(false);
    };
    file::write(path, choices).await?;
    Ok(true)
}

/// Asks for a file, and takes over the names in it; none where the person chose no file.
#[tauri::command]
#[specta::specta]
pub async fn import_choices(
    window: WebviewWindow,
    desk: State<'_, Desk>,
) -> Result<Option<ImportedChoices>, Trouble> {
    let Some(path) = file::choose_to_read(&window).await else { return Ok(None) };
    let choices = file::read(path, LARGEST_FILE).await?;
    Ok(Some(desk.import_choices(&choices).await?))
}
