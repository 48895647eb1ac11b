//! Choosing a company by part of its name: among those that this machine knows without a call, at
//! the service with one. What is known of a company is offered for its people; a new one is begun
//! from what was typed.

mod found;
mod latest;
mod new;
mod offer;
mod wanted;

use hotprofile::{Entity, List, ListedRecord, Order};
use serde::Serialize;
use specta::Type;

pub use self::found::{FoundCompanies, find};
pub(crate) use self::latest::Latest;
pub use self::new::NewCompany;
use self::wanted::Wanted;
use crate::desk::Desk;
pub use crate::known::companies::make_missing;
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
const MOST: usize = 20;

/// So many are asked for with one call, so that the likeliest are among them: the service does not
/// sort by likeness.
const ASKED: u32 = 100;

impl Desk {
    /// Companies that this text finds among those that this machine knows, at most 20, the likeliest
    /// first, without a call.
    pub async fn known_companies(&self, part: &str) -> Result<FoundCompanies, Trouble> {
        let outbox = self.outbox().await?;
        let unsent = outbox.records().await?;
        let wanted = part.to_owned();
        let found = outbox.database().run(move |database| find(database, &wanted)).await?;
        Ok(found.with_unsent(part, &unsent))
    }

    /// The same with those that the service finds, with one call at most: none where it told a moment
    /// ago all that holds a part of this text; with `anew` it is asked all the same. The pages ask at
    /// most once per pause in typing. An empty text finds nothing and calls nobody.
    pub async fn companies(&self, part: &str, anew: bool) -> Result<FoundCompanies, Trouble> {
        let part = part.trim();
        if part.is_empty() {
            return Ok(FoundCompanies::default());
        }
        let (connection, wanted) = (self.line()?.id.clone(), Wanted::by(part));
        let told = if anew { None } else { self.told_before(&connection, &wanted).await? };
        let (records, told_all) = match told {
            Some(records) => (records, true),
            None => self.ask_for_companies(&connection, wanted).await?,
        };
        let known = self.known_companies(part).await?;
        Ok(known.with_found(part, records, told_all))
    }

    /// What the service would find now, as this machine knows it: none where it is not known that
    /// this is all.
    async fn told_before(
        &self,
        connection: &str,
        wanted: &Wanted,
    ) -> Result<Option<Vec<ListedRecord>>, Trouble> {
        let Some(ids) = self.latest_companies.holding(connection, wanted) else { return Ok(None) };
        self.remembering.done().await;
        let known = self.read(move |db| Ok(found::all_known(db, &ids)?)).await?;
        let is_found = |record: &ListedRecord| {
            record.fields.get(wanted.field).is_none_or(|text| wanted.is_in(text))
        };
        Ok(known.map(|records| records.into_iter().filter(is_found).collect()))
    }

    /// Asks, and says whether that is all.
    async fn ask_for_companies(
        &self,
        connection: &str,
        wanted: Wanted,
    ) -> Result<(Vec<ListedRecord>, bool), Trouble> {
        let order = Order { key: "id".to_owned(), descending: false };
        let list = List::new(Entity::Clients, &wanted.search(), Some(&order), 1, ASKED)
            .map_err(|problems| Trouble::Invalid { problems })?;
        let page = self.list(&list).await?;
        self.latest_companies.keep(connection, wanted, &page);
        let told_all = page.tells_all();
        Ok((page.records, told_all))
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

#[cfg(test)]
mod tests;
