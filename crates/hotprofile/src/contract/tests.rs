use std::collections::BTreeSet;

use super::*;

/// The numbers of parameters that the service publishes.
#[test]
fn every_published_parameter_is_declared_once() {
    let counts: Vec<_> = Entity::ALL
        .iter()
        .map(|entity| {
            let record = entity.record();
            (
                record.written(Operation::Create).len(),
                record.written(Operation::Update).len(),
                record.searches().len(),
            )
        })
        .collect();
    assert_eq!(counts, [(27, 28, 28), (23, 24, 26), (37, 38, 61)]);
}

#[test]
fn positions_of_an_operation_run_from_one_without_a_gap() {
    for entity in Entity::ALL {
        let record = entity.record();
        for operation in [Operation::Create, Operation::Update] {
            let positions = record.written(operation).into_iter().map(|(_, write)| write.position);
            assert!(positions.eq(1..=u8::try_from(record.written(operation).len()).expect("few")));
        }
        let listing = &record.listing;
        let mut positions: Vec<_> =
            record.searches().iter().map(|(_, search)| search.position).collect();
        positions.extend([
            listing.number,
            listing.display_number,
            listing.date_format_option.0,
            listing.order_key,
            listing.order_type,
        ]);
        positions.sort_unstable();
        assert!(positions.iter().copied().eq(1..=u8::try_from(positions.len()).expect("few")));
    }
}

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
