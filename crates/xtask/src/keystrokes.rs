//! `cargo xtask keystrokes`: a stack of cards typed in the real window, and what each took.

use crate::ime::typing;
use crate::shell::Failure;

/// Types them with the keyboard alone, and prints the table of `docs/keystrokes.md`. It takes about
/// two minutes.
pub fn keystrokes() -> Result<(), Failure> {
    typing("keystrokes")
}
