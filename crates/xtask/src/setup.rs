//! What has to be on the machine before anything is built.

use std::process::Command;

use crate::packages;
use crate::shell::{Failure, cargo, output};

/// What the program needs on this machine to be built and opened.
pub fn set_up(with_virtual_display: bool) -> Result<(), Failure> {
    check_node()?;
    let mut wanted = packages::WINDOW.to_vec();
    if with_virtual_display {
        wanted.extend(packages::VIRTUAL);
    }
    packages::install(&wanted)
}

/// What the tests need of Rust beyond the compiler: rustup's minimal profile leaves it out.
pub fn check_rust_tools() -> Result<(), Failure> {
    for (tool, name) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if output(&mut cargo(&[tool, "--version"])).is_none() {
            return Err(Failure(format!(
                "The tests need {name}, which this Rust does not have: `rustup component add {name}` \
                 adds it."
            )));
        }
    }
    Ok(())
}

/// The lowest Node.js that builds the pages. (Cargo itself refuses a Rust that is too old.)
const NODE: (u32, u32) = (20, 19);

fn check_node() -> Result<(), Failure> {
    let wanted = format!("Node.js {}.{} or later with npm", NODE.0, NODE.1);
    let found = output(Command::new("node").arg("--version"))
        .ok_or_else(|| Failure(format!("{wanted} is needed, and `node` was not found.")))?;
    if version(&found) < Some(NODE) {
        return Err(Failure(format!("{wanted} is needed; here is {}.", found.trim())));
    }
    Ok(())
}

/// Major and minor number of a text such as `v20.19.1`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert!(version("v20.9.0\n") < Some((20, 19)));
        assert!(version("v20.19.0\n") >= Some((20, 19)));
        assert!(version("v100.0.0\n") >= Some((20, 19)));
        assert!(version("") < Some((20, 19)));
    }
}
