//! What the pages can call: each a few lines that hand over to the desk.

pub mod choices;
pub mod connections;
pub mod outbox;
pub mod program;
pub mod records;
pub mod typing;
