use std::collections::BTreeSet;

use super::*;

#[test]
fn a_key_names_one_field() {
    for entity in Entity::ALL {
        let fields = entity.record().fields;
        let keys: BTreeSet<_> = fields.iter().map(|field| field.key).collect();
        assert_eq!(keys.len(), fields.len(), "{entity:?}");
    }
}

#[test]
fn every_field_has_a_use() {
    for field in Entity::ALL.iter().flat_map(|entity| entity.record().fields) {
        let used = field.create.is_some() || !field.searches.is_empty() || field.answer.is_some();
        assert!(used, "{}", field.key);
    }
}
