//! The log file: times, levels, codes and durations of this program's own crates. Never values,
//! addresses or keys; what other people's crates would write is left out, since it may hold them.

use tauri::{App, Manager};
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// The crates that keep to the rule above.
const OWN: [&str; 4] = ["meishi_desk", "desk", "hotprofile", "practice_server"];
/// Days that are kept.
const FILES: usize = 14;

/// Starts a file a day in the system's folder for logs.
pub fn start(app: &App) -> Result<(), Box<dyn std::error::Error>> {
    let folder = app.path().app_log_dir()?;
    std::fs::create_dir_all(&folder)?;
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .max_log_files(FILES)
        .filename_prefix("meishi-desk")
        .filename_suffix("log")
        .build(folder)?;
    tracing_subscriber::registry()
        .with(fmt::layer().with_ansi(false).with_writer(file))
        .with(Targets::new().with_targets(OWN.map(|own| (own, LevelFilter::INFO))))
        .try_init()?;
    tracing::info!(version = env!("CARGO_PKG_VERSION"), "started");
    Ok(())
}

/// A panic's message can hold data; its place in the code can not. Before there is a log, the
/// program is starting, and whoever starts it says in plain words that it failed.
pub fn hide_what_panics_say() {
    std::panic::set_hook(Box::new(|panic| {
        if !tracing::dispatcher::has_been_set() {
            return;
        }
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panicked");
        eprintln!("panicked at {place}");
    }));
}
