//! The shell of Meishi Desk. It decides nothing: it opens the window and hands what the pages ask
//! to the desk.

pub mod bindings;
pub mod commands;
pub mod events;
mod file;
#[cfg(target_os = "linux")]
mod input_method;
mod keychain;
mod log;
mod settings;
mod window;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use desk::outbox::Options;
use desk::{Desk, Surroundings};
use hotprofile::limit::Allowance;
use tauri::{App, Context, Manager, RunEvent, Wry};
use tauri_specta::Event;

use crate::events::{CallsChanged, LimitWaits, OutboxChanged};
use crate::keychain::SystemKeychain;
use crate::settings::SettingsFile;

/// How often the program tries to become the only one, while an earlier one is leaving.
const STARTS: u32 = 50;
/// How long it waits before the next try.
const BETWEEN_STARTS: Duration = Duration::from_millis(100);
/// How long a person may take to unlock the keychain.
const KEYCHAIN_PATIENCE: Duration = Duration::from_mins(1);

/// Runs the program until its window is closed.
#[must_use]
pub fn run() -> ExitCode {
    log::hide_what_panics_say();
    if !window::has_display() {
        eprintln!(
            "Meishi Desk needs a display, and this session has none: neither DISPLAY nor \
             WAYLAND_DISPLAY is set."
        );
        return ExitCode::FAILURE;
    }
    // The window system's library panics where the display that is named can not be reached.
    match std::panic::catch_unwind(start) {
        Ok(Ok(app)) => {
            app.run(|app, event| {
                if let RunEvent::ExitRequested { .. } = event {
                    // Whoever starts the program again from here on gets a new one.
                    tauri_plugin_single_instance::destroy(app);
                    // It waits until this one lets go of the database.
                    tauri::async_runtime::block_on(app.state::<Desk>().close_outbox());
                }
            });
            ExitCode::SUCCESS
        }
        Ok(Err(error)) => {
            eprintln!("Meishi Desk could not start: {error}");
            ExitCode::FAILURE
        }
        Err(_) => {
            eprintln!("Meishi Desk could not open its window. Can the display be reached?");
            ExitCode::FAILURE
        }
    }
}

/// Makes the program. One that is just leaving still owns the name by which programs know each
/// other, and does not answer any more: its end is waited for.
fn start() -> tauri::Result<App> {
    let mut start = 1;
    loop {
        match build() {
            Err(tauri::Error::PluginInitialization(plugin, _))
                if plugin == "single-instance" && start < STARTS =>
            {
                start += 1;
                std::thread::sleep(BETWEEN_STARTS);
            }
            done => return done,
        }
    }
}

fn build() -> tauri::Result<App> {
    let bindings = bindings::builder();
    let invoke_handler = bindings.invoke_handler();
    tauri::Builder::default()
        // Must be the first: it ends a second program before the others have done anything.
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::bring_forward(app)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_store::Builder::new().build())
        .plugin(window::remember_place())
        .invoke_handler(invoke_handler)
        .manage(window::Closing::default())
        .on_window_event(window::on_event)
        .setup(move |app| {
            bindings.mount_events(app);
            // What fails here is told here: Tauri would panic, long after `start`.
            if let Err(error) = set_up(app) {
                eprintln!("Meishi Desk could not start: {error}");
                std::process::exit(1);
            }
            Ok(())
        })
        .build(context())
}

fn set_up(app: &App) -> Result<(), Box<dyn std::error::Error>> {
    if let Err(error) = log::start(app) {
        eprintln!("Meishi Desk writes no log: {error}");
    }
    app.manage(desk(app)?);
    window::open(app)?;
    Ok(())
}

fn context() -> Context<Wry> {
    tauri::generate_context!()
}

/// The desk with the keychain, the settings and the folder of this system.
fn desk(app: &App) -> Result<Desk, Box<dyn std::error::Error>> {
    let folder = app.path().app_local_data_dir()?.join("connections");
    std::fs::create_dir_all(&folder)?;
    let window = app.handle().clone();
    let (gauge, pages) = (window.clone(), window.clone());
    Ok(Desk::new(Surroundings {
        keychain: Arc::new(SystemKeychain),
        keychain_patience: KEYCHAIN_PATIENCE,
        settings: Arc::new(SettingsFile::open(app)?),
        folder,
        allowance: Allowance::PUBLISHED,
        on_wait: Arc::new(move |wait| {
            // Without a window nobody waits.
            let _ = LimitWaits::after(wait).emit(&window);
        }),
        on_calls: Arc::new(move |left| {
            // As above.
            let _ = CallsChanged(left).emit(&gauge);
        }),
        outbox: Options::new(Arc::new(move |counts| {
            // As above.
            let _ = OutboxChanged(counts).emit(&pages);
        })),
    }))
}

/// The system's language as a tag such as `ja-JP`; empty where it names none.
pub(crate) fn system_language() -> String {
    sys_locale::get_locale().unwrap_or_default()
}
