//! What becomes of records: merged companies, private cards, a data file, a reset.

use hotprofile::{Entity, Operation};
use practice_server::{Options, PracticeError, PracticeServer};
use rstest::rstest;

use crate::caller::Caller;

#[tokio::test]
async fn a_merged_company_answers_under_its_new_id() {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    let merged = [("search[from_id]", "4"), ("search[to_id]", "4")];
    assert_eq!(caller.ids(Entity::Clients, &[]).await, [1, 2, 3]);
    assert_eq!(caller.ids(Entity::Clients, &merged).await, [1]);

    let lead = [("client_id", "4"), ("family_name", "髙瀬")];
    let id = caller.id(Entity::Leads, Operation::Create, &lead).await.to_string();
    let page = caller.list(Entity::Leads, &[("search[ids]", &id)]).await;
    assert_eq!(page["leads"][0]["client_id"], 1);

    let renamed = [("id", "4"), ("name", "株式会社新社名")];
    assert_eq!(caller.id(Entity::Clients, Operation::Update, &renamed).await, 1);
}

#[tokio::test]
async fn a_private_card_is_kept_and_not_listed() {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    let card = [("client_id", "1"), ("family_name", "髙瀬"), ("status", "1"), ("open_status", "3")];
    let id = caller.id(Entity::BusinessCards, Operation::Create, &card).await.to_string();
    assert_eq!(caller.ids(Entity::BusinessCards, &[]).await.len(), 10);
    let opened = [("id", id.as_str()), ("client_id", "1"), ("open_status", "1")];
    caller.id(Entity::BusinessCards, Operation::Update, &opened).await;
    assert_eq!(caller.ids(Entity::BusinessCards, &[]).await.len(), 11);
}

#[tokio::test]
async fn a_data_file_keeps_records_across_restarts() {
    let folder = tempfile::tempdir().expect("a folder");
    let options =
        Options { records: 10, data: Some(folder.path().join("data")), ..Options::default() };
    let company = [("name", "株式会社霧笛"), ("name_disp", "霧笛")];
    let caller = Caller::start(options.clone()).await;
    let id = caller.id(Entity::Clients, Operation::Create, &company).await;
    drop(caller);
    let caller = Caller::start(options).await;
    let named = [("search[name]", "株式会社霧笛"), ("search[name_disp]", "霧笛")];
    assert!(caller.ids(Entity::Clients, &named).await.contains(&id));
    assert_eq!(caller.ids(Entity::BusinessCards, &[]).await.len(), 10);
}

#[tokio::test]
async fn an_encrypted_data_file_is_read_with_its_key_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("data");
    let key = |digit: &str| Some(format!("x'{}'", digit.repeat(64)).into());
    let data = |data_key| Options { data: Some(path.clone()), data_key, ..Options::default() };
    let company = [("name", "Kirifue Works"), ("name_disp", "Kirifue")];
    let caller = Caller::start(data(key("a"))).await;
    let id = caller.id(Entity::Clients, Operation::Create, &company).await;
    drop(caller);
    let bytes = std::fs::read(&path).expect("the file");
    assert!(!bytes.windows(7).any(|part| part == b"Kirifue"));
    for other in [key("b"), None] {
        let refused = PracticeServer::start(data(other)).await;
        assert!(matches!(refused, Err(PracticeError::Unreadable)), "{refused:?}");
    }
    let caller = Caller::start(data(key("a"))).await;
    assert_eq!(caller.ids(Entity::Clients, &[]).await, [id]);
}

#[tokio::test]
async fn a_file_with_other_columns_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("data");
    let other = rusqlite::Connection::open(&path).expect("a file");
    other.execute_batch("CREATE TABLE clients (id INTEGER)").expect("a table");
    let before = std::fs::read(&path).expect("the file");
    let options = Options { data: Some(path.clone()), ..Options::default() };
    let refused = PracticeServer::start(options).await;
    assert!(matches!(refused, Err(PracticeError::OtherVersion)), "{refused:?}");
    assert_eq!(std::fs::read(&path).expect("the file"), before);
}

#[rstest]
#[case("CREATE TABLE invoices (id INTEGER)")]
#[case("CREATE TABLE invoices (id INTEGER); PRAGMA application_id = 7")]
#[case("PRAGMA application_id = 7")]
#[tokio::test]
async fn another_programs_file_is_left_as_it_is(#[case] made: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("data");
    let other = rusqlite::Connection::open(&path).expect("a file");
    other.execute_batch(made).expect("it is made");
    let before = std::fs::read(&path).expect("the file");
    let options = Options { data: Some(path.clone()), ..Options::default() };
    let refused = PracticeServer::start(options).await;
    assert!(matches!(refused, Err(PracticeError::Stranger)), "{refused:?}");
    assert_eq!(std::fs::read(&path).expect("the file"), before);
}

#[tokio::test]
async fn a_file_from_before_they_were_marked_is_opened_and_marked() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("data");
    let options = Options { records: 10, data: Some(path.clone()), ..Options::default() };
    drop(Caller::start(options.clone()).await);
    let mark = |file: &rusqlite::Connection| -> i32 {
        file.pragma_query_value(None, "application_id", |row| row.get(0)).expect("a mark")
    };
    let file = rusqlite::Connection::open(&path).expect("the file");
    let marked = mark(&file);
    assert_ne!(marked, 0);
    file.pragma_update(None, "application_id", 0).expect("no mark");
    drop(file);
    let caller = Caller::start(options).await;
    assert_eq!(caller.ids(Entity::BusinessCards, &[]).await.len(), 10);
    assert_eq!(mark(&rusqlite::Connection::open(&path).expect("the file")), marked);
}

#[tokio::test]
async fn a_reset_invents_the_same_records_anew() {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    let before = caller.list(Entity::BusinessCards, &[]).await;
    let changed = [("id", "1"), ("client_id", "1"), ("family_name", "消えた")];
    caller.id(Entity::BusinessCards, Operation::Update, &changed).await;
    assert_ne!(caller.list(Entity::BusinessCards, &[]).await, before);
    caller.server.reset().await.expect("it is reset");
    assert_eq!(caller.list(Entity::BusinessCards, &[]).await, before);
}

#[tokio::test]
async fn a_server_that_is_dropped_no_longer_answers() {
    let Caller { server, client } = Caller::start(Options::default()).await;
    let url = server.url();
    drop(server);
    // The task that listens ends at its next turn.
    for _ in 0..100 {
        tokio::task::yield_now().await;
        if client.get(&url).send().await.is_err() {
            return;
        }
    }
    panic!("it still answers");
}
