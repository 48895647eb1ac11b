//! Calls that are refused.

use hotprofile::{Entity, Operation};
use practice_server::{Options, PracticeError, PracticeServer};
use rstest::rstest;

use crate::caller::{Caller, refusal};

async fn some_cards() -> Caller {
    Caller::start(Options { records: 10, ..Options::default() }).await
}

#[rstest]
#[case::missing(&[])]
#[case::empty(&[("api_key", "")])]
#[case::another(&[("api_key", "practice-0")])]
#[tokio::test]
async fn a_call_needs_the_key(#[case] key: &[(&str, &str)]) {
    let caller = some_cards().await;
    for entity in Entity::ALL {
        for operation in Operation::ALL {
            let answer = caller.bare(entity, operation).query(key).send().await;
            let refused = refusal(answer.expect("an answer")).await;
            assert_eq!(refused, (401, vec!["api_key".to_owned()]));
        }
    }
}

#[rstest]
#[case::required(&[], "family_name")]
#[case::required_but_blank(&[("family_name", " 　")], "family_name")]
#[case::too_long(&[("first_name", &*"あ".repeat(101).leak())], "first_name")]
#[case::no_digits(&[("extension", "内線1")], "extension")]
#[case::too_many_digits(&[("extension", "123456789")], "extension")]
#[case::no_degrees(&[("latitude", "35.6.8")], "latitude")]
#[case::no_id(&[("pref_id", "東京都")], "pref_id")]
#[case::no_published_number(&[("status", "3")], "status")]
#[case::no_such_day(&[("trade_on", "2026/02/29")], "trade_on")]
#[case::a_day_with_dashes(&[("trade_on", "2026-01-05")], "trade_on")]
#[case::a_day_without_zeros(&[("trade_on", "2026/1/5")], "trade_on")]
#[case::no_such_company(&[("client_id", "4000")], "client_id")]
#[case::no_such_prefecture(&[("pref_id", "48")], "pref_id")]
#[case::no_such_user(&[("owner_user_id", "99")], "owner_user_id")]
#[case::no_such_department(&[("organization_id", "99")], "organization_id")]
#[case::no_such_source(&[("lead_source_kbn_id", "99")], "lead_source_kbn_id")]
#[case::no_parameter_of_a_card(&[("post", "部長")], "post")]
#[tokio::test]
async fn a_wrong_parameter_is_named_and_nothing_is_stored(
    #[case] wrong: &[(&str, &str)],
    #[case] named: &str,
) {
    let caller = some_cards().await;
    let mut card = vec![("client_id", "1"), ("status", "1"), ("open_status", "1")];
    if named != "family_name" {
        card.push(("family_name", "髙瀬"));
    }
    card.retain(|(key, _)| *key != named);
    card.extend(wrong);
    let refused = caller.refusal(Entity::BusinessCards, Operation::Create, &card).await;
    assert_eq!(refused, (422, vec![named.to_owned()]));
    assert_eq!(caller.list(Entity::BusinessCards, &[]).await["pages"]["total_count"], 10);
}

#[tokio::test]
async fn a_flag_is_true_or_false() {
    let caller = some_cards().await;
    let lead = [("client_id", "1"), ("family_name", "髙瀬"), ("store_flg", "○")];
    let refused = caller.refusal(Entity::Leads, Operation::Create, &lead).await;
    assert_eq!(refused, (422, vec!["store_flg".to_owned()]));
}

#[tokio::test]
async fn what_a_new_record_needs_can_not_be_emptied() {
    let caller = some_cards().await;
    let emptied = [("id", "1"), ("client_id", "1"), ("family_name", "")];
    let refused = caller.refusal(Entity::BusinessCards, Operation::Update, &emptied).await;
    assert_eq!(refused, (422, vec!["family_name".to_owned()]));
}

#[rstest]
#[case("page[number]", "0")]
#[case("page[number]", "x")]
#[case("page[display_number]", "0")]
#[case("page[display_number]", "101")]
#[case("page[date_format_option]", "true")]
#[case("order[key]", "create_at")]
#[case("order[type]", "down")]
#[case("search[from_created_on]", "2026/13/01")]
#[case("search[ids]", "1,x")]
#[case("search[store_flg]", "true")]
#[case("search[lead_status]", "3")]
#[case("search[no_such]", "x")]
#[tokio::test]
async fn a_search_that_can_not_be_understood_is_refused(#[case] key: &str, #[case] text: &str) {
    let caller = some_cards().await;
    let refused = caller.refusal(Entity::Leads, Operation::List, &[(key, text)]).await;
    assert_eq!(refused, (422, vec![key.to_owned()]));
}

#[rstest]
#[case(Entity::BusinessCards, 1_000)]
#[case(Entity::Clients, 1_000)]
#[case(Entity::Leads, 100)]
#[tokio::test]
async fn the_greatest_page_is_the_published_one(#[case] entity: Entity, #[case] most: u32) {
    let caller = some_cards().await;
    let (most, more) = (most.to_string(), (most + 1).to_string());
    caller.list(entity, &[("page[display_number]", &most)]).await;
    let refused = caller.refusal(entity, Operation::List, &[("page[display_number]", &more)]).await;
    assert_eq!(refused.0, 422);
}

#[tokio::test]
async fn a_record_that_does_not_exist_can_not_be_changed() {
    let caller = some_cards().await;
    for entity in Entity::ALL {
        let mut parameters = vec![("id", "4000"), ("client_id", "1")];
        parameters.truncate(if entity == Entity::Clients { 1 } else { 2 });
        let refused = caller.refusal(entity, Operation::Update, &parameters).await;
        assert_eq!(refused, (404, vec!["id".to_owned()]));
    }
}

#[tokio::test]
async fn an_unknown_path_is_not_found() {
    let caller = some_cards().await;
    let url = format!("{}/rest_api/v1/clients/delete", caller.server.url());
    let answer = caller.client.post(url).send().await.expect("an answer");
    assert_eq!(refusal(answer).await.0, 404);
}

#[tokio::test]
async fn a_request_line_may_have_8_192_bytes_and_no_more() {
    let caller = some_cards().await;
    let path = Entity::Clients.record().path(Operation::List);
    let rest = format!("POST {path}?api_key={}&search[note]= HTTP/1.1", caller.server.api_key());
    let fill = |length: usize| "x".repeat(length - rest.replace(['[', ']'], "%5B").len());
    for (length, status) in [(8_192, 200), (8_193, 414)] {
        let note = fill(length);
        let answer =
            caller.call(Entity::Clients, Operation::List, &[("search[note]", &note)]).await;
        assert_eq!(answer.status(), status);
        let html =
            answer.headers()["content-type"].to_str().expect("text").starts_with("text/html");
        assert_eq!(html, status == 414);
    }
}

#[tokio::test]
async fn a_body_that_can_not_be_read_is_refused() {
    let caller = some_cards().await;
    let call = caller.bare(Entity::Clients, Operation::List);
    let call = call.header("content-type", "application/json").body("{\"search\":");
    assert_eq!(refusal(call.send().await.expect("an answer")).await.0, 400);
}

#[tokio::test]
async fn only_this_machine_reaches_it() {
    let everywhere = Options { listen: ([0, 0, 0, 0], 0).into(), ..Options::default() };
    let refused = PracticeServer::start(everywhere).await;
    assert!(matches!(refused, Err(PracticeError::NotLoopback(_))), "{refused:?}");
}
