//! The two descriptions, compared with the contract. That the server keeps to them is tried by
//! `cargo xtask api`.

use std::collections::BTreeMap;

use hotprofile::contract::{Answer, DateFormatOption, Field, Kind, Matching, Presence, Record};
use hotprofile::{Entity, Operation};
use practice_server::openapi::{self, Way};
use serde_json::{Value as Json, json};

/// What is said of a parameter: its type, and whether it is required.
type Said = (&'static str, bool);

fn described(way: Way) -> Json {
    serde_json::to_value(openapi::description(way)).expect("JSON")
}

fn expected(record: &'static Record, operation: Operation) -> BTreeMap<String, Said> {
    if operation == Operation::List {
        return expected_of_list(record);
    }
    let written = record.written(operation).into_iter();
    written
        .map(|(field, write)| {
            let kind = match field.kind {
                Kind::Id { .. } | Kind::OneOf { .. } => "integer",
                Kind::Flag => "boolean",
                _ => "string",
            };
            (field.key.to_owned(), (kind, write.presence == Presence::Required))
        })
        .collect()
}

fn expected_of_list(record: &'static Record) -> BTreeMap<String, Said> {
    let date_format = match record.listing.date_format_option.1 {
        DateFormatOption::Boolean => "boolean",
        DateFormatOption::Integer => "integer",
    };
    let mut expected = BTreeMap::from(
        [
            ("page[number]", "integer"),
            ("page[display_number]", "integer"),
            ("page[date_format_option]", date_format),
            ("order[key]", "string"),
            ("order[type]", "string"),
        ]
        .map(|(name, kind)| (name.to_owned(), (kind, false))),
    );
    expected.extend(record.searches().into_iter().map(|(_, search)| {
        let kind = match search.matching {
            Matching::Exact
            | Matching::FromId
            | Matching::ToId
            | Matching::Flag
            | Matching::Status => "integer",
            _ => "string",
        };
        (search.parameter.to_owned(), (kind, false))
    }));
    expected
}

#[test]
fn it_has_every_parameter_of_the_query_with_its_type() {
    let description = described(Way::Query);
    for (record, operation) in operations() {
        let said = &description["paths"][record.path(operation)]["post"]["parameters"];
        let said: BTreeMap<_, _> = said
            .as_array()
            .expect("parameters")
            .iter()
            .map(|said| {
                assert_eq!(said["in"], "query");
                let name = said["name"].as_str().expect("a name").to_owned();
                (name, (kind(&said["schema"]), said["required"] == true))
            })
            .collect();
        assert_eq!(said, expected(record, operation), "{} {operation:?}", record.key);
    }
}

#[test]
fn it_has_every_parameter_of_a_form_with_its_type() {
    let description = described(Way::Form);
    for (record, operation) in operations() {
        let body = &description["paths"][record.path(operation)]["post"]["requestBody"];
        let form = &body["content"]["application/x-www-form-urlencoded"]["schema"];
        let required: Vec<_> = form["required"].as_array().expect("names").iter().collect();
        let said: BTreeMap<_, _> = form["properties"]
            .as_object()
            .expect("parameters")
            .iter()
            .map(|(name, schema)| (name.clone(), (kind(schema), required.contains(&&json!(name)))))
            .collect();
        let mut expected = expected(record, operation);
        expected.insert("api_key".to_owned(), ("string", true));
        assert_eq!(said, expected, "{} {operation:?}", record.key);
        assert_eq!(form["additionalProperties"], false);
    }
}

#[test]
fn limits_of_length_are_the_published_ones() {
    let description = described(Way::Form);
    for (record, operation) in operations() {
        let body = &description["paths"][record.path(operation)]["post"]["requestBody"];
        let form = &body["content"]["application/x-www-form-urlencoded"]["schema"]["properties"];
        for (field, _) in record.written(operation) {
            let max = match field.kind {
                Kind::Text { max } => json!(max),
                Kind::Digits { max } => json!(max),
                _ => Json::Null,
            };
            assert_eq!(form[field.key]["maxLength"], max, "{} {}", record.key, field.key);
        }
    }
}

#[test]
fn it_has_every_field_of_a_listed_record_with_its_type() {
    let description = described(Way::Query);
    for entity in Entity::ALL {
        let record = entity.record();
        let answer =
            &description["paths"][record.path(Operation::List)]["post"]["responses"]["200"];
        let page = &answer["content"]["application/json"]["schema"]["properties"];
        let said = page[record.key]["items"]["properties"].as_object().expect("fields");
        let said: BTreeMap<_, _> =
            said.iter().map(|(key, schema)| (key.as_str(), answer_kind(schema))).collect();
        let expected: BTreeMap<_, _> = record
            .fields
            .iter()
            .filter_map(|field| Some((field.key, shown(field, field.answer?))))
            .collect();
        assert_eq!(said, expected, "{}", record.key);
    }
}

/// The published type, but where the service was seen to answer something else.
fn shown(field: &Field, answer: Answer) -> String {
    let published = match answer {
        Answer::Text => "string",
        Answer::Integer => "integer int32",
        Answer::Integers => "array of integer",
        Answer::Texts => "array of string",
        Answer::Items => "array of object",
    };
    let seen = match field.key {
        "corporate_number" => "integer int64",
        "business_category_kbn" => "array of string",
        _ => published,
    };
    seen.to_owned()
}

fn answer_kind(schema: &Json) -> String {
    match kind(schema) {
        "array" => format!("array of {}", kind(&schema["items"])),
        "integer" => format!("integer {}", schema["format"].as_str().expect("a format")),
        kind => kind.to_owned(),
    }
}

/// The type of a schema; `null` beside it is left out.
fn kind(schema: &Json) -> &'static str {
    let kinds = ["string", "integer", "boolean", "array", "object"];
    let is = |kind: &&str| {
        let said = &schema["type"];
        *said == json!(kind) || *said == json!([kind, "null"])
    };
    kinds.into_iter().find(is).expect("a type")
}

fn operations() -> impl Iterator<Item = (&'static Record, Operation)> {
    Entity::ALL.into_iter().flat_map(|entity| {
        Operation::ALL.into_iter().map(move |operation| (entity.record(), operation))
    })
}
