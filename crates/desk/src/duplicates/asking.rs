//! What the service is asked for: the one call that looks for duplicates of a form, and the search
//! that shows a record among those of its kind.

use hotprofile::{Entity, List, Order, Problem, Values};

use super::Whose;
use crate::likeness::company::asked;
use crate::outbox::record::Form;

/// What stands behind a company's name in its form: whoever typed one of them has typed the name.
const BEHIND_THE_NAME: [&str; 4] = ["name_disp", "zip", "address", "main_tel"];

/// The companies that one call asks for.
const COMPANIES: u32 = 100;

/// What is searched for duplicates of a form; none as long as there is nothing to ask for. Of a
/// person it is everybody at the company, as many as a page holds: so a name is found however it is
/// written, in whichever order, as it is typed, and so is a number or an address under another name.
pub fn search(form: &Form) -> Option<Values> {
    let text = |key: &str| form.values.get(key).map_or("", |text| text.trim());
    let name = text("name");
    let is_left = BEHIND_THE_NAME.iter().any(|key| !text(key).is_empty());
    let is_begun = ["family_name", "first_name"].iter().any(|key| !text(key).is_empty());
    // At a company that is not registered yet nobody is.
    let company = Some(text("client_id")).filter(|id| is_begun && !id.is_empty());
    let called = form.client_name.as_deref().map_or("", str::trim);
    let terms = match form.entity {
        Entity::Clients if is_left => terms(&[("search[name]", &asked(name))]),
        Entity::Clients => return None,
        // The number alone finds every number that it is a part of.
        Entity::Leads => terms(&[("search[client_id]", company?), ("search[client_name]", called)]),
        Entity::BusinessCards => company.map(|_| terms(&[("search[client_name]", called)]))?,
    };
    Some(terms).filter(|terms| !terms.is_empty())
}

/// Whether what a record is known by stands in its form.
pub fn is_named(form: &Form) -> bool {
    let stands = |key: &str| form.values.get(key).is_some_and(|text| !text.trim().is_empty());
    match form.entity {
        Entity::Clients => stands("name"),
        Entity::BusinessCards | Entity::Leads => stands("family_name") && stands("first_name"),
    }
}

/// The one call, the newest first.
pub fn call(entity: Entity, search: &Values) -> Result<List, Vec<Problem>> {
    let order = Order { key: "id".to_owned(), descending: true };
    let on_a_page = match entity {
        Entity::Clients => COMPANIES,
        Entity::BusinessCards | Entity::Leads => entity.record().listing.max_display_number.into(),
    };
    List::new(entity, search, Some(&order), 1, on_a_page)
}

/// What lists a record of the service, alone or among few others; nothing of one that is not there yet.
pub fn search_for(entity: Entity, whose: Whose, fields: &Values) -> Values {
    let text = |key: &str| fields.get(key).map_or("", |text| text.trim());
    let Whose::Service { id } = whose else { return Values::new() };
    let id = id.to_string();
    match entity {
        // Cards have no search by their number.
        Entity::BusinessCards => {
            let mut words = text("name").split_whitespace();
            // Of a name in one piece nobody knows where the family name ends.
            let family = words.next().filter(|_| words.next().is_some()).unwrap_or_default();
            terms(&[("search[family_name]", family), ("search[client_name]", text("client_name"))])
        }
        Entity::Leads => terms(&[("search[ids]", &id)]),
        Entity::Clients => terms(&[("search[from_id]", &id), ("search[to_id]", &id)]),
    }
}

fn terms(terms: &[(&str, &str)]) -> Values {
    let filled = terms.iter().filter(|(_, text)| !text.is_empty());
    filled.map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(entity: Entity, values: &[(&str, &str)], client_name: Option<&str>) -> Form {
        let client_name = client_name.map(str::to_owned);
        Form { entity, values: terms(values), client_name, needs: None, change: None }
    }

    #[test]
    fn nothing_is_asked_before_there_is_a_person_at_a_company() {
        for entity in [Entity::BusinessCards, Entity::Leads] {
            for values in [vec![("client_id", "7")], vec![("family_name", "田中")]] {
                assert_eq!(search(&form(entity, &values, Some("青空"))), None, "{values:?}");
            }
        }
        assert_eq!(search(&form(Entity::Clients, &[("name", "青空")], None)), None);
        assert_eq!(search(&form(Entity::Clients, &[("zip", "100-0001")], None)), None);
    }

    #[test]
    fn everybody_at_the_company_is_asked_for_whatever_stands_in_the_name() {
        for name in [("family_name", "た"), ("first_name", "花子"), ("family_name", "髙橋")] {
            let values = [("client_id", "7"), name];
            let card = search(&form(Entity::BusinessCards, &values, Some("株式会社青空")));
            assert_eq!(card, Some(terms(&[("search[client_name]", "株式会社青空")])));
            let lead = search(&form(Entity::Leads, &values, Some("株式会社青空")));
            let both = [("search[client_id]", "7"), ("search[client_name]", "株式会社青空")];
            assert_eq!(lead, Some(terms(&both)));
        }
    }

    #[test]
    fn a_company_is_asked_for_without_its_legal_form_whatever_that_is() {
        for (name, core) in [
            ("株式会社青空", "青空"),
            ("青空㈱", "青空"),
            ("合同会社ソラマメ", "ソラマメ"),
            ("（一社）みなも協会", "みなも協会"),
            ("㈱ＡＢＣ企画", "ABC企画"),
            ("Blue Harbour, Inc.", "Blue Harbour"),
            ("ООО «Тихий маяк»", "Тихий маяк"),
            ("株式会社", "株式会社"),
        ] {
            let values = [("name", name), ("name_disp", "略称")];
            let search = search(&form(Entity::Clients, &values, None));
            assert_eq!(search, Some(terms(&[("search[name]", core)])), "{name}");
        }
    }
}
