//! Making, opening and removing connections.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::connection::Connection;
use crate::desk::Desk;
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
    pub fn read_host(&self, _text: &str) -> Result<HostReading, Trouble> {
        todo!()
    }

    /// Tries the connection with one call, keeps its key and opens it. Where there is no keychain
    /// it is opened for this session ([`Kept::Session`](crate::connection::Kept::Session)); where
    /// the keychain is locked nothing is kept, and the person can try again.
    pub async fn connect(&self, _request: ConnectRequest) -> Result<Connection, Trouble> {
        todo!()
    }

    /// Starts the practice server where it is not running, and opens it.
    pub async fn practise(&self) -> Result<Connection, Trouble> {
        todo!()
    }

    /// Throws the practice data away and invents it anew.
    pub async fn reset_practice(&self) -> Result<(), Trouble> {
        todo!()
    }

    /// Opens a connection that was made before; `practice` is practice. Waits while the keychain
    /// asks a person. Nothing is sent.
    pub async fn open_connection(&self, _id: &str) -> Result<Connection, Trouble> {
        todo!()
    }

    /// Removes a connection, with its key.
    pub async fn remove_connection(&self, _id: &str) -> Result<(), Trouble> {
        todo!()
    }
}
