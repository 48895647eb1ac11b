//! Finding by many conditions, and finding everything again after a restart.
#![cfg(target_os = "linux")]

use hotprofile::{Entity, Operation};
use journeys::desktop::Desktop;
use journeys::person::Person;
use journeys::service::Service;
use journeys::until::until;

/// Leads of which only the first meets all six conditions; each of the others breaks one.
const LEADS: &[[&str; 6]] = &[
    ["山田", "yamada@aozora.example", "03-0000-1234", "100-0001", "true", "東京都千代田区架空町1"],
    [
        "山本",
        "yamamoto@aozora.example",
        "03-0000-1234",
        "100-0001",
        "true",
        "東京都千代田区架空町1",
    ],
    ["山田", "yamada@midori.example", "03-0000-1234", "100-0001", "true", "東京都千代田区架空町1"],
    ["山田", "yamada2@aozora.example", "06-0000-1234", "100-0001", "true", "東京都千代田区架空町1"],
    ["山田", "yamada3@aozora.example", "03-0000-1234", "530-0001", "true", "東京都千代田区架空町1"],
    [
        "山田",
        "yamada4@aozora.example",
        "03-0000-1234",
        "100-0001",
        "false",
        "東京都千代田区架空町1",
    ],
    ["山田", "yamada5@aozora.example", "03-0000-1234", "100-0001", "true", "大阪市北区架空町1"],
];

#[test]
fn six_conditions_find_one_lead_and_are_all_there_after_a_restart() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let company = [("name", "青空商事株式会社"), ("name_disp", "青空商事")];
    service.colleague(Entity::Clients, Operation::Create, &company);
    for [family_name, email, tel, zip, not_tel_flg, address] in LEADS {
        let lead = [
            ("client_id", "1"),
            ("family_name", family_name),
            ("email", email),
            ("tel", tel),
            ("zip", zip),
            ("not_tel_flg", not_tel_flg),
            ("address", address),
        ];
        service.colleague(Entity::Leads, Operation::Create, &lead);
    }
    let person = desktop.person();
    person.connect_first(&service);
    person.go("find", Entity::Leads);
    person.see("find.page_size");
    let page = person.page();
    page.fill("search[multiple]", "千代田区");
    page.fill("search[name]", "山田");
    page.fill("search[email]", "aozora");
    for field in ["field.tel", "field.zip", "field.not_tel_flg"] {
        let label = person.words.get(field);
        page.fill(person.words.get("find.add_filter"), label);
        page.press(label);
    }
    page.fill("search[tel]", "03-");
    page.fill("search[zip]", "100-");
    page.choose("search[not_tel_flg]", person.words.get("flag.set"));
    person.press("find.search");
    only_the_first_is_found(&person);
    let calls = service.calls();
    assert!(person.program.close().success());

    let person = desktop.person();
    person.see("find.leads.title");
    only_the_first_is_found(&person);
    let remove = person.words.start("find.remove_filter");
    let marks =
        format!("document.querySelectorAll('main ul button[aria-label^=\"{remove}\"]').length");
    assert_eq!(person.page().evaluate(&marks), 6, "each condition has its mark");
    assert_eq!(service.calls(), calls + 1, "one call shows it again");
}

fn only_the_first_is_found(person: &Person) {
    person.page().see("yamada@aozora.example");
    let rows = "document.querySelectorAll('[role=grid] tbody tr').length";
    let one = until(|| (person.page().evaluate(rows) == 1).then_some(()));
    assert!(one.is_some(), "{}", person.page().text());
}
