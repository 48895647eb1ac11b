//! Practise, register a company and a card with Japanese text, and find it again.
#![cfg(target_os = "linux")]

use hotprofile::Entity;
use journeys::desktop::Desktop;
use journeys::program::pictures;
use journeys::until::until;

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
    person.save(Entity::BusinessCards, "family_name");
    page.picture(&pictures().join("journeys/registered.png"));

    person.go("find", Entity::BusinessCards);
    person.find("search[family_name]", "髙﨑");
    page.see("株式会社髙﨑𠮷商店");
    page.press("髙﨑");
    person.see("details.more");
    page.picture(&pictures().join("journeys/found.png"));
    let text = page.text();
    assert!(text.contains("𠮷乃"), "{text}");
    assert!(text.contains("Nov 20, 2026"), "full-width digits are narrowed: {text}");
    assert!(text.contains(&memo), "the memo comes back whole");
    assert!(person.program.close().success());
}

/// What a person has set on the page for finding, and what they see for it: filter, its mark,
/// sorting, page, page size, rows.
const SET: &str = r#"[
    document.getElementsByName("search[client_name]")[0].value,
    ...["main ul", "th[aria-sort$=ending]", "[role=group][aria-label=PAGES]", "tbody"]
        .map((place) => document.querySelector(place)?.innerText),
    document.getElementsByName("page[display_number]")[0].value,
]"#;

#[test]
fn filter_sorting_page_and_page_size_are_as_they_were_left() {
    let desktop = Desktop::new();
    let person = desktop.person();
    let page = person.page();
    let script = SET.replace("PAGES", person.words.get("find.page"));
    let set = || page.evaluate(&script).as_array().expect("a list").clone();
    person.practise();
    person.go("find", Entity::BusinessCards);
    person.see("find.page_of");
    let at_first = set();

    person.find("search[client_name]", "株式会社");
    page.choose("page[display_number]", "20");
    person.press("field.trade_on");
    person.press("find.next");
    let second = person.words.with("find.page_of", "page", "2");
    let second = second.split('{').next().unwrap_or_default();
    page.see(second);
    let left = set();
    let changed = at_first.iter().zip(&left).filter(|(first, left)| first != left).count();
    assert_eq!(changed, left.len(), "all of it is told apart: {at_first:#?} {left:#?}");

    person.go("register", Entity::BusinessCards);
    person.go("find", Entity::BusinessCards);
    page.see(second);
    let again = until(|| (set() == left).then_some(()));
    assert!(again.is_some(), "left as {left:#?}, found as {:#?}", set());
}
