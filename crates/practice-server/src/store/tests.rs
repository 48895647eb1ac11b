use std::collections::BTreeMap;

use hotprofile::contract::{Matching, Search};
use jiff::civil::date;

use super::*;
use crate::{choices, sample};

/// A record as the view shows it: text by field.
type Seen = BTreeMap<&'static str, Option<String>>;

async fn filled() -> Store {
    let store = Store::open(None, None).await.expect("a store");
    store.refill(|| sample::invent(1, 300, date(2026, 11, 1))).await.expect("it is filled");
    store
}

async fn seen(store: &Store, entity: Entity) -> Vec<Seen> {
    store
        .with(move |connection| {
            let mut statement =
                connection.prepare(&format!("SELECT * FROM listed_{}", entity.key()))?;
            let fields = entity.record().fields;
            let rows = statement.query_map([], |row| {
                fields.iter().map(|field| Ok((field.key, text(row.get(field.key)?)))).collect()
            })?;
            Ok::<_, PracticeError>(rows.collect::<Result<Vec<Seen>, _>>()?)
        })
        .await
        .expect("the records")
}

fn text(value: rusqlite::types::Value) -> Option<String> {
    use rusqlite::types::Value;
    match value {
        Value::Integer(number) => Some(number.to_string()),
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// A term that this value is found by, where there is one.
fn term(matching: Matching, value: &str) -> String {
    match matching {
        Matching::Partial | Matching::PartialNumber | Matching::PartialSecondLanguage => {
            let line = value.lines().next().unwrap_or_default();
            let part: String = line.chars().skip(1).take(4).collect();
            part.trim().to_ascii_uppercase()
        }
        Matching::Words => {
            let words: Vec<_> = value.split_whitespace().collect();
            format!("{}　{}", words[0], words[words.len() - 1].to_ascii_uppercase())
        }
        Matching::FromDay | Matching::ToDay => value[..10].to_owned(),
        Matching::AnyOf => format!("{value},1"),
        Matching::Status => "2".to_owned(),
        Matching::FromDegrees | Matching::ToDegrees => {
            value.split('.').next().unwrap_or(value).to_owned()
        }
        _ => value.to_owned(),
    }
}

/// Whether the contract's words say that a term finds this value.
fn finds(matching: Matching, value: Option<&str>, term: &str) -> bool {
    let number = |text: &str| text.parse::<f64>().expect("a number");
    let (value, term) = match (matching, value) {
        (Matching::Flag, value) => return (value == Some("1")) == (term == "1"),
        (_, None) => return false,
        (_, Some(value)) => (value.to_ascii_lowercase(), term.to_ascii_lowercase()),
    };
    match matching {
        Matching::Partial | Matching::PartialNumber | Matching::PartialSecondLanguage => {
            value.contains(&term)
        }
        Matching::Words => term.split_whitespace().all(|word| value.contains(word)),
        Matching::Exact => value == term,
        Matching::FromId | Matching::FromDegrees => number(&value) >= number(&term),
        Matching::ToId | Matching::ToDegrees => number(&value) <= number(&term),
        Matching::FromDay => value[..10] >= *term,
        Matching::ToDay => value[..10] <= *term,
        Matching::FromMoment => value >= term,
        Matching::ToMoment => value <= term,
        Matching::AnyOf => term.split(',').any(|id| id == value),
        Matching::Status => {
            let status = |choice: &&choices::Listed| choice.of == "lead_status";
            let mut statuses = choices::ALL.iter().filter(status);
            statuses.any(|choice| choice.id.to_string() == value && choice.active == (term == "1"))
        }
        Matching::Flag => unreachable!("answered above"),
    }
}

async fn found(store: &Store, entity: Entity, search: &Search, term: &str) -> Vec<i64> {
    let mut ids = Vec::new();
    for number in 1.. {
        let parameters = [
            (search.parameter, term),
            ("page[display_number]", "100"),
            ("page[number]", &number.to_string()),
        ];
        let parameters = parameters.map(|(key, text)| (key.to_owned(), text.to_owned()));
        let page = store.list(entity, parameters.into()).await.expect("a page");
        let records = page[entity.key()].as_array().expect("a list");
        ids.extend(records.iter().map(|record| record["id"].as_i64().expect("an id")));
        if records.is_empty() {
            break;
        }
    }
    ids
}

#[tokio::test]
async fn every_search_parameter_finds_what_it_should_and_nothing_else() {
    let store = filled().await;
    for entity in Entity::ALL {
        let records = seen(&store, entity).await;
        for (field, search) in entity.record().searches() {
            let terms = records.iter().filter_map(|record| record[field.key].as_deref());
            let term =
                terms.map(|value| term(search.matching, value)).find(|term| !term.is_empty());
            let term = match search.matching {
                Matching::Flag => "1".to_owned(),
                _ => term.unwrap_or_else(|| panic!("no record has {}", field.key)),
            };
            let expected: Vec<i64> = records
                .iter()
                .filter(|record| finds(search.matching, record[field.key].as_deref(), &term))
                .map(|record| record["id"].as_deref().expect("an id").parse().expect("a number"))
                .collect();
            let name = format!("{} {} = {term}", entity.key(), search.parameter);
            assert!(!expected.is_empty(), "{name}");
            assert_eq!(found(&store, entity, search, &term).await, expected, "{name}");
        }
    }
}

#[tokio::test]
async fn several_searches_hold_together() {
    let store = filled().await;
    let parameters = [("search[from_id]", "5"), ("search[to_id]", "9"), ("search[name]", "株")];
    let parameters = parameters.map(|(key, text)| (key.to_owned(), text.to_owned()));
    let page = store.list(Entity::Clients, parameters.into()).await.expect("a page");
    let records = seen(&store, Entity::Clients).await;
    let expected = records[4..9]
        .iter()
        .filter(|record| finds(Matching::Partial, record["name"].as_deref(), "株"));
    assert_eq!(page["pages"]["total_count"], expected.count());
}

#[tokio::test]
async fn listed_records_look_as_they_did() {
    let store = filled().await;
    for entity in Entity::ALL {
        let page = store.list(entity, Values::new()).await.expect("a page");
        insta::assert_json_snapshot!(entity.key(), page[entity.key()][3]);
    }
}
