use practice_server::{Calls, Fault, PracticeServer};

use crate::Desk;
use crate::connection::Kept;
use crate::keychain::Keychain as _;
use crate::testing::{KEY, Machine, Mood, company, service};
use crate::trouble::Trouble;

/// A connection that is open, with a record that can not be sent.
async fn with_unsent(machine: &Machine, session_only: bool) -> (Desk, PracticeServer, String) {
    let (desk, service) = (machine.start(), service().await);
    let id = desk.connect_to(&service, KEY, session_only).await.unwrap().id;
    service.faults().every(Calls::ALL, Fault::CloseBefore);
    desk.submit_company().await;
    (desk, service, id)
}

#[tokio::test]
async fn unsent_records_of_the_open_connection_are_discarded_only_knowingly() {
    for session_only in [false, true] {
        let machine = Machine::new();
        let (desk, _service, id) = with_unsent(&machine, session_only).await;
        let refused = desk.remove_connection(&id, false, false).await;
        assert_eq!(refused, Err(Trouble::UnsentRecords { records: 1 }));
        assert_eq!(desk.outbox().await.unwrap().counts().unsent(), 1);
        assert_eq!(desk.remove_connection(&id, true, false).await, Ok(()));
        assert_eq!(desk.standing("").open, None);
        assert_eq!(machine.secrets(), [].into());
        // A call that was cut off may still be noted in the log of calls, until the next start.
        assert!(!machine.folder.path().join(&id).join("desk.db").exists());
    }
}

#[tokio::test]
async fn unsent_records_of_a_connection_that_is_not_open_are_looked_for() {
    for session_only in [false, true] {
        let machine = Machine::new();
        let (desk, _service, id) = with_unsent(&machine, session_only).await;
        let practice = desk.practise().await.unwrap().connection;
        let refused = desk.remove_connection(&id, false, false).await;
        assert_eq!(refused, Err(Trouble::UnsentRecords { records: 1 }));
        assert_eq!(desk.remove_connection(&id, true, false).await, Ok(()));
        assert!(!machine.folder.path().join(&id).join("desk.db").exists());
        assert_eq!(desk.standing("").open, Some(practice));
    }
}

#[tokio::test]
async fn a_database_that_can_not_be_opened_is_removed_only_knowingly() {
    let machine = Machine::new();
    let (desk, _service, id) = with_unsent(&machine, false).await;
    desk.practise().await.unwrap();
    machine.keychain.remove(&format!("database {id}")).unwrap();
    let refused = desk.remove_connection(&id, false, false).await;
    assert_eq!(refused, Err(Trouble::DatabaseKeyGone));
    assert!(machine.folder.path().join(&id).join("desk.db").exists());
    assert_eq!(desk.remove_connection(&id, true, false).await, Ok(()));
    assert!(!machine.folder.path().join(&id).join("desk.db").exists());
}

#[tokio::test]
async fn without_the_keychain_a_connection_is_removed_when_that_is_said_twice() {
    for is_made in [false, true] {
        let machine = Machine::new();
        let (desk, _service, id) = with_unsent(&machine, false).await;
        desk.practise().await.unwrap();
        if !is_made {
            std::fs::remove_file(machine.folder.path().join(&id).join("desk.db")).unwrap();
        }
        machine.keychain.set(Mood::Missing);
        assert_eq!(desk.remove_connection(&id, false, false).await, Err(Trouble::KeychainMissing));
        // What is unsent is another question.
        let refused = desk.remove_connection(&id, true, false).await;
        assert_eq!(refused, Err(Trouble::KeychainMissing));
        assert_eq!(desk.standing("").connections.len(), 1);
        assert_eq!(desk.remove_connection(&id, true, true).await, Ok(()));
        assert_eq!(desk.standing("").connections, []);
        assert!(!machine.folder.path().join(&id).join("desk.db").exists());
    }
}

#[tokio::test]
async fn what_only_the_memory_holds_is_counted_while_another_connection_is_open() {
    for (session_only, expected) in [(true, 1), (false, 0)] {
        let machine = Machine::new();
        let (desk, _service, _) = with_unsent(&machine, session_only).await;
        assert_eq!(desk.lost_elsewhere().await.unwrap(), 0, "it is open");
        desk.practise().await.unwrap();
        assert_eq!(desk.lost_elsewhere().await.unwrap(), expected);
    }
}

#[tokio::test]
async fn a_connection_without_unsent_records_is_removed_with_its_drafts() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let id = desk.connect_to(&service, KEY, false).await.unwrap().id;
    desk.outbox().await.unwrap().save_draft(None, company()).await.unwrap();
    desk.practise().await.unwrap();
    assert_eq!(desk.remove_connection(&id, false, false).await, Ok(()));
    assert!(!machine.folder.path().join(&id).join("desk.db").exists());
}

#[tokio::test]
async fn a_connection_is_not_kept_over_what_it_holds_in_memory() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    desk.connect_to(&service, KEY, true).await.unwrap();
    let outbox = desk.outbox().await.unwrap();
    let draft = outbox.save_draft(None, company()).await.unwrap();
    let refused = desk.connect_to(&service, KEY, false).await;
    assert_eq!(refused, Err(Trouble::UnsentRecords { records: 1 }));
    outbox.throw_away(draft).await.unwrap();
    let kept = desk.connect_to(&service, KEY, false).await.unwrap();
    assert_eq!(kept.kept, Kept::Keychain);
}
