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

/// What the packages of the pages run on, by `engines` in `ui/package.json`. (Cargo itself refuses a
/// Rust that is too old.)
const NODE: &str = "20.19 or a later 20, 22.12 or a later 22, or 24 and later";

fn check_node() -> Result<(), Failure> {
    let wanted = format!("Node.js ({NODE}) with npm is needed");
    let found = output(Command::new("node").arg("--version"))
        .ok_or_else(|| Failure(format!("{wanted}, and `node` was not found.")))?;
    if !version(&found).is_some_and(builds_the_pages) {
        return Err(Failure(format!("{wanted}; here is {}.", found.trim())));
    }
    Ok(())
}

/// Whether Node.js of this major and minor number is one of [`NODE`].
fn builds_the_pages((major, minor): (u32, u32)) -> bool {
    match major {
        20 => minor >= 19,
        22 => minor >= 12,
        _ => major >= 24,
    }
}

/// Major and minor number of a text such as `v20.19.1`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().trim_start_matches('v').split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

#[cfg(test)]
mod tests {
    use super::{NODE, builds_the_pages, version};

    fn is_good(node: &str) -> bool {
        version(node).is_some_and(builds_the_pages)
    }

    #[test]
    fn a_node_that_the_packages_refuse_is_refused_first() {
        for good in
            ["v20.19.0\n", "v20.100.0\n", "v22.12.0\n", "v24.0.0\n", "v25.1.0\n", "v100.0.0\n"]
        {
            assert!(is_good(good), "{good}");
        }
        for refused in
            ["", "v18.20.8\n", "v20.9.0\n", "v20.18.3\n", "v21.7.0\n", "v22.11.0\n", "v23.11.0\n"]
        {
            assert!(!is_good(refused), "{refused}");
        }
    }

    #[test]
    fn the_same_node_is_named_wherever_one_reads_of_it() {
        let engines = "\"node\": \"^20.19.0 || ^22.12.0 || >=24.0.0\"";
        assert!(include_str!("../../../ui/package.json").contains(engines));
        let pages = [include_str!("../../../README.md"), include_str!("../../../CONTRIBUTING.md")];
        for page in pages {
            let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(page.contains(NODE));
        }
    }
}
