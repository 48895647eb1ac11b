//! Opening a connection, with its line, its database and its outbox.

use std::sync::Arc;

use hotprofile::{ApiKey, Endpoint, Host};
use secrecy::ExposeSecret;
use serde::Serialize;
use specta::Type;

use crate::connection::{Connection, Kept};
use crate::database::{Database, NotOpened, Opened as Found, Place};
use crate::desk::Desk;
use crate::line::Line;
use crate::practice::PRACTICE;
use crate::state::Wish;
use crate::trouble::Trouble;

/// A connection that was opened, and what a person is to know of its database.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Opened {
    /// The connection.
    pub connection: Connection,
    /// Opens the database where the keychain has lost its key. Shown by itself this once, when the
    /// database was made; none for practice, where nothing is precious.
    pub recovery_code: Option<String>,
    /// A database that was there before was set aside; nothing of it is in this one.
    pub set_aside: bool,
    /// What is typed and sent is kept until the program closes, and no longer.
    pub memory_only: bool,
}

impl Desk {
    /// Opens a connection that was made before, with its database; `practice` is practice. Waits
    /// while the keychain asks a person. Nothing is sent but what its outbox holds.
    pub async fn open_connection(&self, id: &str) -> Result<Opened, Trouble> {
        if id == PRACTICE {
            return self.practise().await;
        }
        self.open_listed(id, Place::open).await
    }

    /// Opens a connection whose database's key is gone, with the recovery code that the person
    /// kept.
    pub async fn recover_database(&self, id: &str, code: String) -> Result<Opened, Trouble> {
        self.open_listed(id, move |place| place.recover(&code)).await
    }

    /// Opens a connection whose database can not be opened with an empty one; the former is set
    /// aside, never deleted. Only ever after the person decided so.
    pub async fn begin_database_anew(&self, id: &str) -> Result<Opened, Trouble> {
        self.open_listed(id, Place::begin_anew).await
    }

    /// The recovery code of the open connection's database, for a person who wants to see it again.
    /// None where nothing is kept on the disk that it could open, and none for practice, where
    /// nothing is precious. Waits while the keychain asks a person.
    pub async fn recovery_code(&self) -> Result<Option<String>, Trouble> {
        let open = self.state().open().cloned().ok_or(Trouble::NoConnection)?;
        if open.kept == Kept::Session {
            return Ok(None);
        }
        let code = self.at_place(&open.id, Place::recovery_code).await?;
        Ok(code.map(|code| code.text().expose_secret().to_owned()))
    }

    async fn open_listed(
        &self,
        id: &str,
        find: impl FnOnce(&Place) -> Result<Found, NotOpened> + Send + 'static,
    ) -> Result<Opened, Trouble> {
        let wish = self.state().wish();
        let connection = self.state().connection(id).cloned().ok_or(Trouble::UnknownConnection)?;
        let line = self.line_of(&connection).await?;
        self.open(wish, connection, line, find).await
    }

    /// Opens a connection with its database, that `find` opens, and its outbox. What was open
    /// before is closed; where this fails it stays open.
    pub(crate) async fn open(
        &self,
        wish: Wish,
        connection: Connection,
        line: Arc<Line>,
        find: impl FnOnce(&Place) -> Result<Found, NotOpened> + Send + 'static,
    ) -> Result<Opened, Trouble> {
        if let Some(memory_only) = self.still_open(wish, &connection, &line).await? {
            return Ok(Opened { connection, recovery_code: None, set_aside: false, memory_only });
        }
        let found = match connection.kept {
            Kept::Session if connection.id != PRACTICE => in_memory()?,
            _ => self.at_place(&connection.id, find).await?,
        };
        let (database, set_aside) = match found {
            Found::Found(database) => (database, false),
            Found::Made { database, recovery_code, set_aside } => {
                self.state().codes_to_show.insert(connection.id.clone(), recovery_code);
                (database, set_aside.is_some())
            }
            Found::InMemory(database) => {
                (self.state().keep_in_memory(&connection.id, database), false)
            }
        };
        let memory_only = database.is_in_memory();
        self.switch_to(wish, &connection, line, database).await?;
        let code = self.state().codes_to_show.remove(&connection.id);
        let recovery_code = code.map(|code| code.text().expose_secret().to_owned());
        Ok(Opened { connection, recovery_code, set_aside, memory_only })
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
        )?;
        Ok(state.add_line(line))
    }
}

/// A database that lasts until the program closes.
pub(crate) fn in_memory() -> Result<Found, NotOpened> {
    Ok(Found::InMemory(Database::in_memory()?))
}

#[cfg(test)]
mod tests;
