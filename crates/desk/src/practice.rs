//! Practice: a server inside the program that stands in for the service.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hotprofile::{ApiKey, Endpoint};
use practice_server::{Options, PracticeError, PracticeServer};
use secrecy::SecretString;

use crate::connection::Kept;
use crate::database::{DatabaseError, NotOpened, Opened as Found, Place};
use crate::desk::Desk;
use crate::keychain::{self, Keychain, KeychainError};
use crate::line::Line;
use crate::open::{self, Opened};
use crate::trouble::Trouble;

/// Id of practice. It is no connection that can be removed.
pub const PRACTICE: &str = "practice";

/// How many cards are invented.
const CARDS: usize = 200;

/// Name of the key of the practice data in the keychain.
const DATA_KEY: &str = "practice data";

/// The server, which runs from the first practice until the program ends. Its records are in an
/// encrypted file, and without a keychain in memory like its log of calls.
pub struct Practice {
    server: PracticeServer,
    line: Arc<Line>,
    /// Whether the records are in a file.
    lasting: bool,
}

impl Desk {
    /// Starts the practice server where it is not running, and opens it. Its outbox lasts as long
    /// as its records.
    pub async fn practise(&self) -> Result<Opened, Trouble> {
        let wish = self.state().wish();
        let Practice { line, lasting, .. } = self.practice().await?;
        let (line, connection) = (Arc::clone(line), line.connection(Kept::Session));
        let find = if *lasting { database } else { |_: &Place| open::in_memory() };
        let opened = self.open(wish, connection, line, find).await?;
        // Nothing in it is precious.
        Ok(Opened { recovery_code: None, ..opened })
    }

    /// Throws the practice data away and invents it anew. Its outbox is emptied with it: the ids
    /// that it knows begin anew too.
    pub async fn reset_practice(&self) -> Result<(), Trouble> {
        let server = &self.practice().await?.server;
        let resetting = async {
            server.reset().await.map_err(|_| Trouble::PracticeFailed)?;
            self.remembering.done().await;
            self.latest_companies.forget();
            self.asked.forget();
            Ok(())
        };
        match self.outbox_of(PRACTICE).await {
            Some(outbox) => outbox.clear_with(resetting).await,
            None => resetting.await,
        }
    }

    async fn practice(&self) -> Result<&Practice, Trouble> {
        self.practice.get_or_try_init(|| self.start_practice()).await
    }

    async fn start_practice(&self) -> Result<Practice, Trouble> {
        let data = self.practice_data().await;
        let lasting = data.is_some();
        let (server, anew) = start_server(data).await.map_err(|error| {
            tracing::error!(error = without_paths(error), "practice does not start");
            Trouble::PracticeFailed
        })?;
        if lasting && anew {
            // An outbox that is left knows ids of records that are no more.
            self.at_place(PRACTICE, Place::destroy).await?;
        }
        let key = ApiKey::new(server.api_key());
        let address = server.address();
        let endpoint = Endpoint::practice(address).ok_or(Trouble::PracticeFailed)?;
        let line =
            Line::new(&self.surroundings, PRACTICE.to_owned(), &address.to_string(), endpoint, key)
                .map_err(|_| Trouble::PracticeFailed)?;
        tracing::info!("practice started");
        Ok(Practice { server, line: Arc::new(line), lasting })
    }

    /// The file of the practice data and its key; `None` without a keychain that keeps the key.
    async fn practice_data(&self) -> Option<(PathBuf, SecretString)> {
        let key = self.ask_keychain(data_key, |_| ()).await.ok()?;
        let folder = self.surroundings.folder.join(PRACTICE);
        match fs::create_dir_all(&folder) {
            Ok(()) => Some((folder.join("practice.db"), key)),
            Err(error) => {
                tracing::warn!(kind = %error.kind(), "no folder for the practice data");
                None
            }
        }
    }
}

/// Starts the server on a free port of this machine, with an API key made at random. Data that can
/// not be read, because their key is gone or they are another version's, are invented anew: nothing
/// in them is precious. Says whether they are new.
async fn start_server(
    data: Option<(PathBuf, SecretString)>,
) -> Result<(PracticeServer, bool), PracticeError> {
    let mut options = Options { records: CARDS, ..Options::default() };
    let Some((file, key)) = data else { return Ok((PracticeServer::start(options).await?, true)) };
    let is_new = !file.exists();
    options.data = Some(file.clone());
    options.data_key = Some(key);
    match PracticeServer::start(options.clone()).await {
        Err(error @ (PracticeError::Unreadable | PracticeError::OtherVersion)) => {
            tracing::warn!(%error, "the practice data are invented anew");
            remove_data(&file);
            Ok((PracticeServer::start(options).await?, true))
        }
        started => Ok((started?, is_new)),
    }
}

/// For the log: the library's own words hold paths, and so the name by which a person logs on.
fn without_paths(error: PracticeError) -> String {
    match error {
        PracticeError::Store(error) => DatabaseError::from(error).to_string(),
        other => other.to_string(),
    }
}

/// The database of practice; one that can not be opened any more is set aside.
fn database(place: &Place) -> Result<Found, NotOpened> {
    match place.open() {
        Err(NotOpened::KeyGone | NotOpened::Damaged) => place.begin_anew(),
        found => found,
    }
}

/// Removes the file with its journal; what stays is noticed when the server starts.
fn remove_data(file: &Path) {
    for file in [file.to_owned(), file.with_extension("db-journal")] {
        let _ = fs::remove_file(file);
    }
}

/// The key of the practice data, made where there is none: 256 bits as SQLCipher takes them.
fn data_key(keychain: &dyn Keychain) -> Result<SecretString, KeychainError> {
    if let Some(key) = keychain.give(DATA_KEY)? {
        return Ok(key);
    }
    let [one, other] = rand::random::<[u128; 2]>();
    let key = format!("x'{one:032x}{other:032x}'").into();
    keychain::keep_surely(keychain, DATA_KEY, &key)?;
    Ok(key)
}

#[cfg(test)]
mod tests;
