//! What the database promises, tried on real files.

mod copies;
mod killed;
mod machine;
mod opening;
mod program;
mod raw_bytes;
mod second_program;
mod transactions;
