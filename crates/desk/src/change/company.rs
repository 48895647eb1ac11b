//! The company of a card, of which a listed card tells the name alone.

use hotprofile::{Entity, List, ListedRecord, Order, Page, Values};

use super::Shown;
use crate::companies::{Company, company};
use crate::desk::Desk;
use crate::known;
use crate::outbox::likeness::fold;
use crate::trouble::Trouble;

/// More companies of one name help nobody to choose.
const MOST: usize = 20;

impl Desk {
    /// The company of this name, found with one call; where it is not certain which, those that it
    /// can be. What this machine knows is never the whole list of companies, so that it makes
    /// nothing certain: it serves where the service can not be asked.
    pub(super) async fn company_of_card(
        &self,
        name: &str,
    ) -> Result<(Shown, Vec<Company>), Trouble> {
        match self.companies_of(name).await {
            Ok(page) => Ok(of_those(name, page)),
            Err(trouble) => {
                tracing::debug!(%trouble, "a card's company is not looked up");
                let wanted = name.to_owned();
                let known = self.read(move |db| Ok(known::clients_named(db, &wanted)?)).await?;
                let known = known.into_iter().map(|(id, fields)| ListedRecord {
                    id: Some(id),
                    fields,
                    items: Vec::new(),
                });
                Ok((Shown::Words { text: name.to_owned() }, choice(known)))
            }
        }
    }

    /// The companies whose name contains this, as many as a page holds.
    async fn companies_of(&self, name: &str) -> Result<Page, Trouble> {
        let search = Values::from([("search[name]".to_owned(), name.to_owned())]);
        let order = Order { key: "id".to_owned(), descending: false };
        let most = Entity::Clients.record().listing.max_display_number.into();
        let list = List::new(Entity::Clients, &search, Some(&order), 1, most)
            .map_err(|problems| Trouble::Invalid { problems })?;
        self.list(&list).await
    }
}

/// Which of those that were found it is.
fn of_those(name: &str, page: Page) -> (Shown, Vec<Company>) {
    let is_whole = page.tells_all();
    let called = |like: fn(&str) -> String| -> Vec<ListedRecord> {
        let is_it = |record: &&ListedRecord| {
            record.fields.get("name").is_some_and(|other| like(other) == like(name))
        };
        page.records.iter().filter(is_it).cloned().collect()
    };
    // The service writes a company's name in one way, so that another writing is another company.
    let mut found = called(|name| name.trim().to_owned());
    if found.is_empty() {
        found = called(fold);
    }
    match found.as_slice() {
        [ListedRecord { id: Some(id), .. }] if is_whole => {
            (Shown::Known { value: id.to_string() }, Vec::new())
        }
        [] => (Shown::Words { text: name.to_owned() }, choice(page.records)),
        _ => (Shown::Words { text: name.to_owned() }, choice(found)),
    }
}

fn choice(records: impl IntoIterator<Item = ListedRecord>) -> Vec<Company> {
    records.into_iter().filter_map(company).take(MOST).collect()
}
