//! Programs that a journey starts. Each ends with the journey, by its own process group, however
//! the journey ends.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdin, Command, ExitStatus};

use rustix::process::{Pid, Signal, kill_process_group};

use crate::until::until;

/// A program that runs until it is dropped. It leads a process group of its own.
#[derive(Debug)]
pub struct Process(Child);

impl Process {
    /// Starts it; [`Desktop::command`](crate::desktop::Desktop::command) made the command.
    #[must_use]
    pub fn start(command: &mut Command) -> Self {
        match command.spawn() {
            Ok(child) => Self(child),
            Err(error) => panic!("{command:?} could not be started: {error}"),
        }
    }

    /// The first line that it prints; its output was piped.
    pub fn first_line(&mut self) -> String {
        let mut line = String::new();
        if let Some(output) = self.0.stdout.as_mut() {
            BufReader::new(output).read_line(&mut line).unwrap_or_default();
        }
        assert!(!line.is_empty(), "{:?} printed nothing", self.0);
        line.trim().to_owned()
    }

    /// Its input, which was piped.
    pub fn input(&mut self) -> ChildStdin {
        self.0.stdin.take().expect("its input was piped")
    }

    /// Waits until it has ended by itself.
    pub fn ended(&mut self) -> ExitStatus {
        until(|| self.0.try_wait().ok().flatten()).expect("the program ends")
    }

    /// Whether it runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }

    /// Kills it and all it started at once, as a power cut would.
    pub fn kill(&mut self) {
        // A group that is gone already needs no signal.
        kill_process_group(Pid::from_child(&self.0), Signal::KILL).ok();
        self.0.wait().ok();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}
