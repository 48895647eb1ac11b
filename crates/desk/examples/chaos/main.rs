//! Chaos: the program's core as a process of its own is killed at random moments while the
//! practice server misbehaves; in the end every registration is there exactly once.
//!
//! `cargo xtask chaos --seed N` runs it. The same seed makes the same registrations, the same
//! faults and the same waits; where exactly a kill strikes is the machine's.

mod core;
mod driver;
mod plan;
mod tally;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Args, Parser, Subcommand};

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    role: Role,
}

#[derive(Subcommand)]
enum Role {
    /// Kill the core again and again, and count in the end.
    Run(Run),
    /// The core: takes registrations from its input. Started by `run`.
    Core(Core),
}

#[derive(Args)]
struct Run {
    /// What everything is drawn from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many companies and cards are registered, a few changes among them.
    #[arg(long, default_value_t = 1_000)]
    registrations: usize,
    /// How often the core is killed.
    #[arg(long, default_value_t = 200)]
    kills: usize,
}

#[derive(Args)]
struct Core {
    /// Where its database is.
    #[arg(long)]
    folder: PathBuf,
    /// Where the practice server listens.
    #[arg(long)]
    server: SocketAddr,
    /// The practice server's key.
    #[arg(long)]
    api_key: String,
    /// How long after a lost answer the call can still be on its way.
    #[arg(long)]
    safe_delay: u64,
    /// The limit's period.
    #[arg(long)]
    period: u64,
}

/// In the place of five minutes: longer than any delay of a fault.
const SAFE_DELAY: Duration = Duration::from_millis(500);

/// In the place of the minute in which 100 calls are let through.
const PERIOD: Duration = Duration::from_secs(1);

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Arguments::parse().role {
        Role::Run(run) => driver::run(&run).await,
        Role::Core(core) => core::run(core).await.map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
