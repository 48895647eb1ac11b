//! Python's programs, each in an environment of its own below `target`.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::packages;
use crate::shell::{Failure, run};

/// Makes an empty environment there; gives the folder of its programs.
pub fn environment(folder: &Path) -> Result<PathBuf, Failure> {
    make(folder).or_else(|_| {
        // Debian's Python comes without what makes one.
        packages::install(&["python3-venv"])?;
        make(folder)
    })?;
    Ok(programs(folder))
}

/// Where the programs of an environment are.
pub fn programs(folder: &Path) -> PathBuf {
    folder.join(if cfg!(windows) { "Scripts" } else { "bin" })
}

/// Installs what pip is told to.
pub fn install(programs: &Path, wanted: &[&str]) -> Result<(), Failure> {
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(Command::new(programs.join("python")).args(pip).args(wanted))
}

fn make(folder: &Path) -> Result<(), Failure> {
    let python = if cfg!(windows) { "python" } else { "python3" };
    run(Command::new(python).args(["-m", "venv", "--clear"]).arg(folder))
}
