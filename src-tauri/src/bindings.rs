//! The commands and events as the pages know them: `ui/src/backend/bindings.ts` is made here.

use tauri_specta::{Builder, collect_commands, collect_events};

use crate::{commands, events};

/// Everything that crosses between the pages and the program.
#[must_use]
pub fn builder() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .disable_serde_phases()
        .commands(collect_commands![
            commands::standing,
            commands::set_language,
            commands::read_host,
            commands::connect,
            commands::practise,
            commands::reset_practice,
            commands::open_connection,
            commands::recover_database,
            commands::begin_database_anew,
            commands::recovery_code,
            commands::remove_connection,
            commands::postal_places,
            commands::postal_codes,
            commands::leave_field,
            commands::read_signature,
            commands::companies,
            commands::known_companies,
            commands::company_offer,
            commands::new_company,
            commands::find,
            commands::give_up,
            commands::known_duplicates,
            commands::look_for_duplicates,
            commands::take_into,
            commands::begin_change,
            commands::choices,
            commands::name_choice,
            commands::forget_choice,
            commands::export_choices,
            commands::import_choices,
            commands::calls_left,
            commands::views,
            commands::keep_view,
            commands::save_draft,
            commands::submit,
            commands::put_aside,
            commands::take_up,
            commands::throw_away,
            commands::take_back,
            commands::decide,
            commands::outbox,
            commands::outbox_record,
            commands::last_saved,
            commands::counts,
            commands::try_now,
            commands::history,
            commands::wipe_history,
            commands::history_days,
            commands::set_history_days,
            commands::open_company,
            commands::close_window,
        ])
        .events(collect_events![
            events::LimitWaits,
            events::CallsChanged,
            events::OutboxChanged,
            events::ClosingWithUnsent,
        ])
        .constant("contract", hotprofile::contract::contract_shape())
}

#[cfg(test)]
mod tests {
    use specta_typescript::Typescript;

    use super::builder;

    /// Run with `UPDATE_BINDINGS=1` (`cargo xtask bindings`) to write the file anew.
    #[test]
    fn the_committed_bindings_are_those_of_the_commands() {
        let committed =
            std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/backend/bindings.ts");
        let folder = tempfile::tempdir().expect("a folder");
        let fresh = folder.path().join("bindings.ts");
        builder().export(Typescript::default(), &fresh).expect("the types can be described");
        let fresh = std::fs::read_to_string(fresh).expect("it was just written");
        if std::env::var_os("UPDATE_BINDINGS").is_some() {
            std::fs::write(committed, fresh).expect("the folder is there");
        } else {
            let committed = std::fs::read_to_string(committed).unwrap_or_default();
            assert!(committed == fresh, "stale: run `cargo xtask bindings`");
        }
    }

    #[test]
    fn the_pages_may_call_these_commands_and_of_tauris_own_three() {
        let bindings = include_str!("../../ui/src/backend/bindings.ts");
        let mut needed: Vec<String> = bindings
            .split("__TAURI_INVOKE(\"")
            .skip(1)
            .filter_map(|call| call.split('"').next())
            .map(|command| format!("allow-{}", command.replace('_', "-")))
            .collect();
        needed.extend(
            ["event:allow-listen", "event:allow-unlisten", "webview:allow-set-webview-zoom"]
                .map(|permission| format!("core:{permission}")),
        );
        let capability: serde_json::Value =
            serde_json::from_str(include_str!("../capabilities/main.json")).expect("it is JSON");
        let mut granted: Vec<String> =
            serde_json::from_value(capability["permissions"].clone()).expect("a list of names");
        needed.sort();
        granted.sort();
        assert_eq!(granted, needed);
    }
}
