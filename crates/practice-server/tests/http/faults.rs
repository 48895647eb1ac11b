//! Faults that are switched on.

use std::time::Duration;

use hotprofile::{Entity, Operation};
use practice_server::{Calls, FailureBody, Fault, Options};
use reqwest::redirect::Policy;
use rstest::rstest;

use crate::caller::Caller;

const COMPANY: [(&str, &str); 2] = [("name", "株式会社霧笛"), ("name_disp", "霧笛")];

async fn faulty(fault: Fault) -> Caller {
    let mut caller = Caller::start(Options::default()).await;
    let client = reqwest::Client::builder().no_proxy().redirect(Policy::none());
    caller.client = client.build().expect("a client");
    caller.server.faults().next(1, Calls::of(Operation::Create), fault);
    caller
}

async fn create(caller: &Caller) -> reqwest::Result<reqwest::Response> {
    let request = caller.bare(Entity::Clients, Operation::Create).query(&COMPANY);
    request.query(&[("api_key", caller.server.api_key())]).send().await
}

async fn stored(caller: &Caller) -> usize {
    caller.ids(Entity::Clients, &[]).await.len()
}

#[rstest]
#[case::before(Fault::CloseBefore, 0)]
#[case::after(Fault::CloseAfter, 1)]
#[tokio::test]
async fn a_connection_is_closed_without_an_answer(#[case] fault: Fault, #[case] count: usize) {
    let caller = faulty(fault).await;
    assert!(create(&caller).await.is_err());
    assert_eq!(stored(&caller).await, count);
    assert_eq!(create(&caller).await.expect("an answer").status(), 200);
}

#[rstest]
#[case(503, FailureBody::Json, false, 0)]
#[case(400, FailureBody::Echo, false, 0)]
#[case(502, FailureBody::Html, false, 0)]
#[case(504, FailureBody::Empty, true, 1)]
#[tokio::test]
async fn a_failing_status_comes_with_what_was_asked_for(
    #[case] status: u16,
    #[case] body: FailureBody,
    #[case] carried_out: bool,
    #[case] count: usize,
) {
    let caller = faulty(Fault::Failure { status, body, stored: carried_out }).await;
    let answer = create(&caller).await.expect("an answer");
    assert_eq!(answer.status(), status);
    let text = answer.text().await.expect("text");
    match body {
        FailureBody::Json => assert!(text.starts_with("{\"errors\":"), "{text}"),
        FailureBody::Echo => assert!(text.contains("api_key=practice-"), "{text}"),
        FailureBody::Html => assert!(text.starts_with("<html>"), "{text}"),
        FailureBody::Empty => assert_eq!(text, ""),
    }
    assert_eq!(stored(&caller).await, count);
}

#[rstest]
#[case::seconds(Some("7"))]
#[case::date(Some("Fri, 31 Dec 2027 23:59:59 GMT"))]
#[case::nothing(None)]
#[tokio::test]
async fn too_many_calls_come_with_the_moment_asked_for(#[case] retry_after: Option<&str>) {
    let caller = faulty(Fault::TooMany { retry_after: retry_after.map(str::to_owned) }).await;
    let answer = create(&caller).await.expect("an answer");
    assert_eq!(answer.status(), 429);
    let header = answer.headers().get("retry-after");
    assert_eq!(header.map(|text| text.to_str().expect("text")), retry_after);
    assert_eq!(stored(&caller).await, 0);
}

#[tokio::test]
async fn an_answer_breaks_off_in_the_middle() {
    let caller = faulty(Fault::Truncated).await;
    let answer = create(&caller).await.expect("a head");
    assert_eq!(answer.status(), 200);
    assert!(answer.text().await.is_err());
    assert_eq!(stored(&caller).await, 1);
}

#[tokio::test]
async fn a_web_page_comes_in_place_of_json() {
    let caller = faulty(Fault::Html).await;
    let answer = create(&caller).await.expect("an answer");
    assert_eq!(answer.status(), 200);
    assert!(answer.text().await.expect("text").starts_with("<html>"));
    assert_eq!(stored(&caller).await, 0);
}

