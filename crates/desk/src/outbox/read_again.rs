//! Reading one registered record again. Companies and leads are found by their id, with one call.
//! For cards the service has no such search: the list is searched by what was seen of the card. One
//! call finds it, unless others changed meanwhile what it was searched by, which takes a second, or
//! more than a page of cards of its day are alike in that. A card that is not there any more, or not
//! listed because only its owner sees it, is looked for with four calls.

use std::collections::BTreeSet;

use hotprofile::contract::Kind;
use hotprofile::{Client, Entity, Error, List, ListedRecord, Order, Urgency, Values, check};

/// Calls for one card at most, where it is not found.
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

/// Searches that find a card. The day on which it was registered never changes: of that day the
/// first asks for what was seen of the card and is not being changed, so that it finds the card
/// unless others changed just that since, or a page is too short for all that is alike. The second
/// asks for all of that day, whatever others changed. The others are for a card without a known
/// day, and for days on which more were registered than a page holds.
fn searches(seen: &Values, changed: &Values) -> Vec<Values> {
    let text = |key: &str| seen.get(key).map_or("", |text| text.trim());
    // Of a name in one piece it is not known where the family name ends.
    let family_name = text("name").split_once(char::is_whitespace).map_or("", |(family, _)| family);
    let day = text("created_at").split([' ', 'T']).next().unwrap_or_default();
    let day = check::check_value(Kind::Day, day).unwrap_or_default();
    let from = ("search[from_created_on]", &*day);
    let to = ("search[to_created_on]", &*day);
    let name = ("search[family_name]", family_name);
    let email = ("search[email]", text("email"));
    let mobile = ("search[mobile_tel]", text("mobile_tel"));
    let tel = ("search[tel]", text("tel"));
    let company = ("search[client_name]", text("client_name"));

    let may_be_other = |parameter: &str| {
        Entity::BusinessCards.record().fields.iter().any(|field| {
            changed.contains_key(field.key)
                && field.searches.iter().any(|search| search.parameter == parameter)
        })
    };
    let tells = |(parameter, text): &(&str, &str)| !text.is_empty() && !may_be_other(parameter);
    let telling = [name, email, mobile, tel].into_iter().find(tells);
    let on_its_day: Vec<_> = [from, to].into_iter().chain(telling).collect();
    let wanted: [&[(&str, &str)]; 7] =
        [&on_its_day, &[from, to], &[email], &[name, company], &[mobile], &[tel], &[name]];
    let mut known = BTreeSet::new();
    wanted
        .into_iter()
        .filter(|terms| terms.iter().all(tells))
        .map(|terms| {
            terms.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
        })
        .filter(|search: &Values| known.insert(search.clone()))
        .collect()
}

#[cfg(test)]
mod tests;
