//! `cargo xtask ime`: names typed through a real Japanese input method into the real window.

use crate::shell::{Failure, cargo, run};
use crate::{packages, pages, program, setup};

/// Types them in every way, and prints what was saved, submitted and left, and how many kana are
/// right. It takes about two minutes.
pub fn ime() -> Result<(), Failure> {
    typing("ime")
}

/// Runs the program of this name, which types into the real window.
pub fn typing(name: &str) -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        return Err(Failure("This chore needs Linux: it types through fcitx5 and Mozc.".into()));
    }
    setup::set_up(true)?;
    packages::install(packages::INPUT_METHOD)?;
    pages::build()?;
    program::build()?;
    run(&mut cargo(&["run", "--quiet", "--package", "journeys", "--bin", name]))
}
