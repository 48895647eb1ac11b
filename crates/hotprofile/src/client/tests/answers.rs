//! What an answer means, and what is read of one that is odd.

use super::*;

mod large;
mod letters;

/// What follows a 200 with this body.
async fn answer(kind: &str, body: &[u8]) -> Result<Page, Error> {
    let answer = ResponseTemplate::new(200).set_body_raw(body, kind);
    let server = answering(answer).await;
    client_of(&server).list(&first_page(Entity::Clients), Urgency::Person).await
}

#[rstest]
#[case("text/html; charset=utf-8", "welcome", Strange::WebPage)]
#[case("application/json", "  <!doctype html><p>welcome", Strange::WebPage)]
#[case("application/json", "", Strange::NotJson)]
#[case("application/json", r#"{"clients": ["#, Strange::NotJson)]
#[case("application/json", "[]", Strange::Form)]
#[case("application/json", r#"{"leads": []}"#, Strange::Form)]
#[tokio::test]
async fn an_answer_that_is_not_the_services_is_not_understood(
    #[case] kind: &str,
    #[case] body: &str,
    #[case] strange: Strange,
) {
    assert_eq!(answer(kind, body.as_bytes()).await, Err(Error::NotUnderstood(strange)));
}

#[rstest]
#[case("text/html; charset=utf-8", br#"{"clients": [{"name": "mihon"}]}"#, "mihon")]
#[case("application/json", b"\xef\xbb\xbf{\"clients\": [{\"name\": \"mihon\"}]}", "mihon")]
#[case("application/json", b"{\"clients\": [{\"name\": \"mi\x82hon\"}]}", "mi\u{fffd}hon")]
#[tokio::test]
async fn an_answer_that_is_oddly_written_is_read_all_the_same(
    #[case] kind: &str,
    #[case] body: &[u8],
    #[case] name: &str,
) {
    let page = answer(kind, body).await.expect("a page");
    assert_eq!(page.records[0].fields["name"], name);
}

#[tokio::test]
async fn a_success_that_says_what_is_wrong_is_a_refusal_of_uncertain_fate() {
    let body = json!({"message": format!("not registered, says {KEY}")});
    let server = answering(ResponseTemplate::new(200).set_body_json(body)).await;
    let error = client_of(&server).create(&card(""), Urgency::Person).await.expect_err("no id");
    assert_eq!(error, Error::Refused { status: 200, text: "not registered, says ***".to_owned() });
    assert!(error.may_have_arrived());
}

#[rstest]
#[case(401, Error::KeyNotAccepted)]
#[case(403, Error::KeyNotAccepted)]
#[case(404, Error::Refused { status: 404, text: "no such thing".to_owned() })]
#[case(422, Error::Refused { status: 422, text: "no such thing".to_owned() })]
#[case(501, Error::Refused { status: 501, text: "no such thing".to_owned() })]
#[case(304, Error::NotUnderstood(Strange::Redirect))]
#[tokio::test]
async fn a_status_tells_what_is_wrong(#[case] status: u16, #[case] error: Error) {
    let body = "<h1>no such thing</h1>";
    let server = answering(ResponseTemplate::new(status).set_body_raw(body, "text/html")).await;
    assert_eq!(client_of(&server).probe(&first_page(Entity::BusinessCards)).await, Err(error));
}

#[rstest]
#[case(Error::KeyNotAccepted, true)]
#[case(Error::Refused { status: 503, text: "no such thing".to_owned() }, true)]
#[case(Error::LimitReached { retry_after: Duration::ZERO }, false)]
#[case(Error::NotReachable, false)]
fn a_page_that_refuses_the_first_call_is_the_services_own_or_not_hotprofile(
    #[case] error: Error,
    #[case] is_changed: bool,
) {
    let told = |is_page, is_the_service| {
        let failure = Failure { error: error.clone(), retry_after: None, is_page };
        failure.of_probing(is_the_service)
    };
    for (is_page, is_the_service) in [(false, false), (false, true), (true, true)] {
        assert_eq!(told(is_page, is_the_service), error);
    }
    let page = Error::NotUnderstood(Strange::WebPage);
    assert_eq!(told(true, false), if is_changed { page } else { error.clone() });
}

#[tokio::test]
async fn five_megabytes_in_one_field_are_read_and_lose_no_other_record() {
    let large = "見本<b>".repeat(5_000_000 / "見本<b>".len() + 1);
    let body = json!({"clients": [{"id": 1, "name": "前"}, {"id": 2, "note": large}, {"id": 3}]});
    let page = answer("application/json", body.to_string().as_bytes()).await.expect("a page");
    let ids: Vec<_> = page.records.iter().map(|record| record.id).collect();
    assert_eq!(ids, [Some(1), Some(2), Some(3)]);
    assert_eq!(page.records[0].fields["name"], "前");
    assert!(page.records[1].fields["note"] == large);
}

#[tokio::test]
async fn a_number_beyond_every_range_loses_no_record() {
    let body = br#"{"clients": [{"id": 1, "name": 1e400}, {"id": 2e400}, {"id": 3}]}"#;
    let page = answer("application/json", body).await.expect("a page");
    let ids: Vec<_> = page.records.iter().map(|record| record.id).collect();
    assert_eq!(ids, [Some(1), None, Some(3)]);
    assert_eq!(page.records[0].fields["name"], "1e400");
}
