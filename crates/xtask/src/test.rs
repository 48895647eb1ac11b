//! `cargo xtask test`: everything that CI runs, in order, up to the first failure.

use std::time::Instant;

use crate::shell::{Failure, cargo, npm, output, run};
use crate::{licences, packages, pages, prism, program, schemathesis, setup};

/// A named step.
type Step = (&'static str, fn() -> Result<(), Failure>);

/// What needs little comes first. Clippy comes after the pages are built: the program embeds them.
const STEPS: &[Step] = &[
    ("Rust's tools", setup::check_rust_tools),
    ("set-up", || setup::set_up(cfg!(target_os = "linux"))),
    ("Rust is formatted", || run(&mut cargo(&["fmt", "--all", "--check"]))),
    ("licences", licences::check),
    ("npm packages", pages::install),
    ("pages: format and lint", || run(&mut npm(&["run", "--silent", "lint"]))),
    ("pages: nothing unused", || run(&mut npm(&["run", "--silent", "knip"]))),
    ("pages: tests", || run(&mut npm(&["test", "--silent"]))),
    ("pages: types and build", pages::build),
    ("Clippy", || {
        run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
    }),
    ("Rust tests", rust_tests),
    ("Rust examples in the docs", || run(&mut cargo(&["test", "--workspace", "--doc"]))),
    ("calls against the description (Prism)", prism::check),
    ("practice server against its description (Schemathesis)", schemathesis::check),
    ("journeys in the real window", journeys),
];

/// Runs every step, each with its time.
pub fn test() -> Result<(), Failure> {
    let start = Instant::now();
    for (number, (name, step)) in STEPS.iter().enumerate() {
        println!("\n== {}/{} {name}", number + 1, STEPS.len());
        let begun = Instant::now();
        step().map_err(|failure| Failure(format!("{failure}\nThis was the step: {name}.")))?;
        println!("== {name}: {} s", begun.elapsed().as_secs());
    }
    println!("\nEverything passed in {} s.", start.elapsed().as_secs());
    Ok(())
}

fn rust_tests() -> Result<(), Failure> {
    let mut tests = if has_nextest() { cargo(&["nextest", "run"]) } else { cargo(&["test"]) };
    run(tests.args(["--workspace", "--exclude", "journeys"]))
}

/// The journeys need Linux's virtual display and keychain; one types Japanese.
fn journeys() -> Result<(), Failure> {
    if !cfg!(target_os = "linux") {
        println!("Left out: they run on Linux.");
        return Ok(());
    }
    packages::install(packages::INPUT_METHOD)?;
    program::build()?;
    let mut tests = if has_nextest() { cargo(&["nextest", "run"]) } else { cargo(&["test"]) };
    run(tests.args(["--package", "journeys"]))
}

fn has_nextest() -> bool {
    output(&mut cargo(&["nextest", "--version"])).is_some()
}
