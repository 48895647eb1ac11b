//! `cargo xtask chaos`: the core is killed at random moments while the service misbehaves.

use crate::shell::{Failure, cargo, run};

/// Runs it with these arguments: `--seed N`, `--registrations N`, `--kills N`.
pub fn chaos(arguments: &[&str]) -> Result<(), Failure> {
    let chaos = ["run", "--quiet", "--package", "desk", "--example", "chaos", "--", "run"];
    run(cargo(&chaos).args(arguments))
}
