//! Bringing the tables to this program's version. `user_version` counts the steps that were taken.

use rusqlite::{Connection, TransactionBehavior};

use super::cipher;
use super::error::DatabaseError;

/// The steps, oldest first. A step that has been published is never changed: a new one is added,
/// in a file of its own (`migrations/NNNN_name.sql`, counted from 1), and here with `include_str!`.
pub const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_outbox.sql"),
    include_str!("migrations/0002_known.sql"),
    include_str!("migrations/0003_known_companies.sql"),
    include_str!("migrations/0004_known_people.sql"),
    include_str!("migrations/0005_made_up_to.sql"),
    include_str!("migrations/0006_hosts_of_people.sql"),
];

/// Takes the steps that are missing, all or none. Where there is something to lose, `copy` is
/// called first, with the version to come, while no other program can write.
pub fn migrate(
    connection: &mut Connection,
    migrations: &[&str],
    copy: impl FnOnce(usize) -> Result<(), DatabaseError>,
) -> Result<(), DatabaseError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let version = cipher::version(&transaction)?;
    let missing = migrations.get(version..).ok_or(DatabaseError::Newer)?;
    if missing.is_empty() {
        return Ok(());
    }
    if version > 0 {
        copy(migrations.len())?;
    }
    for step in missing {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "user_version", migrations.len())?;
    Ok(transaction.commit()?)
}
