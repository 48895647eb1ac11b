//! What an empty text means: nothing in a registration, an emptied field in a change.

use super::*;

const EMPTY: [&str; 4] = ["", " ", "　", "\r\n\u{200b}"];

/// Every field of the call with this text.
fn all_with(record: &Record, operation: Operation, text: &str) -> Values {
    let written = record.written(operation).into_iter();
    written.map(|(field, _)| (field.key.to_owned(), text.to_owned())).collect()
}

fn keys(record: &Record, operation: Operation, presence: Presence) -> Vec<String> {
    let written = record.written(operation).into_iter();
    let such = written.filter(|(_, write)| write.presence == presence);
    such.map(|(field, _)| field.key.to_owned()).collect()
}

fn required(record: &Record, operation: Operation) -> Vec<Problem> {
    let keys = keys(record, operation, Presence::Required).into_iter();
    keys.map(|key| Problem { key, fault: Fault::Required }).collect()
}

#[test]
fn a_change_empties_every_field_that_may_be_empty() {
    for entity in Entity::ALL {
        let record = entity.record();
        let optional = keys(record, Operation::Update, Presence::Optional);
        let emptied: Values = optional.into_iter().map(|key| (key, String::new())).collect();
        for empty in EMPTY {
            let values = all_with(record, Operation::Update, empty);
            let checked = check_write(record, Operation::Update, &values);
            let refused = required(record, Operation::Update);
            assert_eq!(checked, (emptied.clone(), refused), "{entity:?} {empty:?}");
        }
    }
}

#[test]
fn a_change_leaves_alone_what_is_not_in_it() {
    for entity in Entity::ALL {
        let record = entity.record();
        let values: Values = keys(record, Operation::Update, Presence::Required)
            .into_iter()
            .map(|key| (key, "1".to_owned()))
            .collect();
        let checked = check_write(record, Operation::Update, &values);
        assert_eq!(checked, (values, Vec::new()), "{entity:?}");
    }
}

#[test]
fn a_registration_leaves_out_what_is_empty() {
    for entity in Entity::ALL {
        let record = entity.record();
        for empty in EMPTY {
            let values = all_with(record, Operation::Create, empty);
            let checked = check_write(record, Operation::Create, &values);
            let refused = required(record, Operation::Create);
            assert_eq!(checked, (Values::new(), refused), "{entity:?} {empty:?}");
        }
    }
}
