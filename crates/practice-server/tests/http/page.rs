//! The page of a company for the browser.

use hotprofile::{Entity, Operation};
use practice_server::Options;
use serde_json::Value as Json;

use crate::caller::Caller;

async fn page(caller: &Caller, id: &str) -> (u16, String) {
    let url = format!("{}/clients/{id}", caller.server.url());
    let page = caller.client.get(url).send().await.expect("an answer");
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    (page.status().as_u16(), page.text().await.expect("text"))
}

#[tokio::test]
async fn it_shows_what_is_known_of_a_company_and_says_that_it_is_practice() {
    let caller = Caller::start(Options { records: 100, ..Options::default() }).await;
    let companies = caller.list(Entity::Clients, &[]).await;
    let mut companies = companies["clients"].as_array().expect("companies").iter();
    let with_items = |company: &&Json| company["items"][0]["value"].is_string();
    let company = companies.find(with_items).expect("one with items");
    let (status, page) = page(&caller, &company["id"].to_string()).await;
    assert_eq!(status, 200);
    assert!(page.contains("練習用のデータです。"), "{page}");
    for key in ["name", "name_disp", "main_tel", "url", "address", "updated_at"] {
        let text = company[key].as_str().expect("text");
        assert!(page.contains(text), "{key} {text}: {page}");
    }
    let item = &company["items"][0]["value"];
    assert!(page.contains(item.as_str().expect("text")), "{item}: {page}");
}

#[tokio::test]
async fn markup_is_shown_as_text() {
    let caller = Caller::start(Options::default()).await;
    let markup = "<script>alert(\"1\")</script>&amp;";
    let company = [
        ("name", markup),
        ("name_disp", markup),
        ("note", "一行\n<b onclick='x'>"),
        ("url", "javascript:alert(1)"),
    ];
    let id = caller.id(Entity::Clients, Operation::Create, &company).await;
    let (_, page) = page(&caller, &id.to_string()).await;
    let shown = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;";
    assert!(page.contains(&format!("<h1>{shown}</h1>")), "{page}");
    assert!(page.contains("一行\n&lt;b onclick='x'&gt;"), "{page}");
    for never in ["<script", "<b ", "href="] {
        assert!(!page.contains(never), "{never}: {page}");
    }
}

#[tokio::test]
async fn a_merged_company_shows_the_one_it_became() {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    assert_eq!(page(&caller, "4").await, page(&caller, "1").await);
}

#[tokio::test]
async fn a_company_that_does_not_exist_is_said_not_to_be_found() {
    let caller = Caller::start(Options { records: 10, ..Options::default() }).await;
    for id in ["4000", "4294967296", "0", "-1", "x"] {
        let (status, page) = page(&caller, id).await;
        assert_eq!(status, 404, "{id}");
        assert!(page.contains("会社が見つかりません"), "{page}");
    }
}
