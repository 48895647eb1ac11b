//! HotProfile's web API as a library: the contract, checks before sending, typed calls, the
//! limit, retries and errors. It knows no window, no database and no keychain.

pub mod answer;
pub mod check;
pub mod client;
pub mod contract;
pub mod endpoint;
pub mod error;
pub mod key;
pub mod limit;
pub mod request;
pub mod retry;

pub use answer::{Item, ListedRecord, Page};
pub use check::{Fault, Problem, Values};
pub use client::Client;
pub use contract::{Entity, Operation};
pub use endpoint::{Endpoint, Host, HostProblem};
pub use error::Error;
pub use key::ApiKey;
pub use limit::{Gate, Listeners, Urgency};
pub use request::{Create, List, Order, Update};
