mod given_up;

use std::sync::mpsc::channel;
use std::time::Duration;

use practice_server::{Calls, Fault};

use super::ConnectRequest;
use crate::connection::Kept;
use crate::testing::{HOST, KEY, Machine, Mood, TICKET, service};
use crate::trouble::Trouble;

fn request(host: &str, host_again: &str) -> ConnectRequest {
    ConnectRequest {
        host: host.to_owned(),
        host_again: host_again.to_owned(),
        api_key: KEY.to_owned(),
        session_only: false,
    }
}

/// Nothing of the try is left.
fn assert_nothing_kept(machine: &Machine, desk: &crate::Desk) {
    assert_eq!(machine.secrets(), [].into());
    assert_eq!(machine.settings.saved.lock().unwrap().connections, []);
    let standing = desk.standing("");
    assert_eq!((standing.connections, standing.open), (vec![], None));
}

#[test]
fn a_host_is_read_and_the_services_own_needs_no_confirmation() {
    let desk = Machine::new().start();
    let reading = desk.read_host("https://ＥＸＡＭＰＬＥ.hot-profile.com/clients/5").unwrap();
    assert_eq!((reading.host.as_str(), reading.to_confirm), (HOST, false));
    assert!(desk.read_host("hot-profile.com.example").unwrap().to_confirm);
    assert_eq!(desk.read_host("https://"), Err(Trouble::HostMissing));
    assert_eq!(desk.read_host("https://a:b@hot-profile.com"), Err(Trouble::HostWithCredentials));
    assert_eq!(desk.read_host("192.0.2.1"), Err(Trouble::HostIsIpAddress));
}

#[tokio::test]
async fn another_host_gets_the_key_only_after_it_was_typed_a_second_time() {
    let machine = Machine::new();
    let desk = machine.start();
    for again in ["", "service.example:1", "127.0.0.1"] {
        let refused = desk.connect(request("localhost:1", again), TICKET).await;
        assert_eq!(refused, Err(Trouble::HostUnconfirmed { host: "localhost:1".to_owned() }));
    }
    // Nothing listens there: the call was made.
    let tried = desk.connect(request("localhost:1", " LOCALHOST:1 "), TICKET).await;
    assert_eq!(tried, Err(Trouble::NotReachable));
    assert_nothing_kept(&machine, &desk);
}

#[tokio::test]
async fn a_key_must_be_given() {
    let blank = ConnectRequest { api_key: " ".to_owned(), ..request(HOST, "") };
    assert_eq!(Machine::new().start().connect(blank, TICKET).await, Err(Trouble::KeyMissing));
}

#[tokio::test]
async fn nothing_is_kept_of_a_connection_that_does_not_work() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let refused = desk.connect_to(&service, "wrong", false).await;
    assert_eq!(refused, Err(Trouble::KeyNotAccepted));
    for fault in [Fault::Html, Fault::Redirect("https://elsewhere.example/".to_owned())] {
        service.faults().every(Calls::ALL, fault);
        let refused = desk.connect_to(&service, KEY, false).await;
        assert_eq!(refused, Err(Trouble::NotHotProfile));
        service.faults().clear();
    }
    assert_eq!(*machine.keychain.asked.lock().unwrap(), [""; 0]);
    assert_nothing_kept(&machine, &desk);
}

#[tokio::test]
async fn the_key_goes_to_the_keychain_alone_under_an_id_that_tells_nothing() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let connection = desk.connect_to(&service, KEY, false).await.unwrap();
    assert_eq!((connection.host.as_str(), connection.kept), (HOST, Kept::Keychain));
    assert!(connection.id.len() == 32 && connection.id.bytes().all(|b| b.is_ascii_hexdigit()));
    assert_eq!(machine.api_keys(), [(connection.id.clone(), KEY.to_owned())].into());
    let standing = desk.standing("");
    assert_eq!(standing.open.as_ref(), Some(&connection));
    assert_eq!(standing.connections, std::slice::from_ref(&connection));
}

#[tokio::test]
async fn a_keychain_that_says_yes_and_keeps_nothing_is_found_out() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    for mood in [Mood::Forgets, Mood::Fails] {
        machine.keychain.set(mood);
        let refused = desk.connect_to(&service, KEY, false).await;
        assert_eq!(refused, Err(Trouble::KeychainFailed));
        assert_nothing_kept(&machine, &desk);
    }
}

