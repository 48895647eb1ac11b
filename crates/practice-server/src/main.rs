//! The practice server as a program. It prints one line of JSON once it answers, with its address,
//! its key and, for HTTPS, the file that holds its authority's certificate; and ends on Ctrl-C or
//! SIGTERM.

use std::error::Error;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use hotprofile::ApiKey;
use practice_server::openapi::{self, Way};
use practice_server::{Allowance, Options, PracticeServer};
use serde_json::json;

/// A stand-in for HotProfile on this machine, for practice and for tests.
#[derive(Debug, Parser)]
#[command(version)]
struct Arguments {
    /// Loopback address to listen on; port 0 takes a free one.
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:0")]
    listen: SocketAddr,
    /// Key that calls must carry; made at random where it is left out.
    #[arg(long, value_name = "KEY", value_parser = key)]
    api_key: Option<String>,
    /// File that keeps the records; in memory alone without one.
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Sample cards to invent, with companies and leads in proportion.
    #[arg(long, value_name = "N", default_value_t = 200)]
    records: usize,
    /// Seed that the sample data is invented from.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Serve HTTPS with a generated authority.
    #[arg(long)]
    tls: bool,
    /// File to write the authority's certificate to, as PEM.
    #[arg(long, value_name = "FILE", requires = "tls", default_value = "practice-authority.pem")]
    tls_authority: PathBuf,
    /// Calls that are let through in any 60 seconds.
    #[arg(long, value_name = "N", default_value_t = Allowance::PUBLISHED.calls)]
    calls: usize,
    /// Print the description in OpenAPI and end.
    #[arg(long, value_name = "WAY", num_args = 0..=1, default_missing_value = "query")]
    openapi: Option<Way>,
}

/// As a client sends it: without the spaces around it.
fn key(text: &str) -> Result<String, &'static str> {
    let key = ApiKey::new(text);
    if key.is_empty() {
        Err("a key has to be more than spaces")
    } else {
        Ok(key.expose().to_owned())
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    if let Some(way) = arguments.openapi {
        let description = openapi::description(way).to_pretty_json()?;
        return Ok(writeln!(io::stdout(), "{description}")?);
    }
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let defaults = Options::default();
    let server = PracticeServer::start(Options {
        listen: arguments.listen,
        api_key: arguments.api_key.unwrap_or(defaults.api_key),
        data: arguments.data,
        data_key: defaults.data_key,
        records: arguments.records,
        seed: arguments.seed,
        tls: arguments.tls,
        allowance: Allowance { calls: arguments.calls, ..Allowance::PUBLISHED },
    })
    .await?;
    let authority = match server.authority() {
        Some(certificate) => Some(write(certificate, &arguments.tls_authority)?),
        None => None,
    };
    announce(&server, authority.as_deref())?;
    Ok(asked_to_end().await?)
}

/// Writes the authority's certificate and gives the file's whole path.
fn write(certificate: &str, file: &Path) -> Result<PathBuf, Box<dyn Error>> {
    std::fs::write(file, certificate).map_err(|error| {
        format!("the certificate can not be written to {}: {error}", file.display())
    })?;
    Ok(std::path::absolute(file)?)
}

fn announce(server: &PracticeServer, authority: Option<&Path>) -> io::Result<()> {
    let line = json!({
        "address": server.address().to_string(),
        "key": server.api_key(),
        "url": server.url(),
        "authority": authority,
    });
    let mut stdout = io::stdout();
    writeln!(stdout, "{line}")?;
    stdout.flush()
}

#[cfg(unix)]
async fn asked_to_end() -> io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn asked_to_end() -> io::Result<()> {
    tokio::signal::ctrl_c().await
}
