//! Opening a connection that was made before.

use std::sync::Arc;

use hotprofile::{ApiKey, Endpoint, Host};
use secrecy::ExposeSecret;

use crate::connection::Connection;
use crate::desk::Desk;
use crate::line::Line;
use crate::practice::PRACTICE;
use crate::trouble::Trouble;

impl Desk {
    /// Opens a connection that was made before; `practice` is practice. Waits while the keychain
    /// asks a person. Nothing is sent.
    pub async fn open_connection(&self, id: &str) -> Result<Connection, Trouble> {
        if id == PRACTICE {
            return self.practise().await;
        }
        let wish = self.state().wish();
        let connection = self.state().connection(id).cloned().ok_or(Trouble::UnknownConnection)?;
        let line = self.line_of(&connection).await?;
        self.state().grant(wish, &*self.surroundings.settings, &connection, line)?;
        Ok(connection)
    }

    /// Makes the lines of the connections to this host, so that one with the same key is found.
    /// Those whose key can not be had are left out, unless the keychain can be unlocked.
    pub(crate) async fn recall_lines_to(&self, host: &str) -> Result<(), Trouble> {
        let connections: Vec<_> =
            self.state().connections().filter(|known| known.host == host).cloned().collect();
        for connection in connections {
            if let Err(Trouble::KeychainLocked) = self.line_of(&connection).await {
                return Err(Trouble::KeychainLocked);
            }
        }
        Ok(())
    }

    /// The line of a connection: that of this run, else one with the key in the keychain.
    async fn line_of(&self, connection: &Connection) -> Result<Arc<Line>, Trouble> {
        let known = self.state().line(&connection.id);
        if let Some(line) = known {
            return Ok(line);
        }
        let host = Host::parse(&connection.host)?;
        let id = connection.id.clone();
        let key = self
            .ask_keychain(move |keychain| keychain.give(&id), |_| ())
            .await?
            .ok_or(Trouble::KeyGone)
            .map(|key| ApiKey::new(key.expose_secret()))?;
        let mut state = self.state();
        // One to the same end with the same key counts its calls already.
        let known = state.line(&connection.id).or_else(|| state.line_to(&connection.host, &key));
        if let Some(line) = known {
            return Ok(line);
        }
        let line = Line::new(
            &self.surroundings,
            connection.id.clone(),
            &connection.host,
            Endpoint::Https(host),
            key,
        )
        .map_err(Trouble::of_reading)?;
        Ok(state.add_line(line))
    }
}

#[cfg(test)]
mod tests;
