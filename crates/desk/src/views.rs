//! How the pages of a connection were left: columns, filters, which page was open. What is in
//! it is the pages' own; here it is only kept, in the encrypted database, because filters hold
//! names of people.

use std::collections::BTreeMap;

use crate::desk::Desk;
use crate::trouble::Trouble;

impl Desk {
    /// All that is kept of the open connection's pages, by name.
    pub async fn views(&self) -> Result<BTreeMap<String, String>, Trouble> {
        self.read(|db| {
            let mut statement = db.prepare_cached("SELECT name, value FROM views")?;
            let views = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(views.collect::<Result<_, _>>()?)
        })
        .await
    }

    /// Keeps how something was left, in place of what was kept under this name.
    pub async fn keep_view(&self, name: &str, value: &str) -> Result<(), Trouble> {
        let view = [name.to_owned(), value.to_owned()];
        self.write(move |db| {
            db.prepare_cached(
                "INSERT INTO views (name, value) VALUES (?, ?)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute(view)?;
            Ok(())
        })
        .await
    }
}

#[cfg(test)]
mod tests;
