use std::time::Duration;

use hotprofile::{Entity, Operation, Values};
use practice_server::{Calls, Fault, PracticeServer};

use super::{Alike, Duplicate, Likely, Whose};
use crate::Desk;
use crate::outbox::record::{Form, RecordId, Stage};
use crate::testing::{KEY, Machine, everything, service};
use crate::trouble::Trouble;

/// What takes so long is not waited for by any test.
const FOR_EVER: Duration = Duration::from_hours(1);

const COMPANY: &str = "株式会社霧笛商会";

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

async fn connected(machine: &Machine, service: &PracticeServer) -> Desk {
    let desk = machine.start();
    desk.connect_to(service, KEY, false).await.unwrap();
    desk
}

/// A company that is registered.
async fn company(desk: &Desk, machine: &Machine) -> String {
    let company = values(&[("name", COMPANY), ("name_disp", "霧笛")]);
    desk.register(machine, Entity::Clients, company).await.to_string()
}

/// The form of a person at that company.
fn form(entity: Entity, client_id: &str, typed: &[(&str, &str)]) -> Form {
    let mut values = values(typed);
    values.insert("client_id".to_owned(), client_id.to_owned());
    if entity == Entity::BusinessCards {
        values.extend([("status", "1"), ("open_status", "1")].map(|(k, v)| (k.into(), v.into())));
    }
    let client_name = Some(COMPANY.to_owned());
    Form { entity, values, client_name, needs: None, change: None }
}

fn card(client_id: &str, family_name: &str, first_name: &str) -> Form {
    form(
        Entity::BusinessCards,
        client_id,
        &[("family_name", family_name), ("first_name", first_name)],
    )
}

/// Registers a form and gives the service's id.
async fn registered(desk: &Desk, machine: &Machine, form: Form) -> u32 {
    let mut counts = machine.counts.subscribe();
    let outbox = desk.outbox().await.unwrap();
    let id = outbox.submit(None, form).await.unwrap().id;
    counts.wait_for(|counts| counts.unsent() == 0).await.unwrap();
    match outbox.record(id).await.unwrap().stage {
        Stage::Done { id, .. } => id,
        other => panic!("{other:?}"),
    }
}

async fn stage(desk: &Desk, id: RecordId) -> Stage {
    desk.outbox().await.unwrap().record(id).await.unwrap().stage
}

async fn known(desk: &Desk, form: &Form) -> Vec<Duplicate> {
    desk.known_duplicates(None, form.clone()).await.unwrap().duplicates
}

fn whose(duplicates: &[Duplicate]) -> Vec<Whose> {
    duplicates.iter().map(|duplicate| duplicate.whose).collect()
}

#[tokio::test]
async fn two_cards_of_one_person_typed_in_a_row_are_found_before_the_first_is_sent() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    service.faults().every(Calls::of(Operation::Create), Fault::DelayBefore(FOR_EVER));
    let outbox = desk.outbox().await.unwrap();
    let waiting = outbox.submit(None, card(&company, "髙橋", "一郎")).await.unwrap().id;
    let aside = outbox.save_draft(None, card(&company, "渡邊", "広子")).await.unwrap();

    let twin = card(&company, "高橋", "一郎");
    let [found] = &known(&desk, &twin).await[..] else { panic!("one is there") };
    assert_eq!(found.whose, Whose::Outbox { id: waiting });
    assert_eq!(found.reasons, [Alike::WrittenDifferently]);
    assert!(found.certain);
    assert_eq!(found.fields["name"], "髙橋 一郎");
    assert_eq!(found.fields["client_name"], COMPANY);

    // What is being typed in a form is no other record, its own draft least of all.
    let other = card(&company, "渡辺", "廣子");
    assert_eq!(known(&desk, &other).await, []);
    outbox.put_aside(aside).await.unwrap();
    assert_eq!(whose(&known(&desk, &other).await), [Whose::Outbox { id: aside }]);
    let own = desk.known_duplicates(Some(aside), other).await.unwrap();
    assert_eq!(own.duplicates, []);
}

#[tokio::test]
async fn what_this_machine_sent_or_was_told_is_found_without_a_call() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    let id = registered(&desk, &machine, card(&company, "山﨑", "花子")).await;
    let other = Machine::new();
    let theirs = connected(&other, &service).await;
    theirs.find(Entity::BusinessCards, everything(), 1).await.unwrap();

    let calls = service.arrivals().len();
    for desk in [&desk, &theirs] {
        let found = known(desk, &card(&company, "山崎", "花子")).await;
        assert_eq!(whose(&found), [Whose::Service { id }]);
        assert_eq!(found[0].fields["name"], "山﨑 花子");
        assert_eq!(found[0].search["search[client_name]"], COMPANY);
    }
    assert_eq!(service.arrivals().len(), calls);
}

