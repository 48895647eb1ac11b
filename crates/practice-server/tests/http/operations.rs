//! The nine operations.

use hotprofile::{Entity, Operation};
use practice_server::Options;
use rstest::rstest;
use serde_json::json;

use crate::caller::Caller;

#[rstest]
#[case(Entity::Clients, 60)]
#[case(Entity::BusinessCards, 200)]
#[case(Entity::Leads, 60)]
#[tokio::test]
async fn sample_data_is_listed(#[case] entity: Entity, #[case] count: u32) {
    let caller = Caller::start(Options { records: 200, ..Options::default() }).await;
    let page = caller.list(entity, &[]).await;
    let expected = json!({
        "total_count": count,
        "total_number": count.div_ceil(20),
        "current_number": 1,
        "display_number": 20,
    });
    assert_eq!(page["pages"], expected);
    assert_eq!(page[entity.key()].as_array().map(Vec::len), Some(20));
}

#[tokio::test]
async fn a_company_a_card_and_a_lead_are_registered_changed_and_found() {
    let caller = Caller::start(Options::default()).await;
    let company = caller.id(
        Entity::Clients,
        Operation::Create,
        &[("name", "株式会社髙﨑𠮷"), ("name_disp", "髙﨑𠮷"), ("pref_id", "13")],
    );
    assert_eq!(company.await, 1);
    let card = [("client_id", "1"), ("family_name", "髙瀬"), ("status", "1"), ("open_status", "1")];
    assert_eq!(caller.id(Entity::BusinessCards, Operation::Create, &card).await, 1);
    let lead = [("client_id", "1"), ("family_name", "宇津﨑"), ("not_mail_flg", "true")];
    assert_eq!(caller.id(Entity::Leads, Operation::Create, &lead).await, 1);

    let changed = [("id", "1"), ("client_id", "1"), ("tel", "03-0000-1234")];
    assert_eq!(caller.id(Entity::BusinessCards, Operation::Update, &changed).await, 1);
    assert_eq!(caller.id(Entity::Leads, Operation::Update, &changed).await, 1);
    let renamed = [("id", "1"), ("name", "㈱髙﨑𠮷")];
    assert_eq!(caller.id(Entity::Clients, Operation::Update, &renamed).await, 1);

    let card = &caller.list(Entity::BusinessCards, &[]).await["business_cards"][0];
    assert_eq!(card["name"], "髙瀬 ");
    assert_eq!(card["name_kana"], " ");
    assert_eq!(card["client_name"], "㈱髙﨑𠮷");
    assert_eq!(card["tel"], "03-0000-1234");
    let lead = &caller.list(Entity::Leads, &[]).await["leads"][0];
    assert_eq!((&lead["not_mail_flg"], &lead["not_tel_flg"]), (&json!("○"), &json!("ー")));
    assert_eq!(lead["tel"], "03-0000-1234");
    let company = &caller.list(Entity::Clients, &[]).await["clients"][0];
    assert_eq!(company["pref"], "東京都");
}

#[tokio::test]
async fn an_update_keeps_what_is_left_out_and_empties_what_is_empty() {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    let both = [("id", "1"), ("client_id", "1"), ("tel", "03-0000-1234"), ("note", "覚え書き")];
    caller.id(Entity::BusinessCards, Operation::Update, &both).await;
    let emptied = [("id", "1"), ("client_id", "1"), ("note", "")];
    caller.id(Entity::BusinessCards, Operation::Update, &emptied).await;
    let card = &caller.list(Entity::BusinessCards, &[]).await["business_cards"][0];
    assert_eq!((&card["tel"], &card["note"]), (&json!("03-0000-1234"), &json!(null)));
}

#[tokio::test]
async fn a_memo_of_3_000_japanese_characters_comes_back_whole() {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    let memo: String = "港区の髙瀬様より、\n次回は来月。".chars().cycle().take(3_000).collect();
    let card = [
        ("client_id", "1"),
        ("family_name", "髙瀬"),
        ("status", "1"),
        ("open_status", "1"),
        ("note", memo.as_str()),
        ("api_key", caller.server.api_key()),
    ];
    let request = caller.bare(Entity::BusinessCards, Operation::Create).form(&card);
    assert_eq!(request.send().await.expect("an answer").status(), 200);
    let newest = [("order[key]", "id"), ("order[type]", "desc")];
    let page = caller.list(Entity::BusinessCards, &newest).await;
    assert_eq!(page["business_cards"][0]["note"], memo);
}

#[tokio::test]
async fn every_published_field_stands_in_a_listed_record() {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    for entity in Entity::ALL {
        let page = caller.list(entity, &[]).await;
        let record = page[entity.key()][0].as_object().expect("a record");
        let published = entity.record().fields.iter().filter(|field| field.answer.is_some());
        let missing: Vec<_> =
            published.map(|field| field.key).filter(|key| !record.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{entity:?}: {missing:?}");
    }
}

#[tokio::test]
async fn every_update_moves_its_moment_on() {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    for entity in Entity::ALL {
        let changed = async || {
            let page = caller.list(entity, &[]).await;
            page[entity.key()][0]["updated_at"].as_str().expect("a moment").to_owned()
        };
        let mut before = changed().await;
        let mut change = vec![("id", "1"), ("client_id", "1"), ("url", "https://kirifue.example/")];
        change.retain(|(key, _)| *key != "client_id" || entity != Entity::Clients);
        // Many of them within one second.
        for _ in 0..3 {
            caller.id(entity, Operation::Update, &change).await;
            let after = changed().await;
            assert!(after > before, "{entity:?}: {before} {after}");
            before = after;
        }
    }
}
