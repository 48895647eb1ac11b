//! The client and the practice server together: what a person's work comes to, fault by fault.

use std::time::{Duration, Instant};

use hotprofile::check::Values;
use hotprofile::client::Patience;
use hotprofile::error::Strange;
use hotprofile::limit::Allowance;
use hotprofile::{
    ApiKey, Client, Create, Endpoint, Entity, Error, Gate, List, Listeners, Operation, Update,
    Urgency,
};
use practice_server::{Calls, FailureBody, Fault, Options, PracticeServer};

const CALLS: usize = 100;

async fn server() -> PracticeServer {
    let options = Options { records: 20, ..Options::default() };
    PracticeServer::start(options).await.expect("it starts")
}

fn client_with(server: &PracticeServer, key: &str, period: Duration) -> Client {
    let endpoint = Endpoint::practice(server.address()).expect("a loopback address");
    let gate = Gate::new(Allowance { calls: CALLS, period }, None, Listeners::default());
    let patience = Patience { whole: Duration::from_secs(2), ..Patience::default() };
    Client::with_patience(endpoint, ApiKey::new(key), gate, patience).expect("a client")
}

fn client(server: &PracticeServer) -> Client {
    client_with(server, server.api_key(), Duration::from_millis(100))
}

fn values<const N: usize>(pairs: [(&str, &str); N]) -> Values {
    pairs.map(|(key, value)| (key.to_owned(), value.to_owned())).into()
}

fn company(name: &str) -> Create {
    Create::new(Entity::Clients, &values([("name", name), ("name_disp", name)])).expect("valid")
}

fn list(entity: Entity, search: &Values) -> List {
    List::new(entity, search, None, 1, 20).expect("valid")
}

fn newest() -> List {
    List::newest(Entity::BusinessCards, 1, 1).expect("valid")
}

async fn companies_called(client: &Client, name: &str) -> u32 {
    let request = list(Entity::Clients, &values([("search[name]", name)]));
    client.list(&request, Urgency::Person).await.expect("an answer").total_count
}

#[tokio::test]
async fn a_memo_of_3000_japanese_characters_comes_back_whole() {
    let server = server().await;
    let client = client(&server);
    let company = client.create(&company("長文の会社"), Urgency::Person).await.expect("an id");
    let memo = "商談の記録、髙﨑。".chars().cycle().take(3_000).collect::<String>();
    let card = values([
        ("client_id", &company.to_string()),
        ("family_name", "長文"),
        ("status", "1"),
        ("open_status", "1"),
        ("note", &memo),
    ]);
    let card = Create::new(Entity::BusinessCards, &card).expect("valid");
    let id = client.create(&card, Urgency::Person).await.expect("an id");
    let search = values([("search[family_name]", "長文")]);
    let page = client.list(&list(Entity::BusinessCards, &search), Urgency::Person).await;
    let page = page.expect("an answer");
    assert_eq!(page.records[0].id, Some(id));
    assert_eq!(page.records[0].fields["note"], memo);
}

#[tokio::test]
async fn a_record_is_changed() {
    let server = server().await;
    let client = client(&server);
    let id = client.create(&company("旧社名"), Urgency::Person).await.expect("an id");
    let change = values([("id", &id.to_string()), ("name", "新社名")]);
    let change = Update::new(Entity::Clients, &change).expect("valid");
    assert_eq!(client.update(&change, Urgency::Person).await, Ok(id));
    assert_eq!(companies_called(&client, "新社名").await, 1);
}

#[tokio::test]
async fn a_wrong_key_is_told_apart() {
    let server = server().await;
    let client = client_with(&server, "another", Duration::from_millis(100));
    assert_eq!(client.probe(&newest()).await, Err(Error::KeyNotAccepted));
}

#[tokio::test]
async fn a_registration_whose_answer_is_lost_is_sent_once() {
    let server = server().await;
    let client = client(&server);
    let lost = [
        (Fault::CloseAfter, Error::Cut { sent: true }),
        (Fault::CloseBefore, Error::Cut { sent: true }),
        (Fault::Truncated, Error::Cut { sent: true }),
        (Fault::DelayAfter(Duration::from_mins(1)), Error::TimedOut { sent: true }),
        (Fault::Html, Error::NotUnderstood(Strange::WebPage)),
    ];
    for (fault, error) in lost {
        server.faults().next(1, Calls::of(Operation::Create), fault.clone());
        let before = server.arrivals().len();
        let answer = client.create(&company("一度だけ"), Urgency::Person).await;
        assert_eq!(answer, Err(error.clone()), "{fault:?}");
        assert!(error.may_have_arrived(), "{fault:?}");
        assert_eq!(server.arrivals().len() - before, 1, "{fault:?}");
    }
}

#[tokio::test]
async fn a_gateway_that_gives_up_leaves_a_registration_uncertain() {
    let server = server().await;
    let client = client(&server);
    let fault = Fault::Failure { status: 504, body: FailureBody::Html, stored: true };
    server.faults().next(1, Calls::of(Operation::Create), fault);
    let error = client.create(&company("預かり"), Urgency::Person).await.expect_err("a fault");
    assert!(matches!(&error, Error::Refused { status: 504, text } if !text.contains('<')));
    assert!(error.may_have_arrived());
    assert_eq!(companies_called(&client, "預かり").await, 1);
}