#[tokio::test]
async fn a_redirect_leads_elsewhere() {
    let caller = faulty(Fault::Redirect("https://login.example/".to_owned())).await;
    let answer = create(&caller).await.expect("an answer");
    assert_eq!(answer.status(), 302);
    assert_eq!(answer.headers()["location"], "https://login.example/");
    assert_eq!(stored(&caller).await, 0);
}

#[rstest]
#[case::before(Fault::DelayBefore(Duration::from_hours(1)), 0)]
#[case::after(Fault::DelayAfter(Duration::from_hours(1)), 1)]
#[tokio::test]
async fn an_answer_waits_before_or_after_the_record_is_stored(
    #[case] fault: Fault,
    #[case] count: usize,
) {
    let caller = faulty(fault).await;
    let mut waiting = Box::pin(create(&caller));
    // The limit ends this loop where the record is never stored.
    for _ in 0..50 {
        tokio::select! {
            biased;
            _ = &mut waiting => panic!("it did not wait"),
            found = stored(&caller) => if count == 1 && found == 1 { break },
        }
    }
    assert_eq!(stored(&caller).await, count);
}

#[tokio::test]
async fn a_short_delay_ends_in_the_usual_answer() {
    for fault in [Fault::DelayBefore, Fault::DelayAfter] {
        let caller = faulty(fault(Duration::from_millis(1))).await;
        assert_eq!(create(&caller).await.expect("an answer").status(), 200);
    }
}

#[tokio::test]
async fn faults_befall_the_calls_they_are_meant_for_in_order() {
    let caller = Caller::start(Options::default()).await;
    let failing = |status| Fault::Failure { status, body: FailureBody::Empty, stored: false };
    let leads = Calls { entity: Some(Entity::Leads), operation: None };
    let faults = caller.server.faults();
    faults.next(2, leads, failing(500));
    faults.next(1, Calls::of(Operation::List), failing(502));
    faults.every(Calls::ALL, failing(503));
    let status = async |entity| caller.call(entity, Operation::List, &[]).await.status().as_u16();
    assert_eq!(status(Entity::Clients).await, 502);
    assert_eq!(status(Entity::Clients).await, 503);
    assert_eq!(status(Entity::Leads).await, 500);
    assert_eq!(status(Entity::Leads).await, 500);
    assert_eq!(status(Entity::Leads).await, 503);
    faults.clear();
    assert_eq!(status(Entity::Leads).await, 200);
}

/// A card with a telephone number and a memo, then changed under this fault.
async fn card_changed_under(fault: Fault, change: &[(&str, &str)]) -> serde_json::Value {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    let id = [("id", "1"), ("client_id", "1")];
    let card = [&id[..], &[("tel", "03-0000-1234"), ("note", "覚え書き")]].concat();
    caller.id(Entity::BusinessCards, Operation::Update, &card).await;
    caller.server.faults().next(1, Calls::of(Operation::Update), fault);
    caller.id(Entity::BusinessCards, Operation::Update, &[&id[..], change].concat()).await;
    caller.list(Entity::BusinessCards, &[]).await["business_cards"][0].clone()
}

#[tokio::test]
async fn an_update_empties_what_it_was_not_sent() {
    let fault = Fault::empties_the_rest(Entity::BusinessCards);
    let card = card_changed_under(fault, &[("tel", "03-0000-9999")]).await;
    assert_eq!(card["tel"], "03-0000-9999");
    assert_eq!(card["note"], serde_json::Value::Null);
    assert_ne!(card["name"], serde_json::Value::Null, "what a card needs stays");
}

#[tokio::test]
async fn an_update_changes_a_field_that_it_was_not_sent() {
    let more = [("tel", "03-0000-0000"), ("note", "別の覚え書き")];
    let more = more.map(|(key, text)| (key.to_owned(), text.to_owned()));
    let card = card_changed_under(Fault::Adds(more.into()), &[("tel", "03-0000-9999")]).await;
    assert_eq!((&card["tel"], &card["note"]), (&"03-0000-9999".into(), &"別の覚え書き".into()));
}

#[tokio::test]
async fn an_update_empties_nothing() {
    let change = [("tel", "03-0000-9999"), ("note", "")];
    let card = card_changed_under(Fault::IgnoresEmpty, &change).await;
    assert_eq!((&card["tel"], &card["note"]), (&"03-0000-9999".into(), &"覚え書き".into()));
}