#[tokio::test]
async fn one_call_tells_of_everybody_at_the_company_however_the_name_is_typed() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    let mobile = ("mobile_tel", "090-0000-4321");
    let mut married = card(&company, "水瀬", "香");
    married.values.extend(values(&[mobile]));
    let married = registered(&desk, &machine, married).await;
    let id = registered(&desk, &machine, card(&company, "桐ヶ谷", "一郎")).await;
    // Whoever connects is told of the newest.
    registered(&desk, &machine, card(&company, "田中", "花子")).await;

    let theirs = connected(&Machine::new(), &service).await;
    let calls = service.arrivals().len();
    let nobody = card(&company, "", "");
    let looked = theirs.look_for_duplicates(None, nobody, 1).await.unwrap();
    assert_eq!((looked.likely, looked.told_all), (Likely::default(), false));
    assert_eq!(service.arrivals().len(), calls, "there is nobody to ask for yet");

    // As an input method composes it.
    let begun = card(&company, "きり", "");
    let likely = theirs.known_duplicates(None, begun.clone()).await.unwrap();
    assert!(likely.worth_asking && !likely.is_named);
    let looked = theirs.look_for_duplicates(None, begun, 1).await.unwrap();
    assert_eq!((looked.likely.duplicates, looked.told_all), (vec![], true));
    assert_eq!(service.arrivals().len(), calls + 1);
    let mut number = card(&company, "霧島", "香");
    number.values.extend(values(&[mobile]));
    for (typed, expected) in [
        (card(&company, "桐ケ谷", "一郎"), Some(id)),
        (card(&company, "一郎", "桐ヶ谷"), Some(id)),
        (number, Some(married)),
        (card(&company, "霧島", "薫"), None),
    ] {
        let looked = theirs.look_for_duplicates(None, typed.clone(), 1).await.unwrap();
        let expected: Vec<_> = expected.map(|id| Whose::Service { id }).into_iter().collect();
        assert_eq!(whose(&looked.likely.duplicates), expected, "{typed:?}");
        assert!(looked.likely.is_named && looked.told_all);
    }
    assert_eq!(service.arrivals().len(), calls + 1, "the next card of the company asks nobody");
}

#[tokio::test]
async fn a_new_company_is_not_asked_for_again_by_whoever_looked_for_it_to_choose() {
    let (machine, service) = (Machine::new(), service().await);
    let id = company(&connected(&machine, &service).await, &machine).await.parse().unwrap();
    let theirs = connected(&Machine::new(), &service).await;
    assert_eq!(theirs.companies("霧笛灯台", false).await.unwrap().companies, []);
    let calls = service.arrivals().len();
    let new = |name: &str| Form {
        entity: Entity::Clients,
        values: values(&[("name", name), ("name_disp", "略称")]),
        client_name: None,
        needs: None,
        change: None,
    };
    let looked = theirs.look_for_duplicates(None, new("株式会社霧笛灯台"), 1).await.unwrap();
    assert!(looked.told_all && looked.likely.duplicates.is_empty());
    assert_eq!(service.arrivals().len(), calls);
    let looked = theirs.look_for_duplicates(None, new("霧笛商会"), 1).await.unwrap();
    assert_eq!(whose(&looked.likely.duplicates), [Whose::Service { id }]);
    assert_eq!(service.arrivals().len(), calls + 1);
}

#[tokio::test]
async fn a_call_for_duplicates_can_be_given_up() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    service.faults().every(Calls::of(Operation::List), Fault::DelayBefore(FOR_EVER));
    let calls = service.arrivals().len();
    let looking = desk.look_for_duplicates(None, card(&company, "田中", "花子"), 7);
    let give_up = async {
        while service.arrivals().len() == calls {
            tokio::task::yield_now().await;
        }
        desk.give_up(7);
    };
    let (looked, ()) = tokio::join!(looking, give_up);
    assert_eq!(looked.unwrap_err(), Trouble::Overtaken);
}

#[tokio::test]
async fn saving_asks_once_and_only_about_what_the_person_has_not_seen() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    let id = registered(&desk, &machine, card(&company, "髙橋", "一郎")).await;
    let twin = card(&company, "高橋", "一郎");
    let draft = desk.outbox().await.unwrap().save_draft(None, twin.clone()).await.unwrap();

    let refused = desk.submit(Some(draft), twin.clone(), Vec::new(), false).await.unwrap_err();
    let whose = vec![Whose::Service { id }];
    let names = vec!["髙橋 一郎".to_owned()];
    assert_eq!(refused, Trouble::LikelyDuplicate { names, whose: whose.clone() });
    assert_eq!(stage(&desk, draft).await, Stage::Draft { aside: false });

    desk.submit(Some(draft), twin, whose, false).await.unwrap();
    assert_ne!(stage(&desk, draft).await, Stage::Draft { aside: false });
}

