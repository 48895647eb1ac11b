use std::fs;
use std::sync::Arc;

use practice_server::{Calls, Fault, PracticeServer};
use secrecy::ExposeSecret;

use crate::Desk;
use crate::connection::Kept;
use crate::database::{Place, RecoveryCode};
use crate::open::Opened;
use crate::outbox::record::{Counts, OutboxRecord};
use crate::testing::{KEY, Machine, Mood, company, service};
use crate::trouble::Trouble;

/// A machine with a connection that was made in an earlier run, and a draft in its database.
async fn machine_with_draft() -> (Machine, Opened) {
    let machine = Machine::new();
    let desk = machine.start();
    let opened = desk.connected_to(&service().await, KEY, false).await.unwrap();
    desk.outbox().await.unwrap().save_draft(None, company()).await.unwrap();
    desk.remembering.done().await;
    desk.close_outbox().await;
    // The last of its work may still have the file open, and writes its journal into it at the end.
    let lock = machine.folder.path().join(&opened.connection.id).join("desk.lock");
    fs::File::options().write(true).open(lock).unwrap().lock().unwrap();
    (machine, opened)
}

async fn records(desk: &Desk) -> Vec<OutboxRecord> {
    desk.outbox().await.unwrap().records().await.unwrap()
}

async fn until(machine: &Machine, wanted: impl FnMut(&Counts) -> bool) {
    machine.counts.subscribe().wait_for(wanted).await.unwrap();
}

#[tokio::test]
async fn the_recovery_code_is_shown_once_when_the_database_is_made() {
    let (machine, made) = machine_with_draft().await;
    assert!(made.recovery_code.is_some() && !made.set_aside && !made.memory_only);
    let desk = machine.start();
    let connection = made.connection.clone();
    let found = Opened { recovery_code: None, ..made };
    for _ in 0..2 {
        assert_eq!(desk.open_connection(&connection.id).await.as_ref(), Ok(&found));
    }
    assert_eq!(records(&desk).await.len(), 1);
    // Nothing in practice is precious.
    assert_eq!(desk.practise().await.unwrap().recovery_code, None);
}

#[tokio::test]
async fn the_recovery_code_is_shown_again_to_whoever_asks_for_it() {
    let (machine, made) = machine_with_draft().await;
    let desk = machine.start();
    assert_eq!(desk.recovery_code().await, Err(Trouble::NoConnection));
    desk.reopen(&made.connection.id).await.unwrap();
    assert_eq!(desk.recovery_code().await, Ok(made.recovery_code));
    machine.keychain.set(Mood::Locked);
    assert_eq!(desk.recovery_code().await, Err(Trouble::KeychainLocked));
    desk.practise().await.unwrap();
    assert_eq!(desk.recovery_code().await, Ok(None));
}

#[tokio::test]
async fn there_is_no_recovery_code_where_nothing_is_on_the_disk() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.connected_to(&service().await, KEY, true).await.unwrap();
    assert_eq!(desk.recovery_code().await, Ok(None));
}

#[tokio::test]
async fn a_recovery_code_that_nobody_saw_is_shown_when_the_database_is_opened() {
    let (machine, made) = machine_with_draft().await;
    let id = made.connection.id;
    let desk = Arc::new(machine.start());
    desk.practise().await.unwrap();
    assert!(desk.reopen(&id).await.is_ok());
    desk.practise().await.unwrap();
    desk.at_place(&id, Place::destroy).await.unwrap();
    machine.keychain.asked.lock().unwrap().clear();
    let unlock = machine.keychain.wait_for_a_person();
    let opening = tokio::spawn({
        let (desk, id) = (Arc::clone(&desk), id.clone());
        async move { desk.open_connection(&id).await }
    });
    while machine.keychain.asked.lock().unwrap().is_empty() {
        tokio::task::yield_now().await;
    }
    desk.practise().await.unwrap();
    unlock.send(()).unwrap();
    assert_eq!(opening.await.unwrap(), Err(Trouble::Overtaken));
    assert!(desk.open_connection(&id).await.unwrap().recovery_code.is_some());
}

