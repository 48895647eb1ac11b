mod databases;

use std::sync::Arc;
use std::time::Duration;

use crate::connection::Connection;
use crate::testing::{KEY, Machine, Mood, service};
use crate::trouble::Trouble;

/// A machine with a connection that was made in an earlier run.
async fn machine_with_connection() -> (Machine, Connection) {
    let machine = Machine::new();
    let connection =
        machine.start().connect_to(&service().await, KEY, false).await.expect("it is accepted");
    machine.keychain.asked.lock().unwrap().clear();
    (machine, connection)
}

#[tokio::test]
async fn what_was_open_last_is_named_at_once_and_opened_without_a_call() {
    let (machine, connection) = machine_with_connection().await;
    let desk = machine.start();
    let standing = desk.standing("");
    assert_eq!(*machine.keychain.asked.lock().unwrap(), [""; 0]);
    assert_eq!((standing.open, standing.last), (None, Some(connection.id.clone())));
    // Its service has ended with the earlier run: a call would fail.
    assert_eq!(desk.reopen(&connection.id).await, Ok(connection.clone()));
    assert_eq!(desk.standing("").open, Some(connection));
}

#[tokio::test]
async fn a_keychain_that_is_locked_at_the_start_can_be_unlocked_later() {
    let (machine, connection) = machine_with_connection().await;
    let desk = machine.start();
    for (mood, trouble) in [
        (Mood::Locked, Trouble::KeychainLocked),
        (Mood::Missing, Trouble::KeychainMissing),
        (Mood::Fails, Trouble::KeychainFailed),
    ] {
        machine.keychain.set(mood);
        assert_eq!(desk.reopen(&connection.id).await, Err(trouble));
        assert_eq!(desk.standing("").last, Some(connection.id.clone()));
    }
    machine.keychain.set(Mood::Works);
    assert_eq!(desk.reopen(&connection.id).await, Ok(connection));
}

#[tokio::test]
async fn a_connection_whose_key_is_gone_says_so_and_can_be_removed() {
    let (machine, connection) = machine_with_connection().await;
    machine.keychain.empty();
    let desk = machine.start();
    assert_eq!(desk.reopen(&connection.id).await, Err(Trouble::KeyGone));
    let refused = desk.remove_connection(&connection.id, false, false).await;
    assert_eq!(refused, Err(Trouble::DatabaseKeyGone), "something unsent may be in it");
    assert_eq!(desk.remove_connection(&connection.id, true, false).await, Ok(()));
    assert_eq!(desk.standing("").connections, []);
}

#[tokio::test]
async fn a_keychain_that_answers_late_does_not_switch_away_from_a_later_choice() {
    let (machine, connection) = machine_with_connection().await;
    let desk = Arc::new(machine.start());
    let unlock = machine.keychain.wait_for_a_person();
    let opening = tokio::spawn({
        let (desk, id) = (Arc::clone(&desk), connection.id.clone());
        async move { desk.reopen(&id).await }
    });
    while machine.keychain.asked.lock().unwrap().is_empty() {
        tokio::task::yield_now().await;
    }
    let practice = desk.practise().await.unwrap().connection;
    unlock.send(()).unwrap();
    assert_eq!(opening.await.unwrap(), Err(Trouble::Overtaken));
    assert_eq!(desk.standing("").open, Some(practice));
    assert_eq!(desk.reopen(&connection.id).await, Ok(connection));
}

#[tokio::test]
async fn a_keychain_that_never_answers_counts_as_locked() {
    let (machine, connection) = machine_with_connection().await;
    let desk = machine.start_with_patience(Duration::from_millis(20));
    let unlock = machine.keychain.wait_for_a_person();
    assert_eq!(desk.reopen(&connection.id).await, Err(Trouble::KeychainLocked));
    drop(unlock);
}

#[tokio::test]
async fn removing_takes_the_key_and_closes() {
    let (machine, connection) = machine_with_connection().await;
    let desk = machine.start();
    desk.reopen(&connection.id).await.unwrap();
    desk.remove_connection(&connection.id, false, false).await.unwrap();
    assert_eq!(machine.secrets(), [].into());
    for standing in [desk.standing(""), machine.start().standing("")] {
        assert_eq!((standing.connections, standing.open, standing.last), (vec![], None, None));
    }
    assert_eq!(desk.companies("a", false).await, Err(Trouble::NoConnection));
    assert_eq!(desk.reopen(&connection.id).await, Err(Trouble::UnknownConnection));
    assert_eq!(
        desk.remove_connection(&connection.id, false, false).await,
        Err(Trouble::UnknownConnection)
    );
}

#[tokio::test]
async fn a_connection_stays_until_its_key_is_really_gone() {
    let (machine, connection) = machine_with_connection().await;
    let desk = machine.start();
    for (mood, trouble) in [
        (Mood::Locked, Trouble::KeychainLocked),
        (Mood::Missing, Trouble::KeychainMissing),
        (Mood::Clings, Trouble::KeychainFailed),
    ] {
        machine.keychain.set(mood);
        assert_eq!(desk.remove_connection(&connection.id, false, false).await, Err(trouble));
        assert_eq!(desk.standing("").connections, std::slice::from_ref(&connection));
    }
}
