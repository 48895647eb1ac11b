//! How much is read of an answer.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::*;
use crate::client::room::Room;
use crate::contract::Kind;

const TOO_LARGE: Error = Error::NotUnderstood(Strange::TooLarge);

/// An answer that is small on its way.
async fn packed(begin: &str, block: &str, times: usize, end: &str) -> MockServer {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    let mut pack = |text: &str| packed.write_all(text.as_bytes()).expect("in memory");
    pack(begin);
    (0..times).for_each(|_| pack(block));
    pack(end);
    let packed = packed.finish().expect("in memory");
    assert!(packed.len() < 2 << 20);
    let answer = ResponseTemplate::new(200).insert_header("Content-Encoding", "gzip");
    answering(answer.set_body_raw(packed, "application/json")).await
}

async fn megabytes_of_spaces(megabytes: usize) -> MockServer {
    packed("", &" ".repeat(1 << 20), megabytes, "{}").await
}

#[tokio::test]
async fn an_answer_is_measured_unpacked() {
    let page = first_page(Entity::Clients);
    let server = megabytes_of_spaces((Room::page(20).bytes >> 20) + 1).await;
    let client = client_of(&server);
    assert_eq!(client.list(&page, Urgency::Person).await, Err(TOO_LARGE));
    assert_eq!(client.probe(&page).await, Err(TOO_LARGE));
}

#[tokio::test]
async fn the_answer_to_a_registration_or_a_change_is_small() {
    let server = megabytes_of_spaces(1).await;
    let client = client_of(&server);
    assert_eq!(client.create(&card(""), Urgency::Person).await, Err(TOO_LARGE));
    let change = [("id", "1"), ("name", "株式会社見本")];
    let change = change.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    let change = Update::new(Entity::Clients, &change).expect("all rules kept");
    assert_eq!(client.update(&change, Urgency::Person).await, Err(TOO_LARGE));
}

#[rstest]
#[case("0,", "0")]
#[case("{},", "{}")]
#[case("{\"\":[[0,0],\"[,\"]},", "0")]
#[tokio::test]
async fn very_many_values_are_refused_before_they_fill_the_memory(
    #[case] value: &str,
    #[case] last: &str,
) {
    let block = value.repeat(10_000);
    let times = (Room::page(20).bytes - 100) / block.len();
    let server = packed("{\"clients\":[", &block, times, &format!("{last}]}}")).await;
    let page = first_page(Entity::Clients);
    assert_eq!(client_of(&server).list(&page, Urgency::Person).await, Err(TOO_LARGE));
}

/// Every text full of Japanese as most would write it that write JSON in ASCII, and a hundred items
/// of the customer's own.
fn full_card() -> String {
    let fields = Entity::BusinessCards.record().fields.iter();
    let texts = fields.filter_map(|field| match field.kind {
        Kind::Text { max } => {
            Some(format!("\"{}\":\"{}\",", field.key, "\\u898b".repeat(max.into())))
        }
        _ => None,
    });
    let item = r#"{"label":"\u898b\u672c","value":"\u898b\u672c"}"#;
    format!("{{\"id\":7,{}\"items\":[{}]}}", texts.collect::<String>(), [item; 100].join(","))
}

#[tokio::test]
async fn a_thousand_full_cards_are_read() {
    let cards = [full_card().as_str(); 1_000].join(",");
    assert!(cards.len() > 62_000_000, "{}", cards.len());
    let server = packed("{\"business_cards\":[", &cards, 1, "]}").await;
    let page = List::new(Entity::BusinessCards, &Values::new(), None, 1, 1_000);
    let page = page.expect("all rules kept");
    let page = client_of(&server).list(&page, Urgency::Person).await.expect("a page");
    assert_eq!(page.records.len(), 1_000);
    let last = page.records.last().expect("records");
    assert_eq!(last.fields["note"], "見".repeat(3_000));
    assert_eq!(last.items.len(), 100);
}
