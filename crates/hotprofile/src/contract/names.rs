//! Where answers show the name behind an id: beside it, or in place of it.

use super::{Choice, Entity, Kind};

/// A field that holds an id, and the field of an answer that shows its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// Key of the field that holds the id.
    pub id: &'static str,
    /// Of what.
    pub of: Choice,
    /// Key of the field that shows the name; the same, where the answer has the name in place of
    /// the id.
    pub name: &'static str,
}

/// Of a card's `user_name` nothing is published; it is taken for its owner's, as in a lead.
const CARDS: &[(&str, &str)] = &[
    ("client_id", "client_name"),
    ("organization_id", "organization_name"),
    ("owner_user_id", "user_name"),
];
const CLIENTS: &[(&str, &str)] = &[
    ("pref_id", "pref"),
    ("business_category_kbn", "business_category_kbn"),
    ("worker_number_kbn", "worker_number_kbn"),
    ("capital_kbn", "capital_kbn"),
    ("ipo_kbn", "ipo_kbn"),
    ("user_id", "user_name"),
];
const LEADS: &[(&str, &str)] = &[
    ("client_id", "client_name"),
    ("organization_id", "organization_name"),
    ("pref_id", "pref"),
    ("lead_status", "lead_status_name"),
    ("lead_source_kbn_id", "lead_source_kbn_name"),
    ("owner_user_id", "owner_user_name"),
];

/// The ids of this kind of record whose names its answers show.
pub fn names(entity: Entity) -> impl Iterator<Item = Named> {
    let pairs = match entity {
        Entity::BusinessCards => CARDS,
        Entity::Clients => CLIENTS,
        Entity::Leads => LEADS,
    };
    pairs.iter().filter_map(move |&(id, name)| match entity.record().field(id)?.kind {
        Kind::Id { of } => Some(Named { id, of, name }),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_belongs_to_an_id_and_is_answered() {
        for (entity, pairs) in
            [(Entity::BusinessCards, CARDS), (Entity::Clients, CLIENTS), (Entity::Leads, LEADS)]
        {
            assert_eq!(names(entity).count(), pairs.len(), "{entity:?}: an id is none");
            for named in names(entity) {
                let field = entity.record().field(named.name);
                assert!(field.is_some_and(|field| field.answer.is_some()), "{named:?}");
            }
        }
    }
}
