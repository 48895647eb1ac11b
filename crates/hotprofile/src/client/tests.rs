use std::time::Duration;

use serde_json::json;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::*;
use crate::error::Strange;
use crate::limit::Allowance;

const KEY: &str = "Key-of+the/tests 1";

fn gate() -> Arc<Gate> {
    Gate::new(Allowance { calls: 100, period: Duration::from_secs(1) }, None, None)
}

fn client_of(server: &MockServer) -> Client {
    let endpoint = Endpoint::practice(*server.address()).expect("loopback");
    Client::new(endpoint, ApiKey::new(KEY), gate()).expect("no certificates needed")
}

fn card(note: &str) -> Create {
    let values = [
        ("client_id", "1"),
        ("family_name", "𠮷田"),
        ("status", "1"),
        ("open_status", "1"),
        ("note", note),
    ];
    let values = values.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    Create::new(Entity::BusinessCards, &values).expect("all rules kept")
}

fn first_page(entity: Entity) -> List {
    List::new(entity, &Values::new(), None, 1, 20).expect("all rules kept")
}

async fn answering(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(method("POST")).respond_with(answer).mount(&server).await;
    server
}

async fn only_request(server: &MockServer) -> Request {
    let requests = server.received_requests().await.expect("recorded");
    let [request] = requests.as_slice() else { panic!("{} requests", requests.len()) };
    request.clone()
}

#[tokio::test]
async fn a_short_request_travels_in_the_query() {
    let server = answering(ResponseTemplate::new(200).set_body_json(json!({"id": 7}))).await;
    let id = client_of(&server).create(&card("短い"), Urgency::Person).await;
    assert_eq!(id, Ok(7));
    let request = only_request(&server).await;
    assert_eq!(request.url.path(), "/rest_api/v1/business_cards/create");
    assert!(request.body.is_empty());
    let pairs: Values = request.url.query_pairs().into_owned().collect();
    assert_eq!(pairs["api_key"], KEY);
    assert_eq!(pairs["family_name"], "𠮷田");
    assert_eq!(pairs["note"], "短い");
}

#[tokio::test]
async fn a_long_request_travels_in_a_form_with_the_key_and_nothing_in_the_query() {
    let server = answering(ResponseTemplate::new(200).set_body_json(json!({"id": 7}))).await;
    let memo = "備考".repeat(1_500);
    let id = client_of(&server).create(&card(&memo), Urgency::Person).await;
    assert_eq!(id, Ok(7));
    let request = only_request(&server).await;
    assert_eq!(request.url.query(), None);
    assert_eq!(request.headers["content-type"], "application/x-www-form-urlencoded");
    let pairs: Values = url::form_urlencoded::parse(&request.body).into_owned().collect();
    assert_eq!(pairs["api_key"], KEY);
    assert_eq!(pairs["note"], memo);
    assert_eq!(pairs["client_id"], "1");
}

#[tokio::test]
async fn a_list_comes_back_as_records() {
    let server = MockServer::start().await;
    let answer = json!({
        "clients": [{"id": 1, "name": "株式会社見本"}],
        "pages": {"total_count": 1, "total_number": 1, "current_number": 1, "display_number": 20},
    });
    Mock::given(path("/rest_api/v1/clients/get_entry_list_flow"))
        .respond_with(ResponseTemplate::new(200).set_body_json(answer))
        .mount(&server)
        .await;
    let page = client_of(&server).list(&first_page(Entity::Clients), Urgency::Person).await;
    let page = page.expect("an answer");
    assert_eq!(page.records[0].id, Some(1));
    assert_eq!(page.records[0].fields["name"], "株式会社見本");
    assert_eq!(page.total_count, 1);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = answering(ResponseTemplate::new(200)).await;
    let there = ResponseTemplate::new(302).insert_header("Location", elsewhere.uri());
    let server = answering(there).await;
    let error = client_of(&server).probe().await;
    assert_eq!(error, Err(Error::NotUnderstood(Strange::Redirect)));
    assert!(elsewhere.received_requests().await.expect("recorded").is_empty());
}
