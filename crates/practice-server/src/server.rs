//! Starting and stopping a practice server.

use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use hotprofile::limit::Allowance;
use hotprofile::{Entity, Values};
use rusqlite::ErrorCode;
use secrecy::SecretString;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use crate::allowance::Arrivals;
use crate::faults::Faults;
use crate::router::{self, Service};
use crate::store::Store;
use crate::tls::Identity;
use crate::{clock, connections, sample};

/// How a practice server is started. `Options::default()` listens on a free port, keeps its
/// records in memory and holds none.
#[derive(Clone)]
pub struct Options {
    /// Where it listens; port 0 takes a free one. A loopback address.
    pub listen: SocketAddr,
    /// The key that calls must carry; by default one made at random.
    pub api_key: String,
    /// The file that keeps the records; in memory alone without one.
    pub data: Option<PathBuf>,
    /// What the file is encrypted with: a passphrase or, as SQLCipher writes it, a raw key
    /// (`x'` with 64 or 96 hexadecimal digits `'`). Without one the file can be read by anyone.
    pub data_key: Option<SecretString>,
    /// How many sample cards are invented, companies and leads in proportion; 0 for none. A file
    /// that holds records already keeps those.
    pub records: usize,
    /// What the sample data is invented from: the same seed gives the same records on the same day.
    pub seed: u64,
    /// HTTPS with a generated authority; plain HTTP without.
    pub tls: bool,
    /// How many calls are let through.
    pub allowance: Allowance,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            api_key: format!("practice-{:032x}", rand::random::<u128>()),
            data: None,
            data_key: None,
            records: 0,
            seed: 1,
            tls: false,
            allowance: Allowance::PUBLISHED,
        }
    }
}

/// Leaves out the keys.
impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("listen", &self.listen)
            .field("data", &self.data)
            .field("records", &self.records)
            .field("seed", &self.seed)
            .field("tls", &self.tls)
            .field("allowance", &self.allowance)
            .finish_non_exhaustive()
    }
}

/// Why a practice server does not start or can not keep a record.
#[derive(Debug, thiserror::Error)]
pub enum PracticeError {
    /// Anyone in the network could have reached it.
    #[error("{0} is not a loopback address")]
    NotLoopback(SocketAddr),
    /// The address can not be listened on.
    #[error("it can not listen: {0}")]
    Listen(#[source] std::io::Error),
    /// The records can not be read or written.
    #[error("the records can not be read or written: {0}")]
    Store(#[source] rusqlite::Error),
    /// The data file is damaged, or encrypted with another key.
    #[error("the data file can not be read with this key")]
    Unreadable,
    /// The data file has other columns than this version's contract.
    #[error("the data file was made by another version")]
    OtherVersion,
    /// The data file is another program's database.
    #[error("the data file is another program's; name a new file, or one of the practice server's")]
    Stranger,
    /// No certificate could be made.
    #[error("no certificate could be made: {0}")]
    Certificate(#[from] rcgen::Error),
    /// The certificate that was made can not be served.
    #[error("TLS is not available: {0}")]
    Tls(#[from] rustls::Error),
    /// The runtime is shutting down.
    #[error("the server is stopping")]
    Stopping,
}

impl From<rusqlite::Error> for PracticeError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => Self::Unreadable,
            _ => Self::Store(error),
        }
    }
}

/// A practice server that is running; it stops when dropped.
pub struct PracticeServer {
    address: SocketAddr,
    api_key: String,
    authority: Option<String>,
    records: usize,
    seed: u64,
    store: Store,
    arrivals: Arc<Arrivals>,
    faults: Faults,
    connections: JoinHandle<()>,
}

impl PracticeServer {
    /// Starts it and gives it back once it answers.
    pub async fn start(options: Options) -> Result<Self, PracticeError> {
        if !options.listen.ip().is_loopback() {
            return Err(PracticeError::NotLoopback(options.listen));
        }
        let identity = options.tls.then(Identity::generate).transpose()?;
        let store = Store::open(options.data.clone(), options.data_key.clone()).await?;
        if store.is_empty().await? {
            refill(&store, options.seed, options.records).await?;
        }
        let listener = TcpListener::bind(options.listen).await.map_err(PracticeError::Listen)?;
        let address = listener.local_addr().map_err(PracticeError::Listen)?;
        let arrivals = Arc::new(Arrivals::new(options.allowance));
        let faults = Faults::default();
        let router = router::router(Service {
            api_key: options.api_key.clone(),
            store: store.clone(),
            arrivals: Arc::clone(&arrivals),
            faults: faults.clone(),
        });
        let (acceptor, authority) = match identity {
            Some(identity) => (Some(identity.acceptor), Some(identity.authority)),
            None => (None, None),
        };
        Ok(Self {
            address,
            api_key: options.api_key,
            authority,
            records: options.records,
            seed: options.seed,
            store,
            arrivals,
            faults,
            connections: tokio::spawn(connections::accept(listener, acceptor, router)),
        })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// The key that calls must carry.
    #[must_use]
    pub fn api_key(&self) -> &str {
        &self.api_key
    }

    /// Its root: `http://127.0.0.1:PORT`, or `https://localhost:PORT`.
    #[must_use]
    pub fn url(&self) -> String {
        match self.authority {
            Some(_) => format!("https://localhost:{}", self.address.port()),
            None => format!("http://{}", self.address),
        }
    }

    /// The certificate of the authority that vouches for it, as PEM; `None` for plain HTTP.
    #[must_use]
    pub fn authority(&self) -> Option<&str> {
        self.authority.as_deref()
    }

    /// Forgets every record and invents the sample data anew.
    pub async fn reset(&self) -> Result<(), PracticeError> {
        refill(&self.store, self.seed, self.records).await
    }

    /// How many records of a kind it holds.
    pub async fn count(&self, entity: Entity) -> Result<u32, PracticeError> {
        self.store.count(entity).await
    }

    /// When each call of an operation arrived, whatever became of it: its own record, taken
    /// before the call waits for anything.
    #[must_use]
    pub fn arrivals(&self) -> Vec<Instant> {
        self.arrivals.all()
    }

    /// The parameters of the latest call with the right key, which is left out; as they arrived.
    #[must_use]
    pub fn latest(&self) -> Values {
        self.arrivals.latest()
    }

    /// What it keeps of a record, listed or not: what it was sent and what only answers carry, as
    /// they are written. Empty for a record that it does not have.
    pub async fn kept(&self, entity: Entity, id: u32) -> Result<Values, PracticeError> {
        self.store.kept(entity, id).await
    }

    /// Faults that can be switched on for coming calls.
    #[must_use]
    pub const fn faults(&self) -> &Faults {
        &self.faults
    }
}

async fn refill(store: &Store, seed: u64, records: usize) -> Result<(), PracticeError> {
    store.refill(move || sample::invent(seed, records, clock::today())).await
}

/// Leaves out the key.
impl fmt::Debug for PracticeServer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PracticeServer").field("address", &self.address).finish_non_exhaustive()
    }
}

impl Drop for PracticeServer {
    fn drop(&mut self) {
        self.connections.abort();
    }
}
