//! What the service is asked for: the one call that looks for duplicates of a form, and the search
//! that shows a record among those of its kind.

use hotprofile::{Entity, Values};

use super::Whose;
use crate::likeness::company::asked;
use crate::likeness::letters;
use crate::outbox::record::Form;

/// What stands behind the name in the form: whoever typed one of them has typed the name.
const BEHIND_THE_NAME: [&str; 7] =
    ["first_name", "tel", "mobile_tel", "email", "mobile_email", "zip", "address"];

/// What is searched for duplicates of a form; none as long as what its record is known by does not
/// stand. First names are left out: one call finds them all, however they are written.
pub fn search(form: &Form) -> Option<Values> {
    let text = |key: &str| form.values.get(key).map_or("", |text| text.trim());
    let stands = |keys: &[&str]| keys.iter().any(|key| !text(key).is_empty());
    match form.entity {
        Entity::Clients => {
            let (name, is_left) =
                (text("name"), stands(&["name_disp", "zip", "address", "main_tel"]));
            (is_left && !name.is_empty()).then(|| terms(&[("search[name]", &asked(name))]))
        }
        // At a company that is not registered yet nobody is.
        Entity::BusinessCards | Entity::Leads => {
            let (company, family) = (text("client_id"), text("family_name"));
            if company.is_empty() || family.is_empty() || !stands(&BEHIND_THE_NAME) {
                return None;
            }
            let name = name_to_find(family, text("family_name_kana"));
            let at = match form.entity {
                Entity::Leads => ("search[client_id]", company),
                _ => ("search[client_name]", form.client_name.as_deref()?.trim()),
            };
            Some(terms(&[name, at]))
        }
    }
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

/// The service compares letter by letter: a piece of the name that is written in one way only
/// finds its other forms too, else its reading does.
fn name_to_find<'a>(family: &'a str, kana: &'a str) -> (&'static str, &'a str) {
    match letters::unmistakable(family) {
        Some(piece) => ("search[family_name]", piece),
        None if !kana.is_empty() => ("search[family_name_kana]", kana),
        None => ("search[family_name]", family),
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
    fn nothing_is_asked_before_name_and_company_stand() {
        let cards = Entity::BusinessCards;
        for values in [
            vec![("client_id", "7")],
            vec![("client_id", "7"), ("family_name", "田中"), ("family_name_kana", "タナカ")],
            vec![("family_name", "田中"), ("first_name", "花子")],
        ] {
            assert_eq!(search(&form(cards, &values, Some("青空"))), None, "{values:?}");
        }
        assert_eq!(search(&form(Entity::Clients, &[("name", "青空")], None)), None);
    }

    #[test]
    fn one_call_finds_every_first_name_and_every_form_of_a_letter() {
        let values = [("client_id", "7"), ("family_name", "髙橋"), ("first_name", "花子")];
        let card = search(&form(Entity::BusinessCards, &values, Some("株式会社青空")));
        let terms = |pairs: &[(&str, &str)]| Some(terms(pairs));
        assert_eq!(
            card,
            terms(&[("search[family_name]", "橋"), ("search[client_name]", "株式会社青空")])
        );
        let lead = search(&form(Entity::Leads, &values, Some("株式会社青空")));
        assert_eq!(lead, terms(&[("search[family_name]", "橋"), ("search[client_id]", "7")]));

        let values =
            [("client_id", "7"), ("family_name", "齋"), ("family_name_kana", "サイ"), ("tel", "0")];
        let lead = search(&form(Entity::Leads, &values, None));
        assert_eq!(
            lead,
            terms(&[("search[family_name_kana]", "サイ"), ("search[client_id]", "7")])
        );
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
