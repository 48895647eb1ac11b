//! The program itself: its language, how its pages were left, its window.

use std::collections::BTreeMap;

use desk::Desk;
use desk::settings::Language;
use desk::trouble::Trouble;
use tauri::{State, WebviewWindow};

/// Chooses the language of the pages.
#[tauri::command]
#[specta::specta]
pub async fn set_language(desk: State<'_, Desk>, language: Language) -> Result<(), Trouble> {
    desk.set_language(language)
}

/// How the pages were left, by name.
#[tauri::command]
#[specta::specta]
pub async fn views(desk: State<'_, Desk>) -> Result<BTreeMap<String, String>, Trouble> {
    desk.views().await
}

/// Keeps how a page was left.
#[tauri::command]
#[specta::specta]
pub async fn keep_view(desk: State<'_, Desk>, name: String, value: String) -> Result<(), Trouble> {
    desk.keep_view(&name, &value).await
}

/// What the person answered to `ClosingWithUnsent`: closes the window, or leaves it open, so that
/// the next wish to close it is asked about again.
#[tauri::command]
#[specta::specta]
pub async fn close_window(window: WebviewWindow, close: bool) -> Result<(), Trouble> {
    crate::window::answer(&window, close);
    Ok(())
}