#[tokio::test]
async fn a_database_whose_key_is_gone_is_opened_with_its_recovery_code() {
    let (machine, made) = machine_with_draft().await;
    let (id, code) = (made.connection.id, made.recovery_code.unwrap());
    machine.keychain.secrets.lock().unwrap().remove(&format!("database {id}"));
    let desk = machine.start();
    assert_eq!(desk.open_connection(&id).await, Err(Trouble::DatabaseKeyGone));
    assert_eq!(desk.standing("").open, None);
    let another = RecoveryCode::random().text().expose_secret().to_owned();
    for (code, trouble) in [
        (code[..9].to_owned(), Trouble::RecoveryCodeMistyped { group: None }),
        (code.replacen('-', "?", 1), Trouble::RecoveryCodeMistyped { group: None }),
        (another, Trouble::RecoveryCodeOfAnother),
    ] {
        assert_eq!(desk.recover_database(&id, code).await, Err(trouble));
    }
    let recovered = desk.recover_database(&id, code.to_lowercase()).await.unwrap();
    assert_eq!((recovered.recovery_code, recovered.set_aside), (None, false));
    assert_eq!(records(&desk).await.len(), 1);
    desk.close_outbox().await;
    assert!(machine.start().open_connection(&id).await.is_ok());
}

#[tokio::test]
async fn a_damaged_database_leaves_the_former_connection_open_until_it_is_begun_anew() {
    let (machine, made) = machine_with_draft().await;
    let id = made.connection.id;
    let folder = machine.folder.path().join(&id);
    let mut bytes = fs::read(folder.join("desk.db")).unwrap();
    bytes[5_000..].fill(7);
    fs::write(folder.join("desk.db"), &bytes).unwrap();
    let desk = machine.start();
    let practice = desk.practise().await.unwrap().connection;
    assert_eq!(desk.open_connection(&id).await, Err(Trouble::DatabaseDamaged));
    assert_eq!(desk.standing("").open, Some(practice));
    assert!(records(&desk).await.is_empty());

    let anew = desk.begin_database_anew(&id).await.unwrap();
    assert!(anew.set_aside && anew.recovery_code.is_some());
    assert!(records(&desk).await.is_empty());
    let aside: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let path = path.to_string_lossy();
            path.contains("set-aside") && path.ends_with(".db")
        })
        .collect();
    assert_eq!(aside.len(), 1, "{aside:?}");
    assert!(fs::read(&aside[0]).unwrap() == bytes, "{aside:?}");
}

#[tokio::test]
async fn in_memory_everything_is_there_until_the_program_closes() {
    let (machine, service) = (Machine::new(), service().await);
    machine.keychain.set(Mood::Missing);
    let desk = machine.start();
    let opened = desk.connected_to(&service, KEY, false).await.unwrap();
    assert!(opened.memory_only && opened.recovery_code.is_none());
    assert_eq!(opened.connection.kept, Kept::Session);
    desk.outbox().await.unwrap().save_draft(None, company()).await.unwrap();
    assert!(desk.practise().await.unwrap().memory_only);
    assert!(records(&desk).await.is_empty());
    assert_eq!(desk.open_connection(&opened.connection.id).await, Ok(opened));
    assert_eq!(records(&desk).await.len(), 1);
}

/// The service can not be reached from now on.
fn cut(service: &PracticeServer) {
    service.faults().every(Calls::ALL, Fault::CloseBefore);
}

#[tokio::test]
async fn another_connection_stops_the_outbox_until_its_own_is_opened_again() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let id = desk.connect_to(&service, KEY, false).await.unwrap().id;
    cut(&service);
    let company = desk.submit_company().await;
    desk.practise().await.unwrap();
    assert_eq!(machine.counts.borrow().unsent(), 0);
    service.faults().clear();
    let before = service.arrivals().len();
    let elsewhere = desk.submit_company().await;
    until(&machine, |counts| counts.unsent() == 0).await;
    assert_eq!(service.arrivals().len(), before);
    assert!(desk.outbox().await.unwrap().record(elsewhere).await.is_ok());

    desk.open_connection(&id).await.unwrap();
    until(&machine, |counts| counts.unsent() == 0).await;
    assert!(desk.outbox().await.unwrap().record(company).await.is_ok());
    assert!(service.arrivals().len() > before);
}
