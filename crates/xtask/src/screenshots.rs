//! `cargo xtask screenshots`: pictures of every page in every language.

use crate::shell::Failure;
use crate::{pages, program, setup};

/// Takes them into `target/pictures`, under a virtual display.
pub fn screenshots() -> Result<(), Failure> {
    setup::set_up(true)?;
    pages::build()?;
    program::build()?;
    program::walk(&["ja", "en", "ru"])
}