#[tokio::test]
async fn saving_tells_what_is_missing_before_it_asks_about_a_duplicate() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    registered(&desk, &machine, card(&company, "髙橋", "一郎")).await;
    let mut twin = card(&company, "髙橋", "一郎");
    twin.values.remove("status");
    let refused = desk.submit(None, twin, Vec::new(), false).await.unwrap_err();
    assert!(matches!(refused, Trouble::Invalid { .. }), "{refused:?}");
}

#[tokio::test]
async fn what_is_only_likely_never_keeps_a_card_from_being_saved() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    let with_kana = |family_name, first_name| {
        let mut form = card(&company, family_name, first_name);
        form.values
            .extend(values(&[("family_name_kana", "イトウ"), ("first_name_kana", "ジュン")]));
        form
    };
    registered(&desk, &machine, with_kana("伊東", "淳")).await;
    let other = with_kana("伊藤", "純");
    let found = known(&desk, &other).await;
    assert_eq!(found[0].reasons, [Alike::SameReading]);
    assert!(!found[0].certain);
    desk.submit(None, other, Vec::new(), false).await.unwrap();
}

#[tokio::test]
async fn an_address_that_is_known_with_several_names_is_no_reason() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    let with_email = |family_name, first_name| {
        let mut form = card(&company, family_name, first_name);
        form.values.insert("email".to_owned(), "kaigishitsu@kirifue.example".to_owned());
        form
    };
    registered(&desk, &machine, with_email("髙橋", "一郎")).await;
    let third = with_email("森", "望");
    assert_eq!(known(&desk, &third).await.len(), 1);
    registered(&desk, &machine, with_email("渡邊", "広子")).await;
    assert_eq!(known(&desk, &third).await, []);
}

#[tokio::test]
async fn leads_and_companies_have_duplicates_too_each_of_its_own_kind() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company_id = company(&desk, &machine).await;
    let typed = [("family_name", "髙橋"), ("first_name", "一郎"), ("mobile_tel", "090-0000-1234")];
    let lead = form(Entity::Leads, &company_id, &typed);
    let id = registered(&desk, &machine, lead.clone()).await;
    assert_eq!(whose(&known(&desk, &lead).await), [Whose::Service { id }]);
    assert_eq!(known(&desk, &form(Entity::BusinessCards, &company_id, &typed)).await, []);

    let twin = values(&[("name", "㈱霧笛商会"), ("name_disp", "霧笛商会")]);
    let entity = Entity::Clients;
    let twin = Form { entity, values: twin, client_name: None, needs: None, change: None };
    let found = known(&desk, &twin).await;
    assert_eq!(whose(&found), [Whose::Service { id: company_id.parse().unwrap() }]);
    assert!(found[0].certain);
    assert!(desk.submit(None, twin, whose(&found), false).await.is_ok());
}

#[tokio::test]
async fn what_is_new_is_taken_into_the_record_as_the_service_shows_it_now() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    let id = registered(&desk, &machine, card(&company, "髙橋", "一郎")).await;
    let mut typed = card(&company, "高橋", "一郎");
    typed.values.insert("tel".to_owned(), "03-0000-1234".to_owned());
    let fields = known(&desk, &typed).await.remove(0).fields;
    let taken = desk.take_into(typed.clone(), id, fields.clone(), 1).await.unwrap();
    assert_eq!(taken.record.id, Some(id));
    assert!(taken.record.fields.contains_key("updated_at"));
    assert_eq!(taken.values["tel"], "03-0000-1234");
    assert!(!taken.values.contains_key("family_name"));
    assert!(!taken.values.contains_key("client_id"));

    let gone = desk.take_into(typed, id + 1000, fields, 1).await.unwrap_err();
    assert_eq!(gone, Trouble::NotFound);
}

#[tokio::test]
async fn what_was_known_before_gets_its_keys_once_its_connection_is_open() {
    let (machine, service) = (Machine::new(), service().await);
    let desk = connected(&machine, &service).await;
    let company = company(&desk, &machine).await;
    registered(&desk, &machine, card(&company, "髙橋", "一郎")).await;
    let twin = card(&company, "高橋", "一郎");
    let id = desk
        .write(|db| Ok(db.execute_batch("DELETE FROM known_keys; UPDATE known SET keyed = 0")?));
    id.await.unwrap();
    assert_eq!(known(&desk, &twin).await, []);
    desk.close_outbox().await;

    let next = machine.start();
    let connection = machine.settings.saved.lock().unwrap().connections[0].id.clone();
    next.open_connection(&connection).await.unwrap();
    while known(&next, &twin).await.is_empty() {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn what_is_forgotten_is_no_duplicate() {
    let machine = Machine::new();
    let desk = machine.start();
    desk.practise().await.unwrap();
    let company = company(&desk, &machine).await;
    registered(&desk, &machine, card(&company, "髙橋", "一郎")).await;
    let twin = card(&company, "高橋", "一郎");
    assert_eq!(known(&desk, &twin).await.len(), 1);
    desk.reset_practice().await.unwrap();
    assert_eq!(known(&desk, &twin).await, []);
}
