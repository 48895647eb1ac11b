use hotprofile::contract::Choice;
use hotprofile::{Entity, Operation, Values};
use practice_server::{Calls, Fault, PracticeServer};

use super::{ChangeSheet, Shown};
use crate::Desk;
use crate::find::Query;
use crate::outbox::record::{Change, Form, Stage};
use crate::testing::{KEY, Machine, service};

fn values<const N: usize>(pairs: [(&str, &str); N]) -> Values {
    pairs.map(|(key, text)| (key.to_owned(), text.to_owned())).into()
}

fn listed(value: &str) -> Shown {
    Shown::Listed { value: value.to_owned() }
}

fn known(value: &str) -> Shown {
    Shown::Known { value: value.to_owned() }
}

fn words(text: &str) -> Shown {
    Shown::Words { text: text.to_owned() }
}

async fn connected(machine: &Machine) -> (Desk, PracticeServer) {
    let (desk, service) = (machine.start(), service().await);
    desk.connect_to(&service, KEY, false).await.unwrap();
    (desk, service)
}

/// The record as it is found at this moment.
async fn found(desk: &Desk, entity: Entity, id: u32) -> Values {
    let query = Query { search: Values::new(), order: None, number: 1, display_number: 100 };
    let found = desk.find(entity, query, 1).await.unwrap();
    found.records.into_iter().find(|record| record.id == Some(id)).unwrap().fields
}

async fn begun(desk: &Desk, entity: Entity, id: u32) -> ChangeSheet {
    let listed = found(desk, entity, id).await;
    desk.begin_change(entity, id, &listed).await.unwrap()
}

/// A company and a card at it, registered on this machine through the outbox.
async fn registered_card(machine: &Machine, desk: &Desk) -> (String, u32) {
    let company = values([("name", "株式会社帆布"), ("name_disp", "帆布")]);
    let company = desk.register(machine, Entity::Clients, company).await.to_string();
    let values = values([
        ("client_id", &company),
        ("family_name", "髙橋"),
        ("first_name", "花 子"),
        ("first_name_kana", "ハナコ"),
        ("organization_id", "3"),
        ("extension", "012"),
        ("status", "1"),
        ("open_status", "1"),
        ("trade_on", "2026/11/23"),
    ]);
    let mut counts = machine.counts.subscribe();
    let outbox = desk.outbox().await.unwrap();
    let client_name = Some("株式会社帆布".to_owned());
    let entity = Entity::BusinessCards;
    let form = Form { entity, values, client_name, needs: None, change: None };
    let record = outbox.submit(None, form).await.unwrap().id;
    counts.wait_for(|counts| counts.unsent() == 0).await.unwrap();
    let Stage::Done { id, .. } = outbox.record(record).await.unwrap().stage else {
        panic!("it is registered")
    };
    (company, id)
}

#[tokio::test]
async fn of_a_card_that_this_machine_registered_everything_is_known_without_a_call() {
    let machine = Machine::new();
    let (desk, service) = connected(&machine).await;
    let (company, card) = registered_card(&machine, &desk).await;
    let card_listed = found(&desk, Entity::BusinessCards, card).await;
    let calls = service.arrivals().len();
    let sheet = desk.begin_change(Entity::BusinessCards, card, &card_listed).await.unwrap();
    assert_eq!(service.arrivals().len(), calls);
    let written = Entity::BusinessCards.record().written(Operation::Update);
    assert_eq!(sheet.fields.len(), written.len());
    for (key, shown) in [
        ("id", listed(&card.to_string())),
        ("client_id", known(&company)),
        ("family_name", known("髙橋")),
        ("first_name", known("花 子")),
        ("family_name_kana", known("")),
        ("first_name_kana", known("ハナコ")),
        ("organization_id", known("3")),
        ("extension", known("012")),
        ("open_status", known("1")),
        ("status", listed("1")),
        ("trade_on", listed("2026/11/23")),
        ("pref_id", listed("")),
        ("note", listed("")),
        ("owner_user", Shown::Hidden),
    ] {
        assert_eq!(sheet.fields[key], shown, "{key}");
    }
    assert_eq!(sheet.companies, []);
}

