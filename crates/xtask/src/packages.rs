//! Debian's packages that the program needs: which are missing, and installing them.

use std::io::{BufRead, IsTerminal, Write};
use std::process::Command;

use crate::shell::{Failure, output, run};

/// To build the program, and to open it in a window.
pub const WINDOW: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libwebkit2gtk-4.1-dev",
    "fonts-noto-cjk",
    "ca-certificates",
];

/// To open it where there is no display, with a keychain of its own.
pub const VIRTUAL: &[&str] = &["xvfb", "dbus", "gnome-keyring", "util-linux"];

/// To type Japanese into it there.
pub const INPUT_METHOD: &[&str] = &["fcitx5", "fcitx5-mozc", "fcitx5-frontend-gtk3"];

/// Installs those that are missing, after asking. On systems without Debian's packages it names
/// what has to be there and goes on.
pub fn install(wanted: &[&str]) -> Result<(), Failure> {
    if !dpkg_is_here() {
        println!("{}", elsewhere());
        return Ok(());
    }
    let missing: Vec<&str> = wanted.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        println!("All system packages are here: {}", wanted.join(" "));
        return Ok(());
    }
    println!("These system packages are missing and will be installed: {}", missing.join(" "));
    if !agreed() {
        return Err(Failure("Nothing was installed.".into()));
    }
    run(as_root().args(["apt-get", "update"]))?;
    run(as_root()
        .args(["apt-get", "install", "--yes", "--no-install-recommends"])
        .args(missing)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

fn dpkg_is_here() -> bool {
    output(Command::new("dpkg-query").arg("--version")).is_some()
}

fn is_installed(name: &str) -> bool {
    let query = ["--show", "--showformat=${db:Status-Status}\\n", name];
    output(Command::new("dpkg-query").args(query)).is_some_and(|states| holds_installed(&states))
}

/// Whether a package is there by dpkg's word for it: one line for each architecture.
fn holds_installed(states: &str) -> bool {
    states.lines().any(|state| state == "installed")
}

/// Nobody is asked in CI or without a terminal.
fn agreed() -> bool {
    let ci = std::env::var("CI").unwrap_or_default();
    if is_ci(&ci) || !std::io::stdin().is_terminal() {
        return true;
    }
    print!("Go on? [Y/n] ");
    std::io::stdout().flush().is_ok() && is_yes(&mut std::io::stdin().lock())
}

/// Whether the variable `CI` says so; empty where there is none.
fn is_ci(variable: &str) -> bool {
    !matches!(variable.trim().to_ascii_lowercase().as_str(), "" | "0" | "false" | "no")
}

/// Enter alone agrees; an end of the input without a line does not.
fn is_yes(input: &mut impl BufRead) -> bool {
    let mut answer = String::new();
    let length = input.read_line(&mut answer).unwrap_or_default();
    length > 0 && matches!(answer.trim().to_ascii_lowercase().as_str(), "" | "y" | "yes")
}

/// Through sudo, unless this is root already.
fn as_root() -> Command {
    let root = output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if root {
        return Command::new("env");
    }
    let mut sudo = Command::new("sudo");
    sudo.arg("--preserve-env=DEBIAN_FRONTEND");
    sudo
}

/// What has to be there where this program does not install it.
fn elsewhere() -> &'static str {
    if cfg!(target_os = "macos") {
        "Needed on macOS: Apple's command line tools (xcode-select --install), and Python 3.10 or \
         later for the tests."
    } else if cfg!(windows) {
        "Needed on Windows: the C++ build tools of Visual Studio, Perl (to build OpenSSL), and \
         WebView2 (part of Windows 11). For the tests: Python 3.10 or later."
    } else {
        "Needed on other Linux systems: a C compiler, make, Perl, pkg-config, the development \
         files of WebKitGTK 4.1, a Japanese font, the authorities' certificates \
         (ca-certificates), and a keychain that speaks Secret Service. For the tests: Python 3.10 \
         or later, Xvfb, dbus (dbus-daemon and dbus-send), gnome-keyring, setpriv (of util-linux), \
         fcitx5 with its module for GTK 3, and fcitx5-mozc."
    }
}

#[cfg(test)]
mod tests {
    use super::{
        INPUT_METHOD, VIRTUAL, dpkg_is_here, elsewhere, holds_installed, is_ci, is_installed,
        is_yes,
    };

    #[test]
    fn nothing_is_installed_without_a_yes() {
        for yes in ["\n", "y\n", "Y\n", " yes \r\n", "y"] {
            assert!(is_yes(&mut yes.as_bytes()), "{yes:?}");
        }
        for no in ["", "n\n", "no\n", "what?\n"] {
            assert!(!is_yes(&mut no.as_bytes()), "{no:?}");
        }
    }

    #[test]
    fn an_empty_or_denied_ci_is_none() {
        for none in ["", " ", "false", "False", "0", "no"] {
            assert!(!is_ci(none), "{none:?}");
        }
        for ci in ["true", "1", "woodpecker"] {
            assert!(is_ci(ci), "{ci:?}");
        }
    }

    #[test]
    fn only_what_is_wholly_there_is_installed() {
        assert!(holds_installed("installed\n"));
        assert!(holds_installed("config-files\ninstalled\n"), "on one of two architectures");
        for state in ["", "not-installed\n", "config-files\n", "half-installed\n", "unpacked\n"] {
            assert!(!holds_installed(state), "{state}");
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn what_the_tests_need_is_named_for_systems_without_debians_packages_too() {
        let readme = include_str!("../../../README.md");
        let row = readme.lines().find(|line| line.starts_with("| other Linux")).unwrap();
        for name in VIRTUAL.iter().chain(INPUT_METHOD) {
            // Others call this one otherwise.
            let name = if *name == "fcitx5-frontend-gtk3" { "module for GTK 3" } else { name };
            for told in [row, elsewhere()] {
                assert!(told.to_lowercase().contains(&name.to_lowercase()), "{name}: {told}");
            }
        }
    }

    #[test]
    fn dpkg_is_understood_where_it_is_and_missed_where_it_is_not() {
        // Where dpkg is, its own package is installed.
        assert_eq!(is_installed("dpkg"), dpkg_is_here());
        assert!(!is_installed("meishi-desk-no-such-package"));
    }
}
