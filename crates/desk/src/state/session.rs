//! A connection of this session, as it was before somebody tried to keep it.

use std::sync::Arc;

use super::State;
use crate::connection::Connection;
use crate::database::Database;
use crate::line::Line;

/// A connection that lasts until the program closes, with all that there is of it.
pub struct Session {
    connection: Connection,
    line: Arc<Line>,
    database: Option<Database>,
}

impl State {
    /// The connection of this session that a line belongs to.
    pub fn session(&self, line: &Arc<Line>) -> Option<Session> {
        let connection = self.session.iter().find(|session| session.id == line.id)?.clone();
        Some(Session { connection, line: Arc::clone(line), database: self.in_memory(&line.id) })
    }

    /// Lists a connection of this session again, as it was.
    pub fn list_again(&mut self, session: Session) {
        let Session { connection, line, database } = session;
        if !self.is_listed(&connection.id) {
            self.in_memory.extend(database.map(|database| (connection.id.clone(), database)));
            self.lines.push(line);
            self.session.push(connection);
        }
    }
}
