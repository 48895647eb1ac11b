//! Where answers show something under another key than the one that writes it or holds its number:
//! names beside ids or in place of them, and names of people in one piece.

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
    ("tag_ids", "tags"),
];

/// What answers show of people in one piece, and the parts in which it is written.
pub const WHOLES: [(&str, [&str; 2]); 2] = [
    ("name", ["family_name", "first_name"]),
    ("name_kana", ["family_name_kana", "first_name_kana"]),
];

/// Numbers beside their names, of which nothing else is told.
const PRODUCTS: (&str, &str) = ("interest_product_type_ids", "interest_product_type_names");
/// Who owns a card can be written in words too.
const OWNER: (&str, &str) = ("owner_user", "user_name");

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

/// The field of an answer that shows this field by its name or as part of a whole; none where no
/// other does.
#[must_use]
pub fn shown_as(entity: Entity, key: &str) -> Option<&'static str> {
    let named = names(entity).map(|Named { id, name, .. }| (id, name));
    let more = match entity {
        Entity::BusinessCards => Some(OWNER),
        Entity::Clients => None,
        Entity::Leads => Some(PRODUCTS),
    };
    let wholes = WHOLES.iter().filter(|_| entity != Entity::Clients);
    let parts = wholes.flat_map(|&(whole, parts)| parts.map(|part| (part, whole)));
    named
        .chain(more)
        .chain(parts)
        .find(|&(shown, name)| shown == key && name != key)
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_under_another_key_is_answered_there() {
        for entity in Entity::ALL {
            for field in entity.record().fields {
                let Some(shown) = shown_as(entity, field.key) else { continue };
                let shown = entity.record().field(shown);
                assert!(shown.is_some_and(|shown| shown.answer.is_some()), "{}", field.key);
            }
        }
        for (entity, key, shown) in [
            (Entity::BusinessCards, "family_name", Some("name")),
            (Entity::BusinessCards, "owner_user", Some("user_name")),
            (Entity::BusinessCards, "tag_ids", None),
            (Entity::Clients, "name_kana", None),
            (Entity::Clients, "ipo_kbn", None),
            (Entity::Leads, "tag_ids", Some("tags")),
            (Entity::Leads, "interest_product_type_ids", Some("interest_product_type_names")),
        ] {
            assert_eq!(shown_as(entity, key), shown, "{key}");
        }
    }

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
