//! Practice: a server inside the program that stands in for the service.

use std::sync::Arc;

use hotprofile::{ApiKey, Endpoint};
use practice_server::{Options, PracticeServer};

use crate::connection::{Connection, Kept};
use crate::desk::Desk;
use crate::line::Line;
use crate::trouble::Trouble;

/// Id of practice. It is no connection that can be removed.
pub const PRACTICE: &str = "practice";

/// How many cards are invented.
const CARDS: usize = 200;

/// The server, which runs from the first practice until the program ends. Its records and its log
/// of calls are in memory alone.
pub struct Practice {
    server: PracticeServer,
    line: Arc<Line>,
}

impl Desk {
    /// Starts the practice server where it is not running, and opens it.
    pub async fn practise(&self) -> Result<Connection, Trouble> {
        let wish = self.state().wish();
        let line = Arc::clone(&self.practice().await?.line);
        let connection = line.connection(Kept::Session);
        self.state().grant(wish, &*self.surroundings.settings, &connection, line)?;
        Ok(connection)
    }

    /// Throws the practice data away and invents it anew.
    pub async fn reset_practice(&self) -> Result<(), Trouble> {
        self.practice().await?.server.reset().await.map_err(|_| Trouble::PracticeFailed)
    }

    async fn practice(&self) -> Result<&Practice, Trouble> {
        self.practice.get_or_try_init(|| self.start_practice()).await
    }

    async fn start_practice(&self) -> Result<Practice, Trouble> {
        // In memory, on a free port of this machine, with a key made at random.
        let server = PracticeServer::start(Options { records: CARDS, ..Options::default() })
            .await
            .map_err(|_| Trouble::PracticeFailed)?;
        let key = ApiKey::new(server.api_key());
        let address = server.address();
        let endpoint = Endpoint::practice(address).ok_or(Trouble::PracticeFailed)?;
        let line =
            Line::new(&self.surroundings, PRACTICE.to_owned(), &address.to_string(), endpoint, key)
                .map_err(|_| Trouble::PracticeFailed)?;
        tracing::info!("practice started");
        Ok(Practice { server, line: Arc::new(line) })
    }
}

#[cfg(test)]
mod tests;
