use jiff::civil::date;

use super::*;
use crate::sample;

mod searches;

async fn filled() -> Store {
    let store = Store::open(None, None).await.expect("a store");
    store.refill(|| sample::invent(1, 300, date(2026, 11, 1))).await.expect("it is filled");
    store
}

#[tokio::test]
async fn several_searches_hold_together() {
    let store = filled().await;
    let parameters = [("search[from_id]", "5"), ("search[to_id]", "9"), ("search[name]", "株")];
    let parameters = parameters.map(|(key, text)| (key.to_owned(), text.to_owned()));
    let page = store.list(Entity::Clients, parameters.into()).await.expect("a page");
    let page = page["clients"].as_array().expect("a list");
    let all = store.list(Entity::Clients, Values::new()).await.expect("a page");
    let right = all["clients"].as_array().expect("a list")[4..9].iter();
    let right: Vec<_> =
        right.filter(|company| company["name"].as_str().expect("a name").contains('株')).collect();
    assert!((1..5).contains(&right.len()), "{}", right.len());
    assert_eq!(page.iter().collect::<Vec<_>>(), right);
}

#[tokio::test]
async fn listed_records_look_as_they_did() {
    let store = filled().await;
    for entity in Entity::ALL {
        let page = store.list(entity, Values::new()).await.expect("a page");
        insta::assert_json_snapshot!(entity.key(), page[entity.key()][3]);
    }
}
