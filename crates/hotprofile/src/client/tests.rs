mod answers;

use std::net::SocketAddr;
use std::time::Duration;

use rstest::rstest;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::*;
use crate::check::Values;
use crate::contract::Entity;
use crate::endpoint::Host;
use crate::error::Strange;
use crate::limit::{Allowance, Listeners};

const KEY: &str = "Key-of+the/tests 1";

fn gate() -> Arc<Gate> {
    Gate::new(Allowance { calls: 100, period: Duration::from_secs(1) }, None, Listeners::default())
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
    let error = client_of(&server).probe(&first_page(Entity::BusinessCards)).await;
    assert_eq!(error, Err(Error::NotUnderstood(Strange::Redirect)));
    assert!(elsewhere.received_requests().await.expect("recorded").is_empty());
}

/// Times short enough for a test, with room for a slow machine where nothing is to happen.
const HURRIED: Patience = Patience {
    connect: Duration::from_millis(300),
    whole: Duration::from_millis(900),
    at_gate: Duration::from_secs(30),
};

fn hurried(endpoint: Endpoint) -> Client {
    Client::with_patience(endpoint, ApiKey::new(KEY), gate(), HURRIED).expect("certificates")
}

fn https_to(address: SocketAddr) -> Endpoint {
    let host = format!("localhost:{}", address.port());
    Endpoint::Https(Host::parse(&host).expect("a host"))
}

/// A socket that answers every connection with these bytes once something came, and closes it.
async fn socket_saying(bytes: &'static [u8]) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.read(&mut [0; 4_096]).await;
            let _ = stream.write_all(bytes).await;
        }
    });
    address
}

/// A socket that takes connections and never says anything.
async fn silent_socket() -> (TcpListener, SocketAddr) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    (listener, address)
}

#[tokio::test]
async fn where_nothing_listens_is_not_reachable() {
    let (listener, address) = silent_socket().await;
    drop(listener);
    for endpoint in [https_to(address), Endpoint::practice(address).expect("loopback")] {
        assert_eq!(
            hurried(endpoint).probe(&first_page(Entity::BusinessCards)).await,
            Err(Error::NotReachable)
        );
    }
}

#[tokio::test]
async fn a_name_that_nobody_has_is_not_reachable() {
    let host = Host::parse("nobody.hot-profile.invalid").expect("a host");
    let client = Client::new(Endpoint::Https(host), ApiKey::new(KEY), gate());
    assert_eq!(
        client.expect("certificates").probe(&first_page(Entity::BusinessCards)).await,
        Err(Error::NotReachable)
    );
}