#[tokio::test]
async fn what_a_colleague_may_have_changed_since_is_not_said_to_be_known() {
    let machine = Machine::new();
    let (desk, _service) = connected(&machine).await;
    let (company, card) = registered_card(&machine, &desk).await;
    let mut theirs = found(&desk, Entity::BusinessCards, card).await;
    // The service's word of a change tomorrow, and names that were left as they are.
    theirs.insert("updated_at".to_owned(), "2126/01/01 00:00:00".to_owned());
    let sheet = desk.begin_change(Entity::BusinessCards, card, &theirs).await.unwrap();
    assert_eq!(sheet.fields["extension"], Shown::Hidden);
    assert_eq!(sheet.fields["family_name"], known("髙橋"));
    assert_eq!(sheet.fields["client_id"], known(&company));
    assert!(matches!(sheet.fields["organization_id"], Shown::Words { .. }));

    theirs.insert("name".to_owned(), "高橋 花子".to_owned());
    theirs.insert("client_name".to_owned(), "有限会社ここにない".to_owned());
    let sheet = desk.begin_change(Entity::BusinessCards, card, &theirs).await.unwrap();
    assert_eq!(sheet.fields["family_name"], Shown::Hidden);
    assert_eq!(sheet.fields["first_name"], Shown::Hidden);
    assert_eq!(sheet.fields["client_id"], words("有限会社ここにない"));
}

#[tokio::test]
async fn what_no_answer_shows_is_still_known_after_a_change_of_ones_own() {
    let machine = Machine::new();
    let (desk, _service) = connected(&machine).await;
    let (company, card) = registered_card(&machine, &desk).await;
    let listed = found(&desk, Entity::BusinessCards, card).await;
    let change = Change { id: card, name: "髙橋 花 子".to_owned(), listed };
    let entity = Entity::BusinessCards;
    let values = values([
        ("client_id", &company),
        ("id", &card.to_string()),
        ("open_status", "1"),
        ("tel", ""),
    ]);
    let client_name = Some("株式会社帆布".to_owned());
    let form = Form { entity, values, client_name, needs: None, change: Some(change) };
    let mut counts = machine.counts.subscribe();
    desk.outbox().await.unwrap().submit(None, form).await.unwrap();
    counts.wait_for(|counts| counts.unsent() == 0 && counts.sending == 0).await.unwrap();
    let sheet = begun(&desk, entity, card).await;
    for (key, value) in [("extension", "012"), ("first_name", "花 子"), ("client_id", &company)] {
        assert_eq!(sheet.fields[key], known(value), "{key}");
    }
}

#[tokio::test]
async fn the_company_of_a_card_is_certain_where_just_one_is_called_so() {
    let machine = Machine::new();
    let (desk, service) = connected(&machine).await;
    let name = "株式会社灯台";
    let longer = values([("name", "株式会社灯台商事"), ("name_disp", "灯台商事")]);
    desk.register(&machine, Entity::Clients, longer).await;
    let company = values([("name", name), ("name_disp", "灯台")]);
    let company = desk.register(&machine, Entity::Clients, company.clone()).await;
    let card = values([("name", "海野 渚"), ("client_name", name)]);

    let calls = service.arrivals().len();
    let sheet = desk.begin_change(Entity::BusinessCards, 900, &card).await.unwrap();
    assert_eq!(sheet.fields["client_id"], known(&company.to_string()));
    assert_eq!(sheet.companies, []);
    assert_eq!(service.arrivals().len(), calls + 1);
    // Where a family name ends is a guess, with a space too.
    assert_eq!(sheet.fields["family_name"], Shown::Hidden);

    let twin = values([("name", name), ("name_disp", "灯台"), ("address", "港区1-2")]);
    let twin = desk.register(&machine, Entity::Clients, twin).await;
    let sheet = desk.begin_change(Entity::BusinessCards, 900, &card).await.unwrap();
    assert_eq!(sheet.fields["client_id"], words(name));
    let offered: Vec<_> = sheet.companies.iter().map(|company| company.id).collect();
    assert_eq!(offered, [company, twin]);

    // What is known makes nothing certain, and is offered where the service can not be asked.
    service.faults().every(Calls::ALL, Fault::Html);
    let sheet = desk.begin_change(Entity::BusinessCards, 900, &card).await.unwrap();
    assert_eq!(sheet.fields["client_id"], words(name));
    let offered: Vec<_> = sheet.companies.iter().map(|company| company.id).collect();
    assert_eq!(offered, [company, twin]);
}

