//! A small run of `cargo xtask chaos`: kills and faults lose nothing and register nothing twice.

use std::path::PathBuf;
use std::process::Command;

#[test]
fn nothing_is_lost_and_nothing_is_there_twice_however_often_the_core_is_killed() {
    let run = Command::new(example())
        .args(["run", "--seed", "7", "--registrations", "60", "--kills", "12"])
        .output()
        .expect("cargo builds the examples before the tests");
    let said = String::from_utf8_lossy(&run.stdout);
    let last = said.lines().last().unwrap_or_default();
    assert!(
        run.status.success() && last.starts_with("60 registered, 12 kills, 0 lost, 0 twice, "),
        "{said}{}",
        String::from_utf8_lossy(&run.stderr)
    );
}

/// Beside the folder of the tests' own programs.
fn example() -> PathBuf {
    let mut path = std::env::current_exe().expect("a test has a path");
    path.pop();
    path.pop();
    path.join("examples").join(format!("chaos{}", std::env::consts::EXE_SUFFIX))
}