#[tokio::test]
async fn what_speaks_no_https_is_not_reachable() {
    let address = socket_saying(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
    assert_eq!(
        hurried(https_to(address)).probe(&first_page(Entity::BusinessCards)).await,
        Err(Error::NotReachable)
    );
}

#[tokio::test]
async fn a_connection_that_is_not_secured_in_time_has_sent_nothing() {
    let (_listener, address) = silent_socket().await;
    let error = Error::TimedOut { sent: false };
    assert_eq!(
        hurried(https_to(address)).probe(&first_page(Entity::BusinessCards)).await,
        Err(error)
    );
}

#[tokio::test]
async fn a_connection_that_breaks_before_it_is_secured_has_sent_nothing() {
    let address = socket_saying(b"").await;
    let error = Error::Cut { sent: false };
    assert_eq!(
        hurried(https_to(address)).probe(&first_page(Entity::BusinessCards)).await,
        Err(error)
    );
}

#[tokio::test]
async fn an_answer_that_does_not_come_in_time_leaves_open_whether_the_call_arrived() {
    let (_listener, address) = silent_socket().await;
    let client = hurried(Endpoint::practice(address).expect("loopback"));
    assert_eq!(
        client.probe(&first_page(Entity::BusinessCards)).await,
        Err(Error::TimedOut { sent: true })
    );
}

#[rstest]
#[case(b"")]
#[case(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n{\"clients\": [")]
#[case(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope")]
#[case(b"nonsense\r\n\r\n")]
#[tokio::test]
async fn a_connection_that_breaks_later_leaves_open_whether_the_call_arrived(
    #[case] bytes: &'static [u8],
) {
    let address = socket_saying(bytes).await;
    let client = hurried(Endpoint::practice(address).expect("loopback"));
    assert_eq!(
        client.probe(&first_page(Entity::BusinessCards)).await,
        Err(Error::Cut { sent: true })
    );
}

#[rstest]
#[case(Some("7"), 7)]
#[case(Some("Mon, 23 Nov 2026 12:00:30 GMT"), 30)]
#[case(Some("Mon, 23 Nov 2026 11:00:00 GMT"), 0)]
#[case(Some("soon"), 60)]
#[case(None, 60)]
#[case(Some("Monday, 23-Nov-26 12:00:30 GMT"), 30)]
#[case(Some("Mon Nov 23 12:00:30 2026"), 30)]
#[case(Some("7200"), 7_200)]
#[case(Some("99999999999999999999999"), 86_400)]
#[case(Some("-1"), 60)]
#[tokio::test]
async fn the_time_to_return_is_read_in_both_its_forms(
    #[case] retry_after: Option<&str>,
    #[case] seconds: u64,
) {
    let busy = ResponseTemplate::new(429).insert_header("Date", "Mon, 23 Nov 2026 12:00:00 GMT");
    let busy = match retry_after {
        Some(text) => busy.insert_header("Retry-After", text),
        None => busy,
    };
    let server = answering(busy).await;
    let endpoint = Endpoint::practice(*server.address()).expect("loopback");
    let gate = Gate::new(Allowance::PUBLISHED, None, Listeners::default());
    let client = Client::new(endpoint, ApiKey::new(KEY), gate).expect("a client");
    let answer = client.probe(&first_page(Entity::BusinessCards)).await;
    let Err(Error::LimitReached { retry_after }) = answer else { panic!("{answer:?}") };
    // At most half a second spreads the machines that share the key.
    let asked = Duration::from_secs(seconds);
    let spread = Duration::from_millis(500);
    assert!((asked..=asked + spread).contains(&retry_after), "{retry_after:?}");
}

#[tokio::test]
async fn a_service_in_trouble_is_left_alone_for_as_long_as_it_asks() {
    let down = ResponseTemplate::new(503).insert_header("Retry-After", "86400");
    let server = answering(down).await;
    let client = client_of(&server);
    let answer = client.create(&card(""), Urgency::Person).await;
    assert_eq!(answer, Err(Error::Refused { status: 503, text: String::new() }));
    let Err(Error::LimitReached { retry_after }) =
        client.probe(&first_page(Entity::BusinessCards)).await
    else {
        panic!("the gate is open")
    };
    assert!(retry_after > Duration::from_mins(50), "{retry_after:?}");
    only_request(&server).await;
}

#[tokio::test]
async fn what_is_made_once_is_not_made_again() {
    let busy = ResponseTemplate::new(429).insert_header("Retry-After", "0");
    let server = answering(busy).await;
    let change = [("id", "1"), ("name", "株式会社見本")];
    let change = change.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    let change = Update::new(Entity::Clients, &change).expect("all rules kept");
    let (client, wait) = (client_of(&server), Duration::from_secs(5));
    let pass = client.pass(Urgency::Person, wait).await.expect("a free slot");
    let changed = client.update_once(&change, pass).await;
    assert!(matches!(changed, Err(Error::LimitReached { .. })), "{changed:?}");
    let pass = client.pass(Urgency::Person, wait).await.expect("a free slot");
    let created = client.create_once(&card(""), pass).await;
    assert!(matches!(created, Err(Error::LimitReached { .. })), "{created:?}");
    let requests = server.received_requests().await.expect("recorded");
    let paths: Vec<_> = requests.iter().map(|request| request.url.path()).collect();
    let prefix = "/rest_api/v1/";
    assert_eq!(
        paths,
        [format!("{prefix}clients/update"), format!("{prefix}business_cards/create")]
    );
}

#[tokio::test]
async fn a_call_leaves_one_fewer() {
    let server = answering(ResponseTemplate::new(200).set_body_json(json!({"id": 7}))).await;
    let endpoint = Endpoint::practice(*server.address()).expect("loopback");
    let gate = Gate::new(Allowance::PUBLISHED, None, Listeners::default());
    let client = Client::new(endpoint, ApiKey::new(KEY), gate).expect("a client");
    let change = [("id", "7"), ("name", "株式会社見本")];
    let change = change.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    let change = Update::new(Entity::Clients, &change).expect("all rules kept");
    assert_eq!(client.left().await.left, 100);
    assert_eq!(client.update(&change, Urgency::Person).await, Ok(7));
    assert_eq!(client.left().await.left, 99);
}

#[tokio::test]
async fn no_patience_is_longer_than_the_longest_call() {
    let endpoint = Endpoint::practice(([127, 0, 0, 1], 1).into()).expect("loopback");
    let patience = Patience { whole: Duration::from_mins(2), ..Patience::default() };
    let client = Client::with_patience(endpoint, ApiKey::new(KEY), gate(), patience);
    assert_eq!(client.expect("a client").http.patience().whole, LONGEST_CALL);
}

#[tokio::test]
async fn a_client_prints_no_key() {
    let server = MockServer::start().await;
    assert!(!format!("{:?}", client_of(&server)).contains("Key-of"));
}
