use std::borrow::Cow;

use proptest::prelude::*;
use reqwest::header::HeaderMap;
use rstest::rstest;

use super::*;
use crate::client::body::Kind;

/// Of a body of which nothing is said.
fn text(body: &[u8]) -> Cow<'_, str> {
    Kind::of(&HeaderMap::new()).text(body)
}

fn said(body: &str) -> String {
    in_text(&text(body.as_bytes()), &ApiKey::new("the key/of+tests"))
}

#[rstest]
#[case("", "")]
#[case("null", "")]
#[case("plain words", "plain words")]
#[case(r#""a text""#, "a text")]
#[case(r#"{"message": "名は必須です", "id": 3}"#, "名は必須です")]
#[case(r#"{"error": "no", "message": "because"}"#, "because no")]
#[case(r#"{"errors": [{"field": "name", "message": "too long"}]}"#, "name: too long")]
#[case(
    r#"{"errors": [{"field": "", "message": "no"}, {"field": null, "message": "way"}]}"#,
    "no way"
)]
#[case(r#"{"errors": {"name": ["too long", "odd"]}}"#, "name: too long odd")]
#[case(r#"{"errors": ["one", "two"]}"#, "one two")]
#[case(r#"{"what": "else"}"#, r#"{"what":"else"}"#)]
#[case(
    "<html><head><title>502</title><style>p{a:b}</style></head><body><p>Bad\n gateway</body>",
    "502 Bad gateway"
)]
#[case("<script>if (a < b) {}</script>a &lt;b&gt; &amp;amp; c<!-- x > y -->!", "a <b> &amp; c !")]
#[case("<p", "")]
#[case("\u{feff}{\"message\": \"no\"}", "no")]
fn the_words_of_a_refusal_are_told(#[case] body: &str, #[case] words: &str) {
    assert_eq!(said(body), words);
}

#[rstest]
#[case("your key is the key/of+tests, sorry", "your key is ***, sorry")]
#[case("at /create?api_key=the%20key%2Fof%2Btests&x=1", "at /create?api_key=***&x=1")]
#[case("at /create?api_key=the+key%2Fof%2Btests&x=1", "at /create?api_key=***&x=1")]
#[case("at /create?api_key=the%20key%2fof%2btests&x=1", "at /create?api_key=***&x=1")]
#[case(r#"{"message": "the key\/of+tests"}"#, "***")]
#[case("<b>the</b> key/of+tests", "***")]
#[case("api_key=the%20key/of%2Btests", "api_key=***")]
#[case("api_key=the key/of tests", "api_key=***")]
#[case("api_key=the%2520key%252Fof%252Btests", "api_key=***")]
#[case("api_key=the key&#x2F;of&#43;tests", "api_key=***")]
#[case("{\"error\": \"api_key=the key\\/of+te", "{\"error\": \"api_key=***")]
#[case("\\u0074\\u0068e key/of+tests", "***")]
#[case("it began with the key/of, and 100% more", "it began with ***, and 100% more")]
#[case("it ended in:key/OF+TESTS", "it ended in:***")]
fn a_key_that_is_repeated_is_not_shown(#[case] body: &str, #[case] words: &str) {
    assert_eq!(said(body), words);
}

#[test]
fn a_key_that_looks_escaped_is_hidden_as_it_stands() {
    let key = ApiKey::new("%41&amp;word\\u0041-key");
    for body in ["%41&amp;word\\u0041-key", "%2541&amp;amp;word\\\\u0041-key &#27;"] {
        let words = fit_to_show(&format!("not {body}"), &key);
        assert!(words.starts_with("not ") && words.contains("***"), "{words}");
        assert!(!words.contains("word") && !words.contains('\u{1b}'), "{words}");
    }
}

#[rstest]
#[case("100% of 5%25, the keys, \\u and &amp;amp;")]
#[case("1 + 1 = 2")]
fn what_holds_no_key_is_left_as_it_is(#[case] words: &str) {
    assert_eq!(fit_to_show(words, &ApiKey::new("the key/of+tests")), words);
    assert_eq!(fit_to_show(words, &ApiKey::new("")), words);
}

#[test]
fn a_key_at_the_cut_leaves_no_part_behind() {
    let body = format!("{}the key/of+tests", "あ".repeat(LONGEST - 4));
    assert!(!said(&body).contains("the"));
}

/// Where each tag cost a walk through the rest of the page, this would take hours.
#[test]
fn a_page_of_nothing_but_tags_takes_no_longer_for_each_of_them() {
    for tag in ["<>", "<P>", "<style></style>", "<!---->"] {
        assert_eq!(without_tags(&tag.repeat(2_000_000)).trim(), "", "{tag}");
    }
}

/// Where all of it was searched for the key, this would take minutes.
#[test]
fn a_message_of_megabytes_is_cut_before_it_is_searched() {
    let answer = Value::from_iter([("message", "あ".repeat(16_000_000))]);
    let told = in_message(&answer, &ApiKey::new("the key/of+tests"));
    assert_eq!(told, Some("あ".repeat(LONGEST)));
}

proptest! {
    #[test]
    fn whatever_comes_is_short_and_without_the_key(
        body in prop::collection::vec(any::<u8>(), 0..2_000),
        place in any::<prop::sample::Index>(),
    ) {
        let mut body = body;
        let place = place.index(body.len() + 1);
        body.splice(place..place, *b" secret-key ");
        let words = in_text(&text(&body), &ApiKey::new("secret-key"));
        prop_assert!(words.chars().count() <= LONGEST);
        prop_assert!(!words.contains("secret-key"));
    }
}
