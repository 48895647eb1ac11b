//! What an input method composes is seen in the field itself: on Linux that has to be asked for.

use tauri::WebviewWindow;
use webkit2gtk::{InputMethodContextExt, WebViewExt};

/// Has the pages told what is being composed, as they are on the other systems. Tauri's webview has
/// it switched off: a field would stay empty until the text is confirmed, and its reading would be
/// unknown.
pub fn compose_in_place(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        // There is none only where WebKit was given none on purpose.
        if let Some(context) = webview.inner().input_method_context() {
            context.set_enable_preedit(true);
        }
    })
}
