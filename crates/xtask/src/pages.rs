//! The pages: their packages, and building them into `ui/dist`.

use std::time::SystemTime;

use crate::shell::{Failure, npm, run, ui};

/// Builds the pages; npm's packages are installed where they changed.
pub fn build() -> Result<(), Failure> {
    install()?;
    run(&mut npm(&["run", "--silent", "build"]))
}

/// Installs npm's packages unless those of the lock file are there.
pub fn install() -> Result<(), Failure> {
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    run(&mut npm(&["ci", "--no-audit", "--no-fund"]))
}

/// When a file of the pages changed last; `None` where it is not there.
fn changed(file: &str) -> Option<SystemTime> {
    std::fs::metadata(ui().join(file)).and_then(|metadata| metadata.modified()).ok()
}
