//! Schemathesis, which tries the practice server with calls made from its own description, right
//! ones and wrong ones: none may end in a status of 500 or more, or in an answer that is not the
//! described one.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::python;
use crate::shell::{Failure, cargo, root, run};

/// What every answer is held against.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_schema_conformance";

/// Tries a server that was just built.
pub fn check() -> Result<(), Failure> {
    let programs = install(&root().join("target/schemathesis"))?;
    run(&mut cargo(&["build", "--package", "practice-server"]))?;
    let server = Server::start()?;
    let mut schemathesis = Command::new(programs.join("schemathesis"));
    run(schemathesis
        .current_dir(root().join("target/schemathesis"))
        .arg("--config-file")
        .arg(files().join("schemathesis.toml"))
        .args(["run", "--phases", "coverage,fuzzing", "--continue-on-failure"])
        .args(["--checks", CHECKS])
        .arg(format!("{}/openapi.json", server.url)))
}

/// Installs it into an environment of Python's there, as its list says, unless it is there; gives
/// the folder of the programs.
fn install(folder: &Path) -> Result<PathBuf, Failure> {
    let programs = python::programs(folder);
    let (wanted, installed) = (files().join("requirements.txt"), folder.join("requirements.txt"));
    let read = |path: &Path| std::fs::read(path).ok();
    if read(&installed).is_some() && read(&installed) == read(&wanted) {
        return Ok(programs);
    }
    python::environment(folder)?;
    python::install(&programs, &["--requirement", &wanted.to_string_lossy()])?;
    // Last, so that half an installation is done again.
    std::fs::copy(&wanted, &installed).map_err(|error| {
        Failure(format!("{} can not be written: {error}.", installed.display()))
    })?;
    Ok(programs)
}

fn files() -> PathBuf {
    root().join("crates/xtask/schemathesis")
}

/// A practice server that lets every call through; it ends when dropped.
struct Server {
    program: Child,
    url: String,
}

impl Server {
    fn start() -> Result<Self, Failure> {
        let failed = |error| Failure(format!("The practice server did not start: {error}."));
        let folder = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
        let program = root().join(folder).join("debug/practice-server");
        let mut program = Command::new(program)
            .args(["--api-key", "practice", "--calls", "1000000", "--records", "40"])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        // It says where it is once it answers.
        let mut line = String::new();
        if let Some(stdout) = program.stdout.take() {
            BufReader::new(stdout).read_line(&mut line).map_err(failed)?;
        }
        let url = line.split_once("\"url\":\"").and_then(|(_, rest)| rest.split_once('"'));
        let url = url.map(|(url, _)| url.to_owned()).unwrap_or_default();
        Ok(Self { program, url })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
