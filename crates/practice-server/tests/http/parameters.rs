//! Where parameters may stand.

use hotprofile::{Entity, Operation};
use practice_server::Options;
use serde_json::{Value as Json, json};

use crate::caller::Caller;

async fn some_cards() -> Caller {
    Caller::start(Options { records: 40, ..Options::default() }).await
}

#[tokio::test]
async fn query_form_and_nested_json_ask_for_the_same() {
    let caller = some_cards().await;
    let key = caller.server.api_key();
    let flat = [
        ("search[client_name]", "株式会社"),
        ("page[display_number]", "3"),
        ("order[key]", "id"),
        ("order[type]", "desc"),
        ("api_key", key),
    ];
    let nested = json!({
        "api_key": key,
        "search": { "client_name": "株式会社" },
        "page": { "display_number": 3 },
        "order": { "key": "id", "type": "desc" },
    });
    let call = || caller.bare(Entity::BusinessCards, Operation::List);
    let mut answers = Vec::new();
    for request in [call().query(&flat), call().form(&flat), call().json(&nested)] {
        let answer = request.send().await.expect("an answer");
        answers.push(answer.json::<Json>().await.expect("JSON"));
    }
    assert_eq!(answers[0]["business_cards"].as_array().map(Vec::len), Some(3));
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
}

#[tokio::test]
async fn json_is_known_by_its_name_in_any_case() {
    let caller = some_cards().await;
    let body = json!({ "api_key": caller.server.api_key(), "page": { "display_number": 3 } });
    for name in ["APPLICATION/JSON", "application/json; charset=utf-8"] {
        let call = caller.bare(Entity::BusinessCards, Operation::List);
        let call = call.header("content-type", name).body(body.to_string());
        let answer: Json = call.send().await.expect("an answer").json().await.expect("JSON");
        assert_eq!(answer["pages"]["display_number"], 3, "{name}");
    }
}

#[tokio::test]
async fn deeper_names_are_nested_too() {
    let caller = some_cards().await;
    let kana = caller.list(Entity::Clients, &[]).await["clients"][0]["name_kana"].clone();
    let nested = json!({
        "api_key": caller.server.api_key(),
        "search": { "client": { "name_kana": kana } },
    });
    let call = caller.bare(Entity::Leads, Operation::List).json(&nested);
    let answer: Json = call.send().await.expect("an answer").json().await.expect("JSON");
    let flat = [("search[client][name_kana]", kana.as_str().expect("a reading"))];
    assert_eq!(answer, caller.list(Entity::Leads, &flat).await);
}

#[tokio::test]
async fn a_json_body_registers() {
    let caller = some_cards().await;
    let lead = json!({
        "api_key": caller.server.api_key(),
        "client_id": 1,
        "family_name": "森宮",
        "store_flg": true,
        "note": null,
    });
    let call = caller.bare(Entity::Leads, Operation::Create).json(&lead);
    assert_eq!(call.send().await.expect("an answer").status(), 200);
    let newest = [("order[key]", "id"), ("order[type]", "desc")];
    let lead = &caller.list(Entity::Leads, &newest).await["leads"][0];
    assert_eq!((&lead["family_name"], &lead["store_flg"]), (&json!("森宮"), &json!("○")));
}

#[tokio::test]
async fn the_query_comes_before_the_body() {
    let caller = some_cards().await;
    let call = caller.bare(Entity::Clients, Operation::List);
    let query = [("page[display_number]", "1"), ("api_key", caller.server.api_key())];
    let form = [("page[display_number]", "2")];
    let answer = call.query(&query).form(&form).send().await.expect("an answer");
    let answer: Json = answer.json().await.expect("JSON");
    assert_eq!(answer["pages"]["display_number"], 1);
}
