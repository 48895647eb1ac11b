//! Making a connection: the host, the key, the first call, the keychain.

use std::sync::Arc;

use hotprofile::{ApiKey, Endpoint, Error, Host};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::connection::{Connection, Kept};
use crate::database::Place;
use crate::desk::Desk;
use crate::keychain::{self, KeychainError};
use crate::line::{self, Line};
use crate::open::Opened;
use crate::trouble::Trouble;

/// A host as it was read from what a person typed or pasted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct HostReading {
    /// `name` or `name:port`.
    pub host: String,
    /// Whether it has to be typed a second time, because it is not the service's own.
    pub to_confirm: bool,
}

/// What a person gives to connect.
#[derive(Clone, Deserialize, Type)]
pub struct ConnectRequest {
    /// The host as typed.
    pub host: String,
    /// The host typed a second time, where that is asked for; else empty.
    pub host_again: String,
    /// The key.
    pub api_key: String,
    /// Do not use the keychain: the connection lasts until the program closes.
    pub session_only: bool,
}

impl Desk {
    /// Reads a host, as the person leaves the field.
    pub fn read_host(&self, text: &str) -> Result<HostReading, Trouble> {
        let host = Host::parse(text)?;
        Ok(HostReading { host: host.as_str().to_owned(), to_confirm: !host.is_the_service() })
    }

    /// Tries the connection with one call, keeps its key and opens it. Where there is no keychain
    /// it is opened for this session ([`Kept::Session`]); where the keychain is locked nothing is
    /// kept, and the person can try again.
    ///
    /// A host and a key that are connected already are the same connection.
    pub async fn connect(&self, request: ConnectRequest) -> Result<Opened, Trouble> {
        let host = confirmed_host(&request)?;
        let key = ApiKey::new(&request.api_key);
        if key.is_empty() {
            return Err(Trouble::KeyMissing);
        }
        let host_name = host.as_str().to_owned();
        self.establish(&host_name, Endpoint::Https(host), key, request.session_only).await
    }

    /// What [`connect`](Self::connect) does once host and key are there.
    pub(crate) async fn establish(
        &self,
        host: &str,
        endpoint: Endpoint,
        key: ApiKey,
        session_only: bool,
    ) -> Result<Opened, Trouble> {
        let wish = self.state().wish();
        if !session_only {
            self.recall_lines_to(host).await?;
        }
        let line = self.line_to(host, endpoint, key)?;
        if let Err(error) = line.probe().await {
            if error == Error::KeyNotAccepted && !self.state().is_listed(&line.id) {
                self.state().drop_line(&line.id);
            }
            return Err(Trouble::of_probing(error));
        }
        let (connection, line) = match self.listed(&line, session_only) {
            Some(connection) => (connection, line),
            None if session_only => self.list_for_session(line),
            None => {
                self.expect_nothing_in_memory(&line.id).await?;
                self.keep(line).await?
            }
        };
        tracing::info!(kept = ?connection.kept, "connected");
        self.open(wish, connection, line, Place::open).await
    }

    /// The line to this end with this key, made where there is none: two would count their calls
    /// apart.
    fn line_to(&self, host: &str, endpoint: Endpoint, key: ApiKey) -> Result<Arc<Line>, Trouble> {
        let mut state = self.state();
        if let Some(line) = state.line_to(host, &key) {
            return Ok(line);
        }
        let line = Line::new(&self.surroundings, line::new_id(), host, endpoint, key)?;
        Ok(state.add_line(line))
    }

    /// The connection of a line, where it is kept as long as is wanted already.
    fn listed(&self, line: &Line, session_only: bool) -> Option<Connection> {
        let connection = self.state().connection(&line.id).cloned()?;
        (session_only || connection.kept == Kept::Keychain).then_some(connection)
    }

    /// What a connection of this session holds in memory does not go along where it is kept from
    /// now on: it has to be sent or thrown away first.
    async fn expect_nothing_in_memory(&self, id: &str) -> Result<(), Trouble> {
        let Some(session) = self.state().connection(id).cloned() else { return Ok(()) };
        let counts = self.counts_of(&session).await?;
        match counts.unsent() + counts.drafts {
            0 => Ok(()),
            records => Err(Trouble::UnsentRecords { records }),
        }
    }

    fn list_for_session(&self, line: Arc<Line>) -> (Connection, Arc<Line>) {
        let connection = line.connection(Kept::Session);
        self.state().list_for_session(connection.clone());
        (connection, line)
    }

    /// Keeps the key and lists the connection; for this session where there is no keychain.
    ///
    /// Each try has an id of its own: under that of a try that was given up the keychain may still
    /// keep the key, and remove it again, at any time.
    async fn keep(&self, line: Arc<Line>) -> Result<(Connection, Arc<Line>), Trouble> {
        let id = line::new_id();
        match self.keep_key(&id, line.key()).await {
            Ok(()) => {}
            Err(KeychainError::Missing) => return Ok(self.list_for_session(line)),
            Err(error) => return Err(error.into()),
        }
        let listed = self.list_as_kept(&id, &line);
        if !listed.as_ref().is_ok_and(|(connection, _)| connection.id == id) {
            // What no list names would stay for ever.
            let _ = self.ask_keychain(move |keychain| keychain.remove(&id), |_| ()).await;
        }
        listed
    }

    async fn keep_key(&self, id: &str, key: &ApiKey) -> Result<(), KeychainError> {
        let (id, key, late) = (id.to_owned(), key.expose().into(), id.to_owned());
        self.ask_keychain(
            move |keychain| keychain::keep_surely(keychain, &id, &key),
            move |keychain| {
                // Nobody waits for it any more, and no list names it.
                let _ = keychain.remove(&late);
            },
        )
        .await
    }

    /// Lists a line whose key is in the keychain, under the id that it has there. Where the same
    /// was done at the same time, that connection is given.
    fn list_as_kept(&self, id: &str, line: &Line) -> Result<(Connection, Arc<Line>), Trouble> {
        let mut state = self.state();
        if let Some(twin) = state.line_to(line.host(), line.key())
            && let Some(connection) = state.connection(&twin.id)
            && connection.kept == Kept::Keychain
        {
            return Ok((connection.clone(), twin));
        }
        let kept = line.renamed(&self.surroundings, id)?;
        let connection = kept.connection(Kept::Keychain);
        state.list_as_kept(&*self.surroundings.settings, connection.clone(), &line.id)?;
        Ok((connection, state.add_line(kept)))
    }
}

/// The host, where it is the service's own or was typed a second time.
fn confirmed_host(request: &ConnectRequest) -> Result<Host, Trouble> {
    let host = Host::parse(&request.host)?;
    if host.is_the_service() || Host::parse(&request.host_again).as_ref() == Ok(&host) {
        Ok(host)
    } else {
        Err(Trouble::HostUnconfirmed { host: host.as_str().to_owned() })
    }
}

#[cfg(test)]
mod tests;
