//! Embeds the pages, and lets them call the commands named here and no others.

use std::path::Path;

/// Every command of `src/commands`; each is granted in `capabilities/main.json`.
const COMMANDS: &[&str] = &[
    "standing",
    "set_language",
    "read_host",
    "connect",
    "practise",
    "reset_practice",
    "open_connection",
    "recover_database",
    "begin_database_anew",
    "recovery_code",
    "remove_connection",
    "postal_places",
    "postal_codes",
    "leave_field",
    "read_signature",
    "companies",
    "known_companies",
    "company_offer",
    "new_company",
    "find",
    "give_up",
    "known_duplicates",
    "look_for_duplicates",
    "take_into",
    "begin_change",
    "choices",
    "name_choice",
    "forget_choice",
    "export_choices",
    "import_choices",
    "calls_left",
    "views",
    "keep_view",
    "save_draft",
    "submit",
    "put_aside",
    "take_up",
    "throw_away",
    "take_back",
    "decide",
    "outbox",
    "outbox_record",
    "last_saved",
    "counts",
    "try_now",
    "history",
    "wipe_history",
    "history_days",
    "set_history_days",
    "open_company",
    "search_for",
    "tidy_terms",
    "close_window",
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
