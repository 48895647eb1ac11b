//! Prism, which holds what the typed client sends against the description in `OpenAPI`.

use std::path::{Path, PathBuf};

use crate::shell::{Failure, cargo, npm_in, root, run};

/// Sends every parameter of every operation through it.
pub fn check() -> Result<(), Failure> {
    let folder = root().join("target/prism");
    install(&folder)?;
    let script: PathBuf = folder.join("node_modules/@stoplight/prism-cli/dist/index.js");
    // One of the tests runs it.
    run(&mut cargo(&["build", "--package", "hotprofile", "--example", "call"]))?;
    let tests = ["test", "--package", "hotprofile", "--test", "every_parameter", "--", "--ignored"];
    run(cargo(&tests).env("PRISM", script))
}

/// Installs it as its lock file says, unless it is there.
fn install(folder: &Path) -> Result<(), Failure> {
    let wanted = root().join("crates/xtask/prism");
    let lock = |folder: &Path| std::fs::read(folder.join("package-lock.json")).ok();
    let complete = folder.join("node_modules/.package-lock.json").exists();
    if complete && lock(folder) == lock(&wanted) {
        return Ok(());
    }
    std::fs::create_dir_all(folder)
        .and_then(|()| {
            ["package.json", "package-lock.json"].iter().try_for_each(|name| {
                std::fs::copy(wanted.join(name), folder.join(name)).map(|_| ())
            })
        })
        .map_err(|error| Failure(format!("Prism's lock file can not be copied: {error}.")))?;
    // One of its packages reports on whoever installs it, by a script.
    run(&mut npm_in(folder, &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}
