//! Running other programs, and saying plainly what failed.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a chore stopped, in words for the person who started it.
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The project's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .map(Path::to_path_buf)
        .unwrap_or_default()
}

/// The folder of the pages.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo, as it started this program.
pub fn cargo(arguments: &[&str]) -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    in_folder(Command::new(cargo), arguments, &root())
}

/// npm, in the folder of the pages.
pub fn npm(arguments: &[&str]) -> Command {
    npm_in(&ui(), arguments)
}

/// npm, in another folder.
pub fn npm_in(folder: &Path, arguments: &[&str]) -> Command {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    in_folder(Command::new(npm), arguments, folder)
}

fn in_folder(mut command: Command, arguments: &[&str], folder: &Path) -> Command {
    command.args(arguments).current_dir(folder);
    command
}

/// Runs it to its end; its output goes where this program's goes, and its command line with the
/// errors, so that what it prints can be kept.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let line = written(command);
    eprintln!("$ {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure(format!("`{line}` failed ({status})."))),
        Err(error) => Err(Failure(format!("`{line}` could not be started: {error}."))),
    }
}

/// What it prints, or `None` where it can not be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it in the project's folder.
fn written(command: &Command) -> String {
    let root = root();
    let folder = command.get_current_dir().and_then(|folder| folder.strip_prefix(&root).ok());
    let folder = match folder {
        Some(folder) if folder != Path::new("") => format!("cd {} && ", folder.display()),
        _ => String::new(),
    };
    let program = Path::new(command.get_program());
    let program = program.file_stem().unwrap_or(command.get_program()).to_string_lossy();
    let variables = command.get_envs().filter_map(|(name, value)| {
        Some(format!("{}={} ", name.to_string_lossy(), value?.to_string_lossy()))
    });
    let arguments = command.get_args().map(|argument| format!(" {}", argument.to_string_lossy()));
    let (variables, arguments) = (variables.collect::<String>(), arguments.collect::<String>());
    format!("{folder}{variables}{program}{arguments}")
}
