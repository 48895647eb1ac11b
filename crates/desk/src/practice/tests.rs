use std::fs;
use std::sync::Arc;

use hotprofile::{Entity, Values};

use crate::desk::Desk;
use crate::desk::stand_in::desk;
use crate::find::Query;
use crate::keychain::KeychainError;
use crate::keychain::stand_in::StandIn;

const COMPANY: &str = "めじるし霧笛商会";

async fn register(desk: &Desk) {
    desk.practise().await.unwrap();
    let values = [("name", COMPANY), ("name_disp", "霧笛")];
    let values = values.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    desk.register(Entity::Clients, &values).await.unwrap();
}

async fn found(desk: &Desk) -> u32 {
    desk.practise().await.unwrap();
    let search = Values::from([("search[name]".to_owned(), COMPANY.to_owned())]);
    let query = Query { search, order: None, number: 1, display_number: 20 };
    desk.find(Entity::Clients, query).await.unwrap().total_count
}

#[tokio::test]
async fn practice_data_outlive_a_restart_encrypted() {
    let (folder, keychain) = (tempfile::tempdir().unwrap(), Arc::default());
    register(&desk(folder.path(), &keychain)).await;
    let bytes = fs::read(folder.path().join("practice/practice.db")).unwrap();
    assert!(!bytes.windows(COMPANY.len()).any(|part| part == COMPANY.as_bytes()));
    assert_eq!(found(&desk(folder.path(), &keychain)).await, 1);
}

#[tokio::test]
async fn practice_data_whose_key_is_gone_are_invented_anew() {
    let (folder, keychain) = (tempfile::tempdir().unwrap(), Arc::default());
    register(&desk(folder.path(), &keychain)).await;
    keychain.empty();
    assert_eq!(found(&desk(folder.path(), &keychain)).await, 0);
    register(&desk(folder.path(), &keychain)).await;
    assert_eq!(found(&desk(folder.path(), &keychain)).await, 1);
}

#[tokio::test]
async fn without_a_keychain_practice_data_are_in_memory() {
    let (folder, keychain) = (tempfile::tempdir().unwrap(), Arc::new(StandIn::default()));
    keychain.trouble(KeychainError::Missing);
    let desk = desk(folder.path(), &keychain);
    register(&desk).await;
    assert_eq!(found(&desk).await, 1);
    assert!(!folder.path().join("practice").exists());
}
