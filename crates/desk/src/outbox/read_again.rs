//! Reading one registered record again. Companies and leads are found by their id; for cards the
//! service has no such search, so that the list is searched by what was seen of the card.

use std::collections::BTreeSet;

use hotprofile::contract::Kind;
use hotprofile::{Client, Entity, Error, List, ListedRecord, Order, Urgency, Values, check};

/// Calls for one card at most.
const MOST_CALLS: usize = 4;

/// The record as the service shows it now; none where it is not found. A company that was merged
/// into another comes under its new id. `seen` is what an answer showed of it before; what is
/// found behind the keys of `changed` may be different by now.
pub async fn read_again(
    client: &Client,
    entity: Entity,
    id: u32,
    seen: &Values,
    changed: &Values,
    urgency: Urgency,
) -> Result<Option<ListedRecord>, Error> {
    match entity {
        Entity::BusinessCards => card(client, id, seen, changed, urgency).await,
        Entity::Clients | Entity::Leads => by_id(client, entity, id, urgency).await,
    }
}

async fn by_id(
    client: &Client,
    entity: Entity,
    id: u32,
    urgency: Urgency,
) -> Result<Option<ListedRecord>, Error> {
    let id = id.to_string();
    let search = ["search[from_id]", "search[to_id]"].map(|key| (key.to_owned(), id.clone()));
    let list = List::new(entity, &search.into(), None, 1, 1).map_err(Error::Invalid)?;
    Ok(client.list(&list, urgency).await?.records.into_iter().find(|record| record.id.is_some()))
}

async fn card(
    client: &Client,
    id: u32,
    seen: &Values,
    changed: &Values,
    urgency: Urgency,
) -> Result<Option<ListedRecord>, Error> {
    for search in searches(seen, changed).into_iter().take(MOST_CALLS) {
        let order = Order { key: "id".to_owned(), descending: true };
        let most = Entity::BusinessCards.record().listing.max_display_number.into();
        let list = List::new(Entity::BusinessCards, &search, Some(&order), 1, most)
            .map_err(Error::Invalid)?;
        let page = client.list(&list, urgency).await?;
        if let Some(card) = page.records.into_iter().find(|record| record.id == Some(id)) {
            return Ok(Some(card));
        }
    }
    Ok(None)
}

/// Searches that find a card, those first that find few others. The day on which it was registered
/// never changes; what else was seen of it may have been changed since.
fn searches(seen: &Values, changed: &Values) -> Vec<Values> {
    let text = |key: &str| seen.get(key).map_or("", |text| text.trim());
    let family_name = text("name").split_whitespace().next().unwrap_or_default();
    let day = text("created_at").split([' ', 'T']).next().unwrap_or_default();
    let day = check::check_value(Kind::Day, day).unwrap_or_default();
    let on_its_day = [("search[from_created_on]", &*day), ("search[to_created_on]", &*day)];
    let email = ("search[email]", text("email"));
    let name = ("search[family_name]", family_name);
    let company = ("search[client_name]", text("client_name"));
    let mobile = ("search[mobile_tel]", text("mobile_tel"));
    let tel = ("search[tel]", text("tel"));
    let [from, to] = on_its_day;

    let wanted: [&[(&str, &str)]; 7] =
        [&[from, to, name], &[email], &[from, to], &[name, company], &[mobile], &[tel], &[name]];
    let may_be_other = |parameter: &str| {
        Entity::BusinessCards.record().fields.iter().any(|field| {
            changed.contains_key(field.key)
                && field.searches.iter().any(|search| search.parameter == parameter)
        })
    };
    let mut known = BTreeSet::new();
    wanted
        .into_iter()
        .filter(|terms| terms.iter().all(|(key, text)| !text.is_empty() && !may_be_other(key)))
        .map(|terms| {
            terms.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
        })
        .filter(|search: &Values| known.insert(search.clone()))
        .collect()
}

#[cfg(test)]
mod tests;
