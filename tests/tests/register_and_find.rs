//! Practise, register a company and a card with Japanese text, and find it again.
#![cfg(target_os = "linux")]

use journeys::desktop::Desktop;
use journeys::program::pictures;

#[test]
fn a_card_in_japanese_is_registered_and_found_again_with_every_character() {
    let desktop = Desktop::new();
    let person = desktop.person();
    let page = person.page();
    let memo: String = "展示会で名刺を交換。﨑の隣、髙島町。".chars().cycle().take(3_000).collect();

    person.practise();
    person.register_company("株式会社髙﨑𠮷商店", "髙﨑𠮷");
    page.fill("family_name", "髙﨑");
    page.fill("first_name", "𠮷乃");
    page.fill("family_name_kana", "タカサキ");
    page.fill("tel", "03-0000-1234");
    page.fill("trade_on", "２０２６/１１/２０");
    page.fill("note", &memo);
    person.choose_usual();
    person.press("action.save");
    page.see(person.words.get("register.next"));
    page.picture(&pictures().join("journeys/registered.png"));

    person.go("find");
    person.find("search[family_name]", "髙﨑");
    page.see("株式会社髙﨑𠮷商店");
    page.press("髙﨑");
    person.see("details.other");
    page.picture(&pictures().join("journeys/found.png"));
    let text = page.text();
    assert!(text.contains("𠮷乃"), "{text}");
    assert!(text.contains("Nov 20, 2026"), "full-width digits are narrowed: {text}");
    assert!(text.contains(&memo), "the memo comes back whole");

    // Filter and page are as they were left.
    person.go("register");
    person.go("find");
    page.see_in("search[family_name]", "髙﨑");
    assert!(person.program.close().success());
}
