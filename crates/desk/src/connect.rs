//! Making a connection: the host, the key, the first call, the keychain.

mod keeping;

use std::pin::pin;
use std::sync::Arc;

use hotprofile::{ApiKey, Endpoint, Error, Host};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::desk::Desk;
use crate::known::Answered;
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
    /// it is opened for this session ([`Kept::Session`](crate::connection::Kept::Session)); where
    /// the keychain is locked nothing is kept, and the person can try again.
    ///
    /// A host and a key that are connected already are the same connection.
    ///
    /// A try that is [given up](Self::give_up) by its ticket keeps nothing and opens nothing.
    pub async fn connect(&self, request: ConnectRequest, ticket: u32) -> Result<Opened, Trouble> {
        let host = confirmed_host(&request)?;
        let key = ApiKey::new(&request.api_key);
        if key.is_empty() {
            return Err(Trouble::KeyMissing);
        }
        let host_name = host.as_str().to_owned();
        self.establish(&host_name, Endpoint::Https(host), key, request.session_only, ticket).await
    }

    /// What [`connect`](Self::connect) does once host and key are there.
    pub(crate) async fn establish(
        &self,
        host: &str,
        endpoint: Endpoint,
        key: ApiKey,
        session_only: bool,
        ticket: u32,
    ) -> Result<Opened, Trouble> {
        let wish = self.state().wish();
        let mut given_up = pin!(self.tickets.begin(ticket));
        let (line, answered) = tokio::select! {
            biased;
            () = &mut given_up => return Err(Trouble::Overtaken),
            tried = self.try_line(host, endpoint, key, session_only) => tried?,
        };
        // From here on something is kept: it is undone, not left in the middle.
        let mut keeping = pin!(self.keep_and_open(wish, line, session_only));
        let opened = tokio::select! {
            biased;
            () = given_up => {
                self.state().withdraw(wish);
                keeping.await
            }
            opened = &mut keeping => opened,
        }?;
        self.remember(&opened.connection.id, answered).await;
        Ok(opened)
    }

    /// A line to this end, once a call has shown that it works, and what that was answered.
    async fn try_line(
        &self,
        host: &str,
        endpoint: Endpoint,
        key: ApiKey,
        session_only: bool,
    ) -> Result<(Arc<Line>, Answered), Trouble> {
        if !session_only {
            self.recall_lines_to(host).await?;
        }
        let line = self.line_to(host, endpoint, key)?;
        match line.probe().await {
            Ok(answered) => Ok((line, answered)),
            Err(error) => {
                if error == Error::KeyNotAccepted && !self.state().is_listed(&line.id) {
                    self.state().drop_line(&line.id);
                }
                Err(Trouble::of_probing(error))
            }
        }
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
