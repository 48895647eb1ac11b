//! Embeds the pages, and lets them call the commands named here and no others.

use std::path::Path;

/// Every command of `src/commands.rs`; each is granted in `capabilities/main.json`.
const COMMANDS: &[&str] = &[
    "standing",
    "set_language",
    "read_host",
    "connect",
    "practise",
    "reset_practice",
    "open_connection",
    "remove_connection",
    "check",
    "register",
    "companies",
    "find",
];

fn main() {
    let pages = Path::new("../ui/dist");
    println!("cargo:rerun-if-changed={}", pages.display());
    if !pages.join("index.html").exists() {
        println!("cargo::error=The pages are not built yet: `cargo xtask run` builds them first.");
        return;
    }
    let commands = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) =
        tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands))
    {
        println!("cargo::error={error:#}");
    }
}
