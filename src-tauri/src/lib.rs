//! The shell of Meishi Desk. It decides nothing: it opens the window and hands what the pages ask
//! to the desk.

pub mod bindings;
pub mod commands;
pub mod events;

/// The system's language as a tag such as `ja-JP`.
pub(crate) fn system_language() -> String {
    todo!()
}