#[tokio::test]
async fn the_choices_of_a_company_are_found_by_their_names() {
    let machine = Machine::new();
    let (desk, service) = connected(&machine).await;
    let fields = values([
        ("name", "株式会社錨"),
        ("name_disp", "錨"),
        ("name_sub", "Anchor Ltd."),
        ("pref_id", "13"),
        ("ipo_kbn", "1"),
        ("worker_number_kbn", "2"),
        ("user_id", "1"),
    ]);
    let id = desk.register(&machine, Entity::Clients, fields).await;
    let sheet = begun(&desk, Entity::Clients, id).await;
    for key in ["pref_id", "ipo_kbn", "worker_number_kbn", "user_id"] {
        assert!(matches!(sheet.fields[key], Shown::Known { .. }), "this machine sent {key}");
    }
    assert_eq!(sheet.fields["business_category_kbn"], listed(""));
    assert_eq!(sheet.fields["name_sub"], known("Anchor Ltd."));
    assert_eq!(sheet.fields["name_kana_sub"], Shown::Hidden);

    // Another machine knows nothing of what was sent, and nothing of the names yet.
    let other = Machine::new();
    let theirs = other.start();
    theirs.connect_to(&service, KEY, false).await.unwrap();
    let shown = found(&theirs, Entity::Clients, id).await;
    let sheet = begun(&theirs, Entity::Clients, id).await;
    assert_eq!(sheet.fields["ipo_kbn"], words(&shown["ipo_kbn"]));
    assert_eq!(sheet.fields["user_id"], words(&shown["user_name"]));
    assert_eq!(sheet.fields["name_sub"], Shown::Hidden);
    theirs.name_choice(Choice::Ipo, 1, &shown["ipo_kbn"]).await.unwrap();
    theirs.name_choice(Choice::User, 1, &shown["user_name"]).await.unwrap();
    theirs.name_choice(Choice::Pref, 13, &shown["pref"]).await.unwrap();
    theirs.name_choice(Choice::Pref, 14, &shown["pref"]).await.unwrap();
    let sheet = begun(&theirs, Entity::Clients, id).await;
    assert_eq!(sheet.fields["ipo_kbn"], known("1"));
    assert_eq!(sheet.fields["user_id"], known("1"));
    assert_eq!(sheet.fields["pref_id"], words(&shown["pref"]), "two are called so");
}

#[tokio::test]
async fn a_lead_shows_itself_in_the_form_in_which_it_is_sent() {
    let machine = Machine::new();
    let (desk, _service) = connected(&machine).await;
    let company = values([("name", "株式会社舵"), ("name_disp", "舵")]);
    let company = desk.register(&machine, Entity::Clients, company).await.to_string();
    let lead = values([
        ("client_id", &company),
        ("family_name", "潮"),
        ("pref_id", "13"),
        ("not_tel_flg", "true"),
        ("store_flg", "false"),
        ("latitude", "35.5"),
    ]);
    let id = desk.register(&machine, Entity::Leads, lead).await;
    let sheet = begun(&desk, Entity::Leads, id).await;
    for (key, value) in [
        ("client_id", &*company),
        ("family_name", "潮"),
        ("first_name", ""),
        ("pref_id", "13"),
        ("organization_id", ""),
        ("not_tel_flg", "true"),
        ("store_flg", "false"),
        ("end_user_flg", "false"),
        ("latitude", "35.5"),
    ] {
        assert_eq!(sheet.fields[key], listed(value), "{key}");
    }
}
