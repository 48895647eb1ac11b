//! Registering, changing and finding each kind of record; changes that meet a colleague's.
#![cfg(target_os = "linux")]

use hotprofile::{Entity, Operation};
use journeys::desktop::Desktop;
use journeys::person::Person;
use journeys::service::Service;
use journeys::until::until;

/// Finds a record by this search, opens it and begins to change it.
fn begin_change(person: &Person, entity: Entity, parameter: &str, text: &str) {
    person.go("find", entity);
    person.find(parameter, text);
    person.page().see_in_cell(0, 0, text);
    person.page().press_cell(0, 0);
    person.press("details.change");
    person.see("change.save");
}

#[test]
fn a_company_a_lead_and_a_card_are_registered_changed_and_found() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let person = desktop.person();
    person.connect_first(&service);
    let page = person.page();

    person.go("register", Entity::Clients);
    page.fill("name", "株式会社髙﨑𠮷商店");
    page.fill("name_disp", "髙﨑𠮷");
    page.fill("main_tel", "03-0000-1234");
    person.save(Entity::Clients, "name");
    begin_change(&person, Entity::Clients, "search[name]", "株式会社髙﨑𠮷商店");
    page.fill("main_tel", "03-0000-9999");
    person.save_change();
    assert_eq!(service.kept(Entity::Clients, 1)["main_tel"], "03-0000-9999");

    person.go("register", Entity::Leads);
    page.fill("client_id", "髙﨑");
    page.press("株式会社髙﨑𠮷商店");
    page.fill("family_name", "髙﨑");
    page.fill("email", "takasaki@aozora.example");
    person.press("field.not_tel_flg");
    person.save(Entity::Leads, "family_name");
    begin_change(&person, Entity::Leads, "search[multiple]", "髙﨑");
    page.fill("email", "takasaki@midori.example");
    person.save_change();
    let lead = service.kept(Entity::Leads, 1);
    assert_eq!((&*lead["email"], &*lead["not_tel_flg"]), ("takasaki@midori.example", "true"));

    person.go("register", Entity::BusinessCards);
    page.fill("client_id", "髙﨑");
    page.press("株式会社髙﨑𠮷商店");
    page.fill("family_name", "山田");
    page.fill("first_name", "太郎");
    person.choose_usual();
    person.save(Entity::BusinessCards, "family_name");
    begin_change(&person, Entity::BusinessCards, "search[family_name]", "山田");
    page.fill("mobile_tel", "090-0000-5678");
    person.save_change();
    let card = service.kept(Entity::BusinessCards, 1);
    assert_eq!((&*card["mobile_tel"], &*card["first_name"]), ("090-0000-5678", "太郎"));

    person.go("find", Entity::BusinessCards);
    page.see("090-0000-5678");
}

#[test]
fn a_change_leaves_what_is_not_shown_as_it_was() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let company = [("name", "青空商事株式会社"), ("name_disp", "青空商事"), ("pref_id", "13")];
    service.colleague(Entity::Clients, Operation::Create, &company);
    let card = [
        ("client_id", "1"),
        ("family_name", "山田"),
        ("first_name", "太郎"),
        ("family_name_kana", "ヤマダ"),
        ("extension", "0042"),
        ("status", "1"),
        ("open_status", "1"),
        ("owner_user_id", "1"),
        ("tel", "03-0000-1111"),
    ];
    let id = service.colleague(Entity::BusinessCards, Operation::Create, &card);
    let kept = || {
        let mut kept = service.kept(Entity::BusinessCards, id);
        kept.remove("updated_at").expect("the service notes when");
        kept
    };
    let before = kept();

    let person = desktop.person();
    person.connect_first(&service);
    begin_change(&person, Entity::BusinessCards, "search[family_name]", "山田");
    person.see("change.hidden_hint");
    person.page().fill("tel", "03-0000-2222");
    person.save_change();
    let mut after = kept();
    assert_eq!(after.insert("tel".into(), "03-0000-1111".into()).as_deref(), Some("03-0000-2222"));
    assert_eq!(after, before, "nothing else changed");
}

#[test]
fn a_colleagues_change_in_between_is_shown_and_the_person_chooses() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let company = [
        ("name", "青空商事株式会社"),
        ("name_disp", "青空商事"),
        ("main_tel", "03-0000-1111"),
        ("url", "https://aozora.example"),
    ];
    let id = service.colleague(Entity::Clients, Operation::Create, &company);
    let person = desktop.person();
    person.connect_first(&service);
    let page = person.page();
    begin_change(&person, Entity::Clients, "search[name]", "青空商事株式会社");
    page.fill("main_tel", "03-0000-2222");
    page.fill("note", "来春に訪問");
    let theirs = [("id", "1"), ("main_tel", "03-0000-3333"), ("url", "https://sora.example")];
    service.colleague(Entity::Clients, Operation::Update, &theirs);
    person.press("change.save");
    person.see("find.clients.title");
    person.press_entry("rail.outbox");
    person.see("conflict.what");
    for version in ["03-0000-1111", "03-0000-2222", "03-0000-3333"] {
        page.see(version);
    }
    assert_eq!(service.kept(Entity::Clients, id)["main_tel"], "03-0000-3333", "nothing was sent");
    page.press("03-0000-2222");
    person.press("conflict.send");
    person.see("outbox.empty");
    let settled = until(|| {
        let now = service.kept(Entity::Clients, id);
        (now["main_tel"] == "03-0000-2222").then_some(now)
    });
    let now = settled.expect("what the person chose is sent");
    assert_eq!((&*now["note"], &*now["url"]), ("来春に訪問", "https://sora.example"));
}
