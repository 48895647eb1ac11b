//! The promises of the practice server, over real HTTP.

mod caller;
mod faults;
mod limit;
mod listing;
mod openapi;
mod operations;
mod page;
mod parameters;
mod program;
mod records;
mod refusals;
mod tls;
