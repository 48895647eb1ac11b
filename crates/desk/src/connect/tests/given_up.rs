use std::time::Duration;

use practice_server::{Calls, Fault, PracticeServer};

use super::assert_nothing_kept;
use crate::Desk;
use crate::connection::Connection;
use crate::testing::{KEY, Machine, Mood, TICKET, service};
use crate::trouble::Trouble;

/// Whoever tries leaves once this is so, and then that happens.
async fn given_up_once(
    desk: &Desk,
    service: &PracticeServer,
    session_only: bool,
    is_so: impl Fn() -> bool,
    then: impl FnOnce(),
) -> Result<Connection, Trouble> {
    let give_up = async {
        while !is_so() {
            tokio::task::yield_now().await;
        }
        desk.give_up(TICKET);
        then();
    };
    tokio::join!(desk.connect_to(service, KEY, session_only), give_up).0
}

#[tokio::test]
async fn a_try_that_is_given_up_before_its_answer_keeps_nothing() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let never = Fault::DelayBefore(Duration::from_hours(1));
    service.faults().every(Calls::ALL, never);
    let is_asked = || !service.arrivals().is_empty();
    let tried = given_up_once(&desk, &service, false, is_asked, || ()).await;
    assert_eq!(tried, Err(Trouble::Overtaken));
    assert_eq!(*machine.keychain.asked.lock().unwrap(), [""; 0]);
    assert_nothing_kept(&machine, &desk);
}

#[tokio::test]
async fn a_try_that_is_given_up_while_the_keychain_asks_keeps_nothing_whatever_is_answered() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let unlock = machine.keychain.wait_for_a_person();
    let is_asked = || !machine.keychain.asked.lock().unwrap().is_empty();
    let answer = || {
        unlock.send(()).unwrap();
    };
    let tried = given_up_once(&desk, &service, false, is_asked, answer).await;
    assert_eq!(tried, Err(Trouble::Overtaken));
    assert_nothing_kept(&machine, &desk);
}

#[tokio::test]
async fn a_try_that_is_given_up_when_it_is_listed_already_is_undone_and_switches_nothing() {
    for session_only in [false, true] {
        let (machine, service) = (Machine::new(), service().await);
        let desk = machine.start();
        let practice = desk.practise().await.unwrap().connection;
        let secrets = machine.secrets();
        let is_listed = || !desk.standing("").connections.is_empty();
        // What is open now is held for a moment, so that nothing takes its place.
        let held = desk.open_outbox.lock().await;
        let let_go = || drop(held);
        let tried = given_up_once(&desk, &service, session_only, is_listed, let_go).await;
        assert_eq!(tried, Err(Trouble::Overtaken));
        let standing = desk.standing("");
        assert_eq!((standing.connections, standing.open), (vec![], Some(practice)));
        assert_eq!(machine.settings.saved.lock().unwrap().connections, []);
        assert_eq!(machine.secrets(), secrets);
        assert!(desk.outbox().await.is_ok());
        desk.connect_to(&service, KEY, session_only).await.unwrap();
    }
}

#[tokio::test]
async fn a_connection_of_this_session_stays_as_it_is_when_a_try_to_keep_it_is_given_up() {
    for mood in [Mood::Works, Mood::Missing] {
        let (machine, service) = (Machine::new(), service().await);
        let desk = machine.start();
        let session = desk.connect_to(&service, KEY, true).await.unwrap();
        let practice = desk.practise().await.unwrap().connection;
        let secrets = machine.secrets();
        machine.keychain.asked.lock().unwrap().clear();
        machine.keychain.set(mood);
        let unlock = machine.keychain.wait_for_a_person();
        let leave = async {
            while machine.keychain.asked.lock().unwrap().is_empty() {
                tokio::task::yield_now().await;
            }
            // What is open now is held for a moment, so that nothing takes its place.
            let held = desk.open_outbox.lock().await;
            unlock.send(()).unwrap();
            while mood == Mood::Works && desk.standing("").connections == [session.clone()] {
                tokio::task::yield_now().await;
            }
            desk.give_up(TICKET);
            drop(held);
        };
        let (tried, ()) = tokio::join!(desk.connect_to(&service, KEY, false), leave);
        assert_eq!(tried, Err(Trouble::Overtaken));
        let standing = desk.standing("");
        assert_eq!(
            (&*standing.connections, standing.open),
            (&[session.clone()][..], Some(practice))
        );
        machine.keychain.set(Mood::Works);
        assert_eq!(machine.secrets(), secrets);
        assert_eq!(desk.reopen(&session.id).await, Ok(session));
    }
}
