//! Connections as the pages see them: never with a key.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::moment::Moment;

/// A connection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Connection {
    /// Names it in this program; made here, tells nothing.
    pub id: String,
    /// What is at its other end.
    pub kind: ConnectionKind,
    /// `name` or `name:port`; for practice the loopback address.
    pub host: String,
    /// How long it lasts.
    pub kept: Kept,
    /// When it was made, which tells two to one host apart; none of practice, and of those that were
    /// made by versions that did not note it.
    #[serde(default)]
    pub connected_at: Option<Moment>,
}

/// What is at the other end of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum ConnectionKind {
    /// The service.
    Hotprofile,
    /// The practice server inside the program.
    Practice,
}

/// How long a connection lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// Its key is in the keychain.
    Keychain,
    /// Until the program closes.
    Session,
}
