//! The window: made in code, so that it keeps nothing and goes nowhere.

use std::sync::atomic::{AtomicBool, Ordering};

use desk::Desk;
use desk::closing::AtClosing;
use tauri::webview::NewWindowResponse;
use tauri::{
    App, AppHandle, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Window,
    WindowEvent, Wry,
};
use tauri_plugin_window_state::StateFlags;
use tauri_specta::Event;

use crate::events::ClosingWithUnsent;

const LABEL: &str = "main";

/// Opens the window with the pages.
pub fn open(app: &App) -> tauri::Result<()> {
    #[cfg_attr(
        not(target_os = "linux"),
        expect(unused_variables, reason = "only Linux asks something of it")
    )]
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Meishi Desk")
        .inner_size(1200.0, 800.0)
        // Small enough for a laptop's screen with enlarged text.
        .min_inner_size(800.0, 560.0)
        // Nothing of what is typed is left behind: no profile on disk, no names and addresses
        // offered to the next form.
        .incognito(true)
        .general_autofill_enabled(false)
        .zoom_hotkeys_enabled(true)
        .disable_drag_drop_handler()
        .on_navigation(is_own_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    #[cfg(target_os = "linux")]
    crate::input_method::compose_in_place(&window)?;
    Ok(())
}

/// Shows the window to a person who started the program a second time.
pub fn bring_forward(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    // Each is a wish that a window system may refuse.
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
}

/// Whether a person is being asked if the window is to be closed over unsent records.
#[derive(Default)]
pub struct Closing {
    asked: AtomicBool,
}

impl Closing {
    /// Whether a wish to close is to be asked about. One that comes before the answer is not:
    /// pages that hang would never answer.
    fn begins_to_ask(&self) -> bool {
        !self.asked.swap(true, Ordering::Relaxed)
    }

    fn answered(&self) {
        self.asked.store(false, Ordering::Relaxed);
    }
}

/// Asks before the window is closed over unsent records or drafts that are lost, and has the outbox tried when a person
/// comes back to it: the network may be back too.
pub fn on_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } if window.state::<Closing>().begins_to_ask() => {
            api.prevent_close();
            tauri::async_runtime::spawn(close_or_ask(window.clone()));
        }
        WindowEvent::Focused(true) => {
            let window = window.clone();
            tauri::async_runtime::spawn(async move {
                if let Ok(outbox) = window.state::<Desk>().outbox().await {
                    outbox.try_now();
                }
            });
        }
        _ => {}
    }
}

async fn close_or_ask(window: Window) {
    let desk = window.state::<Desk>();
    let closing = desk.at_closing().await;
    let AtClosing { counts, lost_elsewhere, .. } = closing;
    let question = ClosingWithUnsent { counts, lost_elsewhere };
    if !closing.is_worth_a_question() || question.emit(&window).is_err() {
        // What can not be closed is being closed already.
        let _ = window.destroy();
    }
}

/// The pages' answer to whether the window is to be closed.
pub fn answer(window: &WebviewWindow, close: bool) {
    window.state::<Closing>().answered();
    if close {
        // As above.
        let _ = window.destroy();
    }
}

/// Remembers size and place, nothing else.
pub fn remember_place() -> tauri::plugin::TauriPlugin<Wry> {
    let place = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    tauri_plugin_window_state::Builder::new().with_state_flags(place).build()
}

/// Whether there is a display to open the window on.
pub fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|display| !display.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// Whether an address is one of the program's own pages, as each system writes them.
fn is_own_page(url: &Url) -> bool {
    if cfg!(windows) {
        matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost")
    } else {
        url.scheme() == "tauri" && url.host_str() == Some("localhost")
    }
}

#[cfg(test)]
mod tests {
    use super::{Closing, is_own_page};

    #[test]
    fn closing_is_asked_about_once_until_it_is_answered() {
        let closing = Closing::default();
        assert!(closing.begins_to_ask());
        assert!(!closing.begins_to_ask());
        closing.answered();
        assert!(closing.begins_to_ask());
    }

    #[test]
    fn the_window_goes_to_the_programs_own_pages_only() {
        let own = if cfg!(windows) { "http://tauri.localhost/" } else { "tauri://localhost/" };
        assert!(is_own_page(&own.parse().expect("an address")));
        for other in [
            "https://example.hot-profile.com/",
            "http://localhost/",
            "http://127.0.0.1:8080/",
            "https://tauri.localhost.example/",
            "tauri://other/",
            "file:///etc/hostname",
            "data:text/html,x",
            "about:blank",
        ] {
            assert!(!is_own_page(&other.parse().expect("an address")), "{other}");
        }
    }
}
