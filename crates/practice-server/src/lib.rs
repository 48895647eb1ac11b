//! A faithful stand-in for the service on this machine: real HTTP, records in SQLite, invented
//! sample data, and faults that tests can switch on.

use std::net::SocketAddr;
use std::path::PathBuf;

/// How a practice server is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where it listens; port 0 takes a free one. A loopback address.
    pub listen: SocketAddr,
    /// The key that calls must carry.
    pub api_key: String,
    /// The file that keeps the records; in memory alone without one.
    pub data: Option<PathBuf>,
    /// How many sample cards are invented (companies and leads in proportion); 0 for none.
    pub records: usize,
}

/// A practice server that is running; it stops when dropped.
#[derive(Debug)]
pub struct PracticeServer {
    address: SocketAddr,
}

/// Why a practice server does not start or can not keep a record.
#[derive(Debug, thiserror::Error)]
#[error("the practice server failed: {0}")]
pub struct PracticeError(String);

impl PracticeServer {
    /// Starts it and gives it back once it answers.
    pub async fn start(_options: Options) -> Result<Self, PracticeError> {
        todo!()
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Forgets every record and invents the sample data anew.
    pub async fn reset(&self) -> Result<(), PracticeError> {
        todo!()
    }
}
