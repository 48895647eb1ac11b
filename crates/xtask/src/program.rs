//! The program itself: building it, and where it can be opened.

use crate::shell::{Failure, cargo, run};

/// Builds the program and what the journeys start beside it.
pub fn build() -> Result<(), Failure> {
    run(&mut cargo(&["build", "--package", "meishi-desk", "--package", "practice-server"]))
}

/// Walks the first journey under a virtual display, in practice mode, and prints where its
/// pictures are.
pub fn walk(languages: &[&str]) -> Result<(), Failure> {
    run(cargo(&["run", "--quiet", "--package", "journeys", "--bin", "walk", "--"]).args(languages))
}

/// Whether a window can be opened here.
pub fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}
