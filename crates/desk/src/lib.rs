//! What Meishi Desk does: connections, checks, registering, finding. It knows no window: the
//! keychain, the settings and the announcements are handed to it.

pub mod calls;
pub mod change;
pub mod choices;
pub mod closing;
pub mod companies;
pub mod connect;
pub mod connection;
pub mod database;
pub mod desk;
pub mod duplicates;
pub mod find;
pub mod hints;
pub mod keychain;
mod known;
pub mod leave;
pub mod likeness;
mod line;
pub mod moment;
pub mod open;
pub mod outbox;
pub mod postal;
mod practice;
pub mod register;
mod remove;
#[cfg(test)]
mod secrets;
pub mod settings;
pub mod signature;
pub mod start;
mod state;
mod tables;
#[cfg(test)]
mod testing;
mod tickets;
pub mod tidy;
pub mod trouble;
pub mod views;

pub use self::desk::{Desk, Surroundings};
