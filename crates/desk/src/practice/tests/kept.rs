use std::fs;

use hotprofile::{Entity, Values};
use practice_server::{Calls, Fault};

use crate::desk::Desk;
use crate::find::Query;
use crate::testing::{Machine, Mood};
use crate::trouble::Trouble;

const COMPANY: &str = "めじるし霧笛商会";

async fn register(machine: &Machine, desk: &Desk) {
    desk.practise().await.unwrap();
    let values = [("name", COMPANY), ("name_disp", "霧笛")];
    let values = values.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    desk.register(machine, Entity::Clients, values).await;
}

async fn found(desk: &Desk) -> u32 {
    desk.practise().await.unwrap();
    let search = Values::from([("search[name]".to_owned(), COMPANY.to_owned())]);
    let query = Query { search, order: None, number: 1, display_number: 20 };
    desk.find(Entity::Clients, query, 1).await.unwrap().total_count
}

#[tokio::test]
async fn practice_data_outlive_a_restart_encrypted() {
    let machine = Machine::new();
    register(&machine, &machine.start()).await;
    let bytes = fs::read(machine.folder.path().join("practice/practice.db")).unwrap();
    assert!(!bytes.windows(COMPANY.len()).any(|part| part == COMPANY.as_bytes()));
    assert_eq!(found(&machine.start()).await, 1);
}

#[tokio::test]
async fn practice_data_whose_key_is_gone_are_invented_anew() {
    let machine = Machine::new();
    register(&machine, &machine.start()).await;
    machine.keychain.empty();
    assert_eq!(found(&machine.start()).await, 0);
    register(&machine, &machine.start()).await;
    assert_eq!(found(&machine.start()).await, 1);
}

#[tokio::test]
async fn without_a_keychain_practice_data_are_in_memory() {
    let machine = Machine::new();
    machine.keychain.set(Mood::Missing);
    let desk = machine.start();
    register(&machine, &desk).await;
    assert_eq!(found(&desk).await, 1);
    assert!(!machine.folder.path().join("practice").exists());
}

#[tokio::test]
async fn what_waits_when_the_program_ends_is_sent_by_the_next() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.practise().await.unwrap();
    let faults = desk.practice.get().unwrap().server.faults();
    faults.every(Calls::ALL, Fault::CloseBefore);
    desk.submit_company().await;
    desk.close_outbox().await;
    assert_eq!(desk.outbox().await.err(), Some(Trouble::OutboxClosed));
    assert_eq!(machine.counts.borrow().unsent(), 1);
    drop(desk);
    let next = machine.start();
    next.practise().await.unwrap();
    machine.counts.subscribe().wait_for(|counts| counts.unsent() == 0).await.unwrap();
    assert_eq!(next.companies(COMPANY, false).await.unwrap().companies.len(), 1);
}
