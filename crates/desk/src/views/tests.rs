use std::collections::BTreeMap;

use crate::testing::{KEY, Machine, service};

fn views(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[tokio::test]
async fn a_page_is_found_as_it_was_left_after_a_restart_and_by_its_own_connection_alone() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let id = desk.connect_to(&service, KEY, false).await.unwrap().id;
    assert_eq!(desk.views().await.unwrap(), views(&[]));
    for value in ["[1]", "[1, 2]"] {
        desk.keep_view("find/clients", value).await.unwrap();
    }
    desk.practise().await.unwrap();
    assert_eq!(desk.views().await.unwrap(), views(&[]));
    desk.close_outbox().await;

    let next = machine.start();
    next.reopen(&id).await.unwrap();
    assert_eq!(next.views().await.unwrap(), views(&[("find/clients", "[1, 2]")]));
}

#[tokio::test]
async fn a_connection_in_memory_keeps_its_views_until_the_program_closes() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = machine.start();
    let id = desk.connect_to(&service, KEY, true).await.unwrap().id;
    desk.keep_view("page", "\"find\"").await.unwrap();
    desk.practise().await.unwrap();
    desk.reopen(&id).await.unwrap();
    assert_eq!(desk.views().await.unwrap(), views(&[("page", "\"find\"")]));
}
