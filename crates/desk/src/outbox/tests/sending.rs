use hotprofile::{Entity, Operation};
use practice_server::{Calls, Fault, PracticeServer};

use super::{Desk, card, card_of_new_company, client, company};
use crate::outbox::record::{Stage, Why};

#[tokio::test]
async fn what_is_saved_is_registered_in_order() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    let first = desk.submit(card("山田", client_id)).await;
    let second = desk.submit(card("髙橋", client_id)).await;
    let (first, second) = (desk.until_done(first).await, desk.until_done(second).await);
    assert!(first < second);
    assert_eq!(desk.listed(Entity::BusinessCards).await.len(), 2);
    assert_eq!(desk.outbox.counts().unsent(), 0);
}

#[tokio::test]
async fn a_card_waits_for_its_new_company_and_takes_its_id() {
    let mut desk = Desk::new().await;
    let new = desk.submit(company("株式会社海")).await;
    let waiting = desk.submit(card_of_new_company("山田", new)).await;
    assert_eq!(desk.stage(waiting).await, Stage::Waiting { why: Why::Company, until: None });
    desk.start();
    let client_id = desk.until_done(new).await.to_string();
    desk.until_done(waiting).await;
    let record = desk.outbox.record(waiting).await.unwrap();
    assert_eq!(record.form.values["client_id"], client_id);
    assert_eq!(record.form.client_name.as_deref(), Some("株式会社海"));
    let listed = desk.listed(Entity::BusinessCards).await;
    assert_eq!(listed[0].fields["client_name"], "株式会社海");
}

#[tokio::test]
async fn a_refused_record_holds_up_only_those_that_need_it() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    desk.outbox.stop(std::time::Duration::ZERO).await;
    let refused =
        Fault::Failure { status: 422, body: practice_server::FailureBody::Json, stored: false };
    desk.befall(Operation::Create, refused);
    let new = desk.submit(company("株式会社海")).await;
    let needing = desk.submit(card_of_new_company("山田", new)).await;
    let other = desk.submit(card("髙橋", client_id)).await;
    desk.start();
    desk.until_done(other).await;
    let Stage::Refused { reason } = desk.stage(new).await else { panic!() };
    assert_eq!(reason.status, Some(422));
    assert_eq!(desk.stage(needing).await, Stage::Waiting { why: Why::Company, until: None });

    let draft = desk.outbox.take_back(new).await.unwrap();
    desk.outbox.submit(Some(new), draft.form).await.unwrap();
    desk.until_done(needing).await;
}

#[tokio::test]
async fn without_a_network_everything_waits_and_goes_by_itself_when_it_is_back() {
    let mut desk = Desk::new().await;
    // A port where nobody listens yet.
    let listen = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    desk.outbox.start(client(listen, "key"));
    let new = desk.submit(company("株式会社海")).await;
    let card = desk.submit(card_of_new_company("山田", new)).await;
    desk.until(new, |stage| {
        matches!(stage, Stage::Waiting { why: Why::NotReachable, until: Some(_) })
    })
    .await;
    let back = practice_server::Options {
        listen,
        api_key: "key".to_owned(),
        ..practice_server::Options::default()
    };
    let _server = PracticeServer::start(back).await.unwrap();
    desk.until_done(card).await;
}

#[tokio::test]
async fn a_key_that_is_refused_stops_everything_until_a_person_says_so() {
    let mut desk = Desk::new().await;
    desk.outbox.start(desk.client("another key"));
    let id = desk.submit(company("株式会社海")).await;
    let why = Stage::Waiting { why: Why::KeyNotAccepted, until: None };
    desk.until(id, |stage| *stage == why).await;
    desk.start();
    desk.until_done(id).await;
}

#[tokio::test]
async fn a_limit_reached_at_the_service_is_waited_for() {
    let mut desk = Desk::new().await;
    let fault = Fault::TooMany { retry_after: Some("1".to_owned()) };
    desk.server.faults().next(1, Calls::of(Operation::Create), fault);
    desk.start();
    let id = desk.submit(company("株式会社海")).await;
    desk.until(id, |stage| matches!(stage, Stage::Waiting { why: Why::Limit, until: Some(_) }))
        .await;
    desk.until_done(id).await;
    assert_eq!(desk.listed(Entity::Clients).await.len(), 1);
}
