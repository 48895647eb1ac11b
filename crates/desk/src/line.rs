//! A line: one end, one key, one gate that counts the calls.

use std::fs;
use std::path::{Path, PathBuf};

use hotprofile::{ApiKey, Client, Endpoint, Error, Gate, List, Page, Urgency};

use crate::connection::{Connection, ConnectionKind, Kept};
use crate::desk::Surroundings;
use crate::practice::PRACTICE;

/// The files of a connection's log of calls: the log, what locks it, and its next version.
const LOG_FILES: [&str; 3] = ["calls.json", "calls.lock", "calls.new"];

/// A line to one end.
pub struct Line {
    /// Id of the connection that it belongs to.
    pub id: String,
    host: String,
    endpoint: Endpoint,
    key: ApiKey,
    client: Client,
}

impl Line {
    /// A line; nothing is sent. Its calls are logged in the connection's own folder, those of
    /// practice in memory alone.
    pub fn new(
        surroundings: &Surroundings,
        id: String,
        host: &str,
        endpoint: Endpoint,
        key: ApiKey,
    ) -> Result<Self, Error> {
        let log = (id != PRACTICE).then(|| log_of_calls(&surroundings.folder.join(&id)));
        let gate = Gate::new(surroundings.allowance, log, Some(surroundings.on_wait.clone()));
        let client = Client::new(endpoint.clone(), key.clone(), gate)?;
        Ok(Self { id, host: host.to_owned(), endpoint, key, client })
    }

    /// The same line under another id, with its log of calls.
    pub fn renamed(&self, surroundings: &Surroundings, id: &str) -> Result<Self, Error> {
        let folder = |id: &str| surroundings.folder.join(id);
        // Where it has no folder there is no log to take along.
        let _ = fs::rename(folder(&self.id), folder(id));
        Self::new(surroundings, id.to_owned(), &self.host, self.endpoint.clone(), self.key.clone())
    }

    /// The connection to list for it.
    pub fn connection(&self, kept: Kept) -> Connection {
        let kind = match self.endpoint {
            Endpoint::Https(_) => ConnectionKind::Hotprofile,
            Endpoint::Practice(_) => ConnectionKind::Practice,
        };
        Connection { id: self.id.clone(), kind, host: self.host.clone(), kept }
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

    /// Finds out with one call, made once, whether the service is at its end and takes the key.
    pub async fn probe(&self) -> Result<(), Error> {
        self.client.probe().await
    }

    /// Lists records for a person.
    pub async fn list(&self, list: &List) -> Result<Page, Error> {
        self.client.list(list, Urgency::Person).await
    }
}

/// A new id for a connection; random, so that it tells nothing.
pub fn new_id() -> String {
    format!("{:032x}", rand::random::<u128>())
}

/// The log of calls in a connection's folder, which is made where it is not there.
fn log_of_calls(folder: &Path) -> PathBuf {
    if let Err(error) = fs::create_dir_all(folder) {
        tracing::warn!(kind = %error.kind(), "no folder for the log of calls");
    }
    folder.join(LOG_FILES[0])
}

/// Removes the log of a connection that is no more. Anything else in its folder stays.
pub fn remove_log(folder: &Path, id: &str) {
    let folder = folder.join(id);
    for file in LOG_FILES {
        // What is not there need not be removed.
        let _ = fs::remove_file(folder.join(file));
    }
    let _ = fs::remove_dir(folder);
}

/// Removes the logs that connections of earlier runs left, which were tried or lasted for their
/// session.
pub fn sweep(folder: &Path, is_kept: impl Fn(&str) -> bool) {
    let names = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name());
    for id in names.filter_map(|name| name.into_string().ok()).filter(|id| !is_kept(id)) {
        remove_log(folder, &id);
    }
}
