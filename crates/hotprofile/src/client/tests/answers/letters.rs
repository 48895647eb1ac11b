//! Answers in other letters than UTF-8.

use encoding_rs::Encoding;

use super::*;

const WORDS: &str = "会社名は必須です。ソフト";

fn written(text: &str, letters: &str) -> Vec<u8> {
    let letters = Encoding::for_label(letters.as_bytes()).expect("a name of letters");
    letters.encode(text).0.into_owned()
}

/// What is told of a refusal with this body.
async fn told(kind: &str, body: Vec<u8>) -> String {
    let server = answering(ResponseTemplate::new(422).set_body_raw(body, kind)).await;
    match client_of(&server).create(&card(""), Urgency::Person).await {
        Err(Error::Refused { status: 422, text }) => text,
        other => panic!("{other:?}"),
    }
}

#[rstest]
#[case("text/html; charset=Shift_JIS", "shift_jis")]
#[case("text/html;charset=\"EUC-JP\"", "euc-jp")]
#[case("text/plain; charset = iso-2022-jp", "iso-2022-jp")]
#[case("text/html; charset=windows-31j; x=y", "shift_jis")]
#[case("text/html; charset=utf-8", "utf-8")]
#[case("text/html; charset=none-such", "utf-8")]
#[case("text/html; charset=Shift_JIS", "utf-8")]
#[case("text/html; charset=iso-8859-1", "utf-8")]
#[case("text/html", "utf-8")]
#[tokio::test]
async fn a_refusal_is_read_in_its_letters_however_it_names_them(
    #[case] kind: &str,
    #[case] letters: &str,
) {
    assert_eq!(told(kind, written(&format!("<p>{WORDS}</p>"), letters)).await, WORDS);
}

#[rstest]
#[case("<meta charset=\"Shift_JIS\">", "shift_jis")]
#[case("<META CHARSET=EUC-JP/>", "euc-jp")]
#[case("<meta name='charset'><meta charset='euc-jp'>", "euc-jp")]
#[case("<meta http-equiv='Content-Type' content='text/html; charset=Shift_JIS'>", "shift_jis")]
#[case("<meta charset=utf-16>", "utf-8")]
#[case("<!-- charset=euc-jp -->", "utf-8")]
#[tokio::test]
async fn a_page_names_its_letters_itself_where_nothing_else_does(
    #[case] meta: &str,
    #[case] letters: &str,
) {
    let page = format!("\n<!doctype html><html><head>{meta}</head><p>{WORDS}</p>");
    for kind in ["text/html", "application/octet-stream"] {
        assert_eq!(told(kind, written(&page, letters)).await, WORDS, "{kind}");
    }
    let kind = format!("text/html; charset={letters}");
    assert_eq!(told(&kind, written(&page, letters)).await, WORDS, "{kind}");
}

#[rstest]
#[case("application/json; charset=Shift_JIS", "shift_jis")]
#[case("application/json; charset=euc-jp", "euc-jp")]
#[case("application/json; charset=iso-8859-1", "utf-8")]
#[case("application/json", "utf-8")]
#[tokio::test]
async fn a_list_is_read_in_its_letters_however_it_names_them(
    #[case] kind: &str,
    #[case] letters: &str,
) {
    let body = json!({"clients": [{"id": 1, "name": WORDS}, {"id": 2}]}).to_string();
    let page = answer(kind, &written(&body, letters)).await.expect("a page");
    assert_eq!(page.records.len(), 2);
    assert_eq!(page.records[0].fields["name"], WORDS);
}
