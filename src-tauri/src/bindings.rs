//! The commands and events as the pages know them: `ui/src/backend/bindings.ts` is made here.

use tauri_specta::{Builder, collect_commands, collect_events};

use crate::{commands, events};

/// Everything that crosses between the pages and the program.
#[must_use]
pub fn builder() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .disable_serde_phases()
        .commands(collect_commands![
            commands::connections::standing,
            commands::program::set_language,
            commands::connections::read_host,
            commands::connections::connect,
            commands::connections::practise,
            commands::connections::reset_practice,
            commands::connections::open_connection,
            commands::connections::recover_database,
            commands::connections::begin_database_anew,
            commands::connections::recovery_code,
            commands::connections::remove_connection,
            commands::typing::postal_places,
            commands::typing::postal_codes,
            commands::typing::leave_field,
            commands::typing::read_signature,
            commands::typing::companies,
            commands::typing::known_companies,
            commands::typing::company_offer,
            commands::typing::new_company,
            commands::records::find,
            commands::records::give_up,
            commands::typing::known_duplicates,
            commands::typing::look_for_duplicates,
            commands::typing::take_into,
            commands::records::begin_change,
            commands::choices::choices,
            commands::choices::name_choice,
            commands::choices::forget_choice,
            commands::choices::export_choices,
            commands::choices::import_choices,
            commands::connections::calls_left,
            commands::program::views,
            commands::program::keep_view,
            commands::outbox::save_draft,
            commands::outbox::submit,
            commands::outbox::put_aside,
            commands::outbox::take_up,
            commands::outbox::throw_away,
            commands::outbox::take_back,
            commands::outbox::decide,
            commands::outbox::outbox,
            commands::outbox::outbox_record,
            commands::outbox::last_saved,
            commands::outbox::counts,
            commands::outbox::try_now,
            commands::outbox::history,
            commands::outbox::wipe_history,
            commands::outbox::history_days,
            commands::outbox::set_history_days,
            commands::records::open_company,
            commands::records::search_for,
            commands::records::tidy_terms,
            commands::program::close_window,
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