#[tokio::test]
async fn a_list_is_asked_for_again_after_passing_faults() {
    let server = server().await;
    let client = client(&server);
    let down = |status| Fault::Failure { status, body: FailureBody::Empty, stored: false };
    for passing in [Fault::CloseBefore, Fault::Truncated, down(500), down(502), down(503)] {
        server.faults().next(2, Calls::ALL, passing.clone());
        let before = server.arrivals().len();
        let page = client.list(&list(Entity::Clients, &Values::new()), Urgency::Background).await;
        assert!(page.is_ok(), "{passing:?}: {page:?}");
        assert_eq!(server.arrivals().len() - before, 3, "{passing:?}");
    }
}

#[tokio::test]
async fn a_fault_that_lasts_is_told_after_three_attempts() {
    let server = server().await;
    server.faults().every(Calls::ALL, Fault::CloseBefore);
    let page = client(&server).list(&list(Entity::Clients, &Values::new()), Urgency::Person).await;
    assert_eq!(page, Err(Error::Cut { sent: true }));
    assert_eq!(server.arrivals().len(), 3);
}

#[tokio::test]
async fn a_list_that_nobody_answers_is_told_to_a_person_after_one_attempt() {
    let server = server().await;
    server.faults().every(Calls::ALL, Fault::DelayAfter(Duration::from_mins(1)));
    let page = client(&server).list(&list(Entity::Clients, &Values::new()), Urgency::Person).await;
    assert_eq!(page, Err(Error::TimedOut { sent: true }));
    assert_eq!(server.arrivals().len(), 1);
}

#[tokio::test]
async fn a_limit_that_is_over_at_once_is_no_leave_to_hammer() {
    let server = server().await;
    let at_once = Fault::TooMany { retry_after: Some("0".to_owned()) };
    server.faults().every(Calls::ALL, at_once);
    let page = client(&server).list(&list(Entity::Clients, &Values::new()), Urgency::Person).await;
    assert!(matches!(page, Err(Error::LimitReached { .. })), "{page:?}");
    let arrivals = server.arrivals();
    assert_eq!(arrivals.len(), 3);
    assert!(arrivals[1] - arrivals[0] >= Duration::from_millis(250));
    assert!(arrivals[2] - arrivals[1] >= Duration::from_millis(500));
}

#[tokio::test]
async fn a_429_closes_the_gate_until_its_time_for_everyone() {
    let server = server().await;
    let client = client(&server);
    let second = Fault::TooMany { retry_after: Some("1".to_owned()) };
    server.faults().next(1, Calls::ALL, second);
    let registered = client.create(&company("混雑"), Urgency::Person).await;
    assert!(registered.is_ok(), "{registered:?}");
    let arrivals = server.arrivals();
    assert_eq!(arrivals.len(), 2);
    assert!(arrivals[1] - arrivals[0] >= Duration::from_secs(1));
}

#[tokio::test]
async fn a_try_does_not_wait_for_the_limit() {
    let server = server().await;
    for (said, expected) in [(Some("90"), 90), (None, 60)] {
        let client = client_with(&server, server.api_key(), Duration::from_mins(1));
        let busy = Fault::TooMany { retry_after: said.map(str::to_owned) };
        server.faults().next(1, Calls::ALL, busy);
        let told = client.probe(&newest()).await;
        let expected = Duration::from_secs(expected);
        assert!(
            matches!(told, Err(Error::LimitReached { retry_after }) if retry_after >= expected),
            "{told:?}"
        );
        let before = server.arrivals().len();
        assert!(matches!(client.probe(&newest()).await, Err(Error::LimitReached { .. })));
        assert_eq!(server.arrivals().len(), before, "the gate is closed");
    }
    assert_eq!(client(&server).probe(&newest()).await.map(|page| page.total_count), Ok(20));
}

#[tokio::test]
async fn of_250_calls_at_once_no_period_holds_more_than_are_allowed() {
    let period = Duration::from_secs(1);
    // It refuses none: what arrives is what the client let through.
    let allowance = practice_server::Allowance { calls: usize::MAX, period };
    let server = PracticeServer::start(Options { allowance, ..Options::default() });
    let server = server.await.expect("it starts");
    let client = client_with(&server, server.api_key(), period);
    let flights = (0..250).map(|_| {
        let client = client.clone();
        tokio::spawn(async move {
            let request = list(Entity::Clients, &Values::new());
            client.list(&request, Urgency::Background).await
        })
    });
    for flight in flights.collect::<Vec<_>>() {
        flight.await.expect("no panic").expect("an answer");
    }
    let arrivals = server.arrivals();
    assert_eq!(arrivals.len(), 250);
    let within = |start: &Instant| {
        arrivals.iter().filter(|time| **time >= *start && **time < *start + period).count()
    };
    assert!(arrivals.iter().map(within).max() <= Some(CALLS));
}
