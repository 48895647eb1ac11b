//! Keeping a connection that works, and opening it.

use std::sync::Arc;

use hotprofile::ApiKey;

use crate::connection::{Connection, Kept};
use crate::database::Place;
use crate::desk::Desk;
use crate::keychain::{self, KeychainError};
use crate::line::{self, Line};
use crate::open::Opened;
use crate::state::Wish;
use crate::trouble::Trouble;

/// A connection that is listed.
struct Listed {
    connection: Connection,
    line: Arc<Line>,
    /// Whether this try listed it.
    is_new: bool,
}

impl Desk {
    /// Keeps the key of this line, lists its connection and opens it. Where the wish is withdrawn
    /// meanwhile, all is as it was before.
    pub(super) async fn keep_and_open(
        &self,
        wish: Wish,
        line: Arc<Line>,
        session_only: bool,
    ) -> Result<Opened, Trouble> {
        let session = self.state().session(&line);
        let Listed { connection, line, is_new } = match self.listed(&line, session_only) {
            Some(connection) => Listed { connection, line, is_new: false },
            None if session_only => self.list_for_session(line),
            None => {
                self.expect_nothing_in_memory(&line.id).await?;
                self.keep(wish, line).await?
            }
        };
        tracing::info!(kept = ?connection.kept, "connected");
        let id = connection.id.clone();
        let opened = self.open(wish, connection, line, Place::open).await;
        if is_new && opened.is_err() && self.state().is_withdrawn(wish) {
            tracing::info!("the connection was given up");
            self.remove_connection(&id, true, false).await?;
            if let Some(session) = session {
                self.state().list_again(session);
            }
        }
        opened
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

    fn list_for_session(&self, line: Arc<Line>) -> Listed {
        let mut state = self.state();
        let listed = state.connection(&line.id).cloned();
        let is_new = listed.is_none();
        let connection = listed.unwrap_or_else(|| line.connection(Kept::Session));
        state.list_for_session(connection.clone());
        Listed { connection, line, is_new }
    }

    /// Keeps the key and lists the connection; for this session where there is no keychain.
    ///
    /// Each try has an id of its own: under that of a try that was given up the keychain may still
    /// keep the key, and remove it again, at any time.
    async fn keep(&self, wish: Wish, line: Arc<Line>) -> Result<Listed, Trouble> {
        let id = line::new_id();
        match self.keep_key(&id, line.key()).await {
            Ok(()) => {}
            Err(KeychainError::Missing) => return Ok(self.list_for_session(line)),
            Err(error) => return Err(error.into()),
        }
        let listed = self.list_as_kept(wish, &id, &line);
        if !listed.as_ref().is_ok_and(|listed| listed.is_new) {
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
    fn list_as_kept(&self, wish: Wish, id: &str, line: &Line) -> Result<Listed, Trouble> {
        let mut state = self.state();
        if state.is_withdrawn(wish) {
            return Err(Trouble::Overtaken);
        }
        if let Some(twin) = state.line_to(line.host(), line.key())
            && let Some(connection) = state.connection(&twin.id)
            && connection.kept == Kept::Keychain
        {
            return Ok(Listed { connection: connection.clone(), line: twin, is_new: false });
        }
        let kept = line.renamed(&self.surroundings, id)?;
        let connection = kept.connection(Kept::Keychain);
        state.list_as_kept(&*self.surroundings.settings, connection.clone(), &line.id)?;
        Ok(Listed { connection, line: state.add_line(kept), is_new: true })
    }
}
