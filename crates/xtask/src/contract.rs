//! `cargo xtask contract`: what the service publishes, as the project knows it.

use crate::shell::{Failure, cargo, run};

/// Prints one of the two tables as CSV: `requests` or `responses`.
pub fn contract(table: &str) -> Result<(), Failure> {
    let contract = ["run", "--quiet", "--package", "hotprofile", "--example", "contract", "--"];
    run(cargo(&contract).arg(table))
}
