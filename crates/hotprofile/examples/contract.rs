//! Prints the contract as CSV, to be compared with the service's documentation:
//! `cargo run -p hotprofile --example contract -- requests` for a row per parameter of the nine
//! operations, `responses` for a row per field of the three answers.

use std::error::Error;
use std::io;

use hotprofile::contract::{request_rows, response_rows};
use serde::Serialize;

fn main() -> Result<(), Box<dyn Error>> {
    match std::env::args().nth(1).as_deref() {
        Some("requests") => print(&request_rows()),
        Some("responses") => print(&response_rows()),
        _ => Err("`requests` or `responses`?".into()),
    }
}

fn print<T: Serialize>(rows: &[T]) -> Result<(), Box<dyn Error>> {
    let mut table = csv::Writer::from_writer(io::stdout().lock());
    rows.iter().try_for_each(|row| table.serialize(row))?;
    Ok(table.flush()?)
}
