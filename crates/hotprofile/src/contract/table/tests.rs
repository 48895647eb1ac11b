use std::collections::BTreeSet;

use insta::assert_csv_snapshot;

use super::*;

#[test]
fn what_is_published_changes_only_on_purpose() {
    assert_csv_snapshot!("requests", request_rows());
    assert_csv_snapshot!("responses", response_rows());
}

/// The numbers of parameters that the service publishes.
#[test]
fn every_published_parameter_is_declared_once() {
    let rows = request_rows();
    let counts = Entity::ALL.map(|entity| {
        Operation::ALL.map(|operation| {
            let of_call = |row: &&RequestRow| (row.entity, row.operation) == (entity, operation);
            let keys: BTreeSet<_> = rows.iter().filter(of_call).map(|row| row.key).collect();
            assert_eq!(keys.len(), rows.iter().filter(of_call).count(), "{entity:?} {operation:?}");
            keys.len()
        })
    });
    assert_eq!(counts, [[27, 28, 33], [23, 24, 31], [37, 38, 66]]);
    assert_eq!(rows.len(), 307);
}

#[test]
fn positions_of_an_operation_run_from_one_without_a_gap() {
    for call in request_rows().chunk_by(|one, next| one.endpoint == next.endpoint) {
        let positions = call.iter().map(|row| usize::from(row.position));
        assert!(positions.eq(1..=call.len()), "{}", call[0].endpoint);
    }
}

#[test]
fn every_published_field_of_an_answer_is_declared_once() {
    let rows = response_rows();
    let paths: BTreeSet<_> = rows.iter().map(|row| (row.entity, &row.path)).collect();
    assert_eq!((rows.len(), paths.len()), (145, 145));
}
