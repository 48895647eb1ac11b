//! A line: one end, one key, one gate that counts the calls.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hotprofile::limit::OnChange;
use hotprofile::{ApiKey, Client, Endpoint, Entity, Error, Gate, List, Listeners, Page, Urgency};
use jiff::Timestamp;

use crate::calls::CallsLeft;
use crate::connection::{Connection, ConnectionKind, Kept};
use crate::desk::Surroundings;
use crate::known::Answered;
use crate::practice::PRACTICE;

/// A line to one end.
pub struct Line {
    /// Id of the connection that it belongs to.
    pub id: String,
    host: String,
    endpoint: Endpoint,
    key: ApiKey,
    client: Client,
    /// Whether its connection is the open one, of whose calls the pages are told.
    is_open: Arc<AtomicBool>,
}

impl Line {
    /// A line; nothing is sent. Its calls are counted with all that go to its host, those of
    /// practice in memory alone.
    pub fn new(
        surroundings: &Surroundings,
        id: String,
        host: &str,
        endpoint: Endpoint,
        key: ApiKey,
    ) -> Result<Self, Error> {
        let log = (id != PRACTICE).then(|| log_of_calls(surroundings, host));
        let is_open = Arc::new(AtomicBool::new(false));
        let listeners = Listeners {
            on_wait: Some(surroundings.on_wait.clone()),
            on_change: Some(on_change(surroundings, Arc::clone(&is_open))),
        };
        let gate = Gate::new(surroundings.allowance, log, listeners);
        let client = Client::new(endpoint.clone(), key.clone(), gate)?;
        Ok(Self { id, host: host.to_owned(), endpoint, key, client, is_open })
    }

    /// The same line under another id.
    pub fn renamed(&self, surroundings: &Surroundings, id: &str) -> Result<Self, Error> {
        Self::new(surroundings, id.to_owned(), &self.host, self.endpoint.clone(), self.key.clone())
    }

    /// The connection to list for it, made now.
    pub fn connection(&self, kept: Kept) -> Connection {
        let kind = match self.endpoint {
            Endpoint::Https(_) => ConnectionKind::Hotprofile,
            Endpoint::Practice(_) => ConnectionKind::Practice,
        };
        let connected_at = match kind {
            ConnectionKind::Hotprofile => Some(Timestamp::now().into()),
            ConnectionKind::Practice => None,
        };
        Connection { id: self.id.clone(), kind, host: self.host.clone(), kept, connected_at }
    }

    /// `name` or `name:port`.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Where it leads.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// What makes its calls.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Its key.
    pub fn key(&self) -> &ApiKey {
        &self.key
    }

    /// Whether it leads to this end with this key.
    pub fn leads_to(&self, host: &str, key: &ApiKey) -> bool {
        self.host == host && self.key.expose() == key.expose()
    }

    /// Finds out with one call, made once, whether the service is at its end and takes the key. It
    /// asks for the newest card: that tells the highest id of all.
    pub async fn probe(&self) -> Result<Answered, Error> {
        let list = List::newest(Entity::BusinessCards, 1, 1).map_err(Error::Invalid)?;
        let at = Timestamp::now();
        let page = self.client.probe(&list).await?;
        Ok(Answered { list, page, at })
    }

    /// From now on its connection is the open one, or no longer is.
    pub fn set_open(&self, is_open: bool) {
        self.is_open.store(is_open, Ordering::Relaxed);
    }

    /// Lists records for a person.
    pub async fn list(&self, list: &List) -> Result<Page, Error> {
        self.client.list(list, Urgency::Person).await
    }
}

/// Tells the pages how many calls are left while this is so.
fn on_change(surroundings: &Surroundings, is_open: Arc<AtomicBool>) -> OnChange {
    let (allowance, on_calls) = (surroundings.allowance, Arc::clone(&surroundings.on_calls));
    Arc::new(move |left| {
        if is_open.load(Ordering::Relaxed) {
            on_calls(CallsLeft::of(left, allowance));
        }
    })
}

/// A new id for a connection; random, so that it tells nothing.
pub fn new_id() -> String {
    format!("{:032x}", rand::random::<u128>())
}

/// The log of calls to a host. It belongs to the host, not to a connection, and stays when one is
/// removed: who connects again, in whatever way, is held to the same limit.
fn log_of_calls(surroundings: &Surroundings, host: &str) -> PathBuf {
    let folder = surroundings.folder.join("calls");
    if let Err(error) = fs::create_dir_all(&folder) {
        tracing::warn!(kind = %error.kind(), "no folder for the logs of calls");
    }
    // Windows has no colons in names of files.
    folder.join(format!("{}.json", host.replace(':', "_")))
}
