//! Choosing a company by part of its name.

use hotprofile::{Entity, List, ListedRecord, Order, Values};
use serde::Serialize;
use specta::Type;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// A company to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Company {
    /// The service's id.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// What tells it from others of that name: its address, else its short name; maybe nothing.
    pub detail: String,
}

/// Most that are offered.
const MOST: u32 = 20;

impl Desk {
    /// Companies whose name contains this, at most 20, with one call. The pages call it at most
    /// once per pause in typing. An empty text finds nothing and calls nobody.
    pub async fn companies(&self, part: &str) -> Result<Vec<Company>, Trouble> {
        let part = part.trim();
        if part.is_empty() {
            return Ok(Vec::new());
        }
        let search = Values::from([("search[name]".to_owned(), part.to_owned())]);
        let order = Order { key: "id".to_owned(), descending: false };
        let list = List::new(Entity::Clients, &search, Some(&order), 1, MOST)
            .map_err(|problems| Trouble::Invalid { problems })?;
        let page = self.list(&list).await?;
        Ok(page.records.into_iter().filter_map(company).collect())
    }
}

/// The company of a record; none where it has no id or no name to choose it by.
pub(crate) fn company(ListedRecord { id, mut fields, .. }: ListedRecord) -> Option<Company> {
    let id = id?;
    let name = fields.remove("name")?;
    let short = fields.remove("name_disp").filter(|short| *short != name);
    let detail = fields.remove("address").or(short).unwrap_or_default();
    Some(Company { id, name, detail })
}
