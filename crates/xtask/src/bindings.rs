//! `cargo xtask bindings`: the commands as the pages know them.

use crate::shell::{Failure, cargo, run};

/// Writes `ui/src/backend/bindings.ts` anew.
pub fn bindings() -> Result<(), Failure> {
    run(cargo(&["test", "--package", "meishi-desk", "--lib", "bindings"])
        .env("UPDATE_BINDINGS", "1"))
}
