//! Order, pages and the format of dates. Searching has its own tests beside the store.

use hotprofile::Entity;
use practice_server::Options;
use serde_json::Value as Json;

use crate::caller::Caller;

async fn some_cards() -> Caller {
    Caller::start(Options { records: 50, ..Options::default() }).await
}

#[tokio::test]
async fn every_published_key_sorts_both_ways() {
    let caller = some_cards().await;
    for entity in Entity::ALL {
        for key in entity.record().order_keys() {
            for (kind, down) in [("asc", false), ("desc", true)] {
                let order =
                    [("order[key]", key), ("order[type]", kind), ("page[display_number]", "100")];
                let page = caller.list(entity, &order).await;
                let records = page[entity.key()].as_array().expect("a list").iter();
                let values: Vec<_> = records.map(|record| sortable(&record[key])).collect();
                let ordered =
                    values.is_sorted_by(|one, next| if down { one >= next } else { one <= next });
                assert!(ordered, "{entity:?} {key} {kind}: {values:?}");
            }
        }
    }
}

fn sortable(value: &Json) -> (u64, String) {
    (value.as_u64().unwrap_or_default(), value.as_str().unwrap_or_default().to_owned())
}

#[tokio::test]
async fn pages_hold_every_record_once() {
    let caller = some_cards().await;
    let mut ids = Vec::new();
    for number in ["1", "2", "3", "4"] {
        let page = [("page[display_number]", "17"), ("page[number]", number)];
        ids.extend(caller.ids(Entity::BusinessCards, &page).await);
    }
    assert_eq!(ids, (1..=50).collect::<Vec<u64>>());
    let page = caller.list(Entity::BusinessCards, &[("page[display_number]", "17")]).await;
    assert_eq!(page["pages"]["total_number"], 3);
}

#[tokio::test]
async fn a_page_beyond_the_last_is_empty() {
    let caller = some_cards().await;
    let page = caller.list(Entity::Clients, &[("page[number]", "4294967295")]).await;
    assert_eq!(page["clients"].as_array().map(Vec::len), Some(0));
    assert_eq!(page["pages"]["total_count"], 15);
}

#[tokio::test]
async fn the_format_option_writes_dates_with_dashes() {
    let caller = some_cards().await;
    let option = |on| [("page[date_format_option]", on)];
    let off = caller.list(Entity::BusinessCards, &option("false")).await;
    let on = caller.list(Entity::BusinessCards, &option("true")).await;
    for key in ["trade_on", "created_at", "updated_at"] {
        let (off, on) = (&off["business_cards"][0][key], &on["business_cards"][0][key]);
        assert_eq!(off.as_str().expect("a date").replace('/', "-"), on.as_str().expect("a date"));
        assert_ne!(off, on);
    }
    let company = &caller.list(Entity::Clients, &option("1")).await["clients"][0];
    assert!(company["url"].as_str().expect("text").starts_with("https://"), "{company}");
    let lead = caller.list(Entity::Leads, &option("1")).await;
    let lead =
        lead["leads"].as_array().expect("a list").iter().find_map(|lead| lead["trade_on"].as_str());
    assert_eq!(lead.expect("a day").matches('-').count(), 2);
}