#[tokio::test]
async fn without_a_keychain_the_connection_lasts_for_this_session() {
    let (machine, service) = (Machine::new(), service().await);
    machine.keychain.set(Mood::Missing);
    let desk = machine.start();
    let connection = desk.connect_to(&service, KEY, false).await.unwrap();
    assert_eq!(connection.kept, Kept::Session);
    assert_eq!(desk.standing("").connections, std::slice::from_ref(&connection));
    desk.practise().await.unwrap();
    assert_eq!(desk.reopen(&connection.id).await, Ok(connection));

    let next = machine.start().standing("");
    assert_eq!((next.connections, next.last), (vec![], None));
}

#[tokio::test]
async fn a_locked_keychain_can_be_unlocked_and_tried_again() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    machine.keychain.set(Mood::Locked);
    assert_eq!(desk.connect_to(&service, KEY, false).await, Err(Trouble::KeychainLocked));
    assert_nothing_kept(&machine, &desk);
    machine.keychain.set(Mood::Works);
    let connection = desk.connect_to(&service, KEY, false).await.unwrap();
    assert_eq!(connection.kept, Kept::Keychain);
}

#[tokio::test]
async fn a_keychain_that_answers_too_late_leaves_nothing_behind() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start_with_patience(Duration::from_millis(20));
    let unlock = machine.keychain.wait_for_a_person();
    assert_eq!(desk.connect_to(&service, KEY, false).await, Err(Trouble::KeychainLocked));

    // A second try is made at once, and only then the first question is answered.
    let patient = machine.start();
    let connection = patient.connect_to(&service, KEY, false).await.unwrap();
    let (removed, removals) = channel();
    *machine.keychain.removed.lock().unwrap() = Some(removed);
    unlock.send(()).unwrap();
    removals.recv().unwrap();
    assert_eq!(machine.api_keys(), [(connection.id, KEY.to_owned())].into());
}

#[tokio::test]
async fn a_person_can_do_without_the_keychain() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let connection = desk.connect_to(&service, KEY, true).await.unwrap();
    assert_eq!(connection.kept, Kept::Session);
    assert_eq!(*machine.keychain.asked.lock().unwrap(), [""; 0]);
    assert_eq!(machine.settings.saved.lock().unwrap().connections, []);

    // And change their mind: still one connection, now kept.
    let kept = desk.connect_to(&service, KEY, false).await.unwrap();
    assert_eq!(kept.kept, Kept::Keychain);
    assert_eq!(desk.standing("").connections, [kept]);
}

#[tokio::test]
async fn the_same_host_and_key_are_the_same_connection() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let (one, other) =
        tokio::join!(desk.connect_to(&service, KEY, false), desk.connect_to(&service, KEY, false));
    // Of two at once the later wish is granted; there is one connection all the same.
    assert_eq!(one, Err(Trouble::Overtaken));
    let connection = other.unwrap();
    assert_eq!(
        machine.api_keys().into_keys().collect::<Vec<_>>(),
        std::slice::from_ref(&connection.id)
    );

    let restarted = machine.start();
    assert_eq!(restarted.recall_lines_to(HOST).await, Ok(()));
    assert_eq!(restarted.standing("").connections, [connection]);
}

#[tokio::test]
async fn a_key_that_no_list_names_does_not_stay_in_the_keychain() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    *machine.settings.full.lock().unwrap() = true;
    assert_eq!(desk.connect_to(&service, KEY, false).await, Err(Trouble::NotWritten));
    assert_nothing_kept(&machine, &desk);
}

#[tokio::test]
async fn however_a_host_is_connected_to_its_limit_is_one() {
    let (machine, service) = (Machine::new(), service().await);
    // For a session, and after a restart for good; removed, and with a locked keychain for a
    // session again.
    machine.start_with_calls(3).connect_to(&service, KEY, true).await.unwrap();
    let desk = machine.start_with_calls(3);
    let connection = desk.connect_to(&service, KEY, false).await.unwrap();
    desk.remove_connection(&connection.id, false, false).await.unwrap();
    machine.keychain.set(Mood::Locked);
    let desk = machine.start_with_calls(3);
    desk.connect_to(&service, KEY, true).await.unwrap();

    let fourth = machine.start_with_calls(3).connect_to(&service, KEY, true).await;
    assert!(matches!(fourth, Err(Trouble::LimitReached { .. })), "{fourth:?}");
    assert_eq!(service.arrivals().len(), 3);
}
