//! The description, compared with the contract and with what the server does.

use std::collections::{BTreeMap, BTreeSet};

use hotprofile::contract::Presence;
use hotprofile::{Entity, Operation};
use practice_server::{Options, openapi};
use serde_json::Value as Json;

use crate::caller::Caller;

fn described() -> Json {
    serde_json::to_value(openapi::description()).expect("JSON")
}

/// The parameters of an operation, and whether each is required.
fn parameters(description: &Json, path: &str) -> BTreeMap<String, bool> {
    let parameters = description["paths"][path]["post"]["parameters"].as_array();
    let parameters = parameters.expect("parameters").iter();
    parameters
        .map(|parameter| {
            let name = parameter["name"].as_str().expect("a name").to_owned();
            (name, parameter["required"] == true)
        })
        .collect()
}

/// By the numbers that the service publishes.
#[test]
fn it_has_every_published_parameter() {
    let description = described();
    let paths = description["paths"].as_object().expect("paths");
    let counts: Vec<_> =
        paths.keys().map(|path| (path.as_str(), parameters(&description, path).len())).collect();
    let expected = [
        ("/rest_api/v1/business_cards/create", 27),
        ("/rest_api/v1/business_cards/get_entry_list", 33),
        ("/rest_api/v1/business_cards/update", 28),
        ("/rest_api/v1/clients/create", 23),
        ("/rest_api/v1/clients/get_entry_list_flow", 31),
        ("/rest_api/v1/clients/update", 24),
        ("/rest_api/v1/leads/create", 37),
        ("/rest_api/v1/leads/get_entry_list_flow", 66),
        ("/rest_api/v1/leads/update", 38),
    ];
    assert_eq!(counts, expected);
}

#[test]
fn what_is_written_is_required_where_the_contract_says_so() {
    let description = described();
    for entity in Entity::ALL {
        for operation in [Operation::Create, Operation::Update] {
            let record = entity.record();
            let written = record.written(operation).into_iter();
            let expected: BTreeMap<_, _> = written
                .map(|(field, write)| (field.key.to_owned(), write.presence == Presence::Required))
                .collect();
            assert_eq!(parameters(&description, &record.path(operation)), expected);
        }
    }
}

#[tokio::test]
async fn a_listed_record_has_every_field_that_it_names() {
    let description = described();
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    for entity in Entity::ALL {
        let path = entity.record().path(Operation::List);
        let answer = &description["paths"][path]["post"]["responses"]["200"];
        let page = &answer["content"]["application/json"]["schema"]["properties"];
        let named = page[entity.key()]["items"]["properties"].as_object().expect("fields");
        let page = caller.list(entity, &[]).await;
        let listed = page[entity.key()][0].as_object().expect("a record");
        let mut listed: BTreeSet<_> = listed.keys().collect();
        // The field that no table lists.
        assert!(listed.remove(&"updated_user_name".to_owned()));
        assert_eq!(listed, named.keys().collect());
    }
}
