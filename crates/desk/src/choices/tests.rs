use encoding_rs::SHIFT_JIS;
use hotprofile::contract::Choice;
use hotprofile::{Entity, Fault, ListedRecord, Problem};

use super::{FileProblem, ImportedChoices, LARGEST_FILE, NamedChoice};
use crate::Desk;
use crate::database::Database;
use crate::find::Query;
use crate::testing::{Machine, everything};
use crate::trouble::Trouble;

async fn practising(machine: &Machine) -> Desk {
    let desk = machine.start();
    desk.practise().await.unwrap();
    desk
}

async fn of(desk: &Desk, wanted: Choice) -> Vec<NamedChoice> {
    let choices = desk.choices().await.unwrap();
    choices.into_iter().filter(|choice| choice.of == wanted).collect()
}

fn named(of: Choice, id: u32, name: &str, entered: bool) -> NamedChoice {
    NamedChoice { of, id, name: name.to_owned(), entered }
}

#[tokio::test]
async fn names_that_leads_show_beside_ids_are_learned() {
    let machine = Machine::new();
    let desk = practising(&machine).await;
    assert_eq!(desk.choices().await.unwrap(), []);
    desk.find(Entity::Leads, everything(), 1).await.unwrap();
    let learned = desk.choices().await.unwrap();
    for of in [
        Choice::Organization,
        Choice::Pref,
        Choice::User,
        Choice::LeadSource,
        Choice::LeadStatus,
        Choice::Tag,
    ] {
        assert!(learned.iter().any(|choice| choice.of == of), "{of:?}");
    }
    assert!(learned.iter().all(|choice| !choice.entered && !choice.name.is_empty()));
    assert!(learned.is_sorted_by_key(|choice| (choice.of, &choice.name, choice.id)));
}

/// What is learned of tags from leads with these ids and names.
fn tags(leads: &[(&str, &str)]) -> Vec<(u32, String)> {
    let lead = |(ids, names): &(&str, &str)| ListedRecord {
        id: Some(1),
        fields: [("tag_ids", ids), ("tags", names)]
            .map(|(key, text)| (key.to_owned(), (*text).to_owned()))
            .into(),
        items: Vec::new(),
    };
    let leads: Vec<_> = leads.iter().map(lead).collect();
    let database = Database::in_memory().unwrap();
    let learned = database.write(|db| {
        super::learn(db, Entity::Leads, &leads)?;
        Ok(super::table::all(db)?)
    });
    learned.unwrap().into_iter().map(|NamedChoice { id, name, .. }| (id, name)).collect()
}

#[test]
fn the_names_of_a_list_of_tags_are_those_of_its_ids_in_their_order() {
    let learned = tags(&[("3、7", "重要、春の展示会"), ("7", "春の展示会")]);
    assert_eq!(learned, [(7, "春の展示会".to_owned()), (3, "重要".to_owned())]);
}

#[test]
fn of_tags_whose_names_can_be_mixed_up_none_is_learned() {
    // A name with a sign in it that also stands between two, and an order that is none.
    assert_eq!(tags(&[("3、7", "春、夏、重要")]), []);
    assert_eq!(
        tags(&[("3、7", "重要、春"), ("3、7", "春、重要"), ("9", "秋")]),
        [(9, "秋".to_owned())]
    );
}

#[tokio::test]
async fn a_number_that_was_searched_for_can_be_chosen_again() {
    let machine = Machine::new();
    let desk = practising(&machine).await;
    let search = [("search[owner_user_id]", "7001"), ("search[user_ids]", "7002, 7003")];
    let search = search.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    desk.find(Entity::Leads, Query { search, ..everything() }, 1).await.unwrap();
    let ids = [7001, 7002, 7003].map(|id| named(Choice::User, id, "", false));
    assert_eq!(desk.choices().await.unwrap(), ids);
    // Of records there are no names to choose from.
    let search = [("search[client_id]".to_owned(), "1".to_owned())].into();
    desk.find(Entity::Leads, Query { search, ..everything() }, 2).await.unwrap();
    assert!(desk.choices().await.unwrap().iter().all(|choice| choice.of != Choice::Client));
}

#[tokio::test]
async fn no_answer_replaces_a_name_that_a_person_gave_until_it_is_forgotten() {
    let machine = Machine::new();
    let desk = practising(&machine).await;
    desk.find(Entity::Leads, everything(), 1).await.unwrap();
    let learned = of(&desk, Choice::User).await.remove(0);
    desk.name_choice(Choice::User, learned.id, " 髙橋さん ").await.unwrap();
    desk.find(Entity::Leads, everything(), 2).await.unwrap();
    let ours = named(Choice::User, learned.id, "髙橋さん", true);
    assert!(of(&desk, Choice::User).await.contains(&ours));

    desk.forget_choice(Choice::User, learned.id).await.unwrap();
    assert!(of(&desk, Choice::User).await.iter().all(|choice| choice.id != learned.id));
    desk.find(Entity::Leads, everything(), 3).await.unwrap();
    assert!(of(&desk, Choice::User).await.contains(&learned));
}

#[tokio::test]
async fn an_id_that_the_service_took_can_be_chosen_again_and_gets_its_name_later() {
    let machine = Machine::new();
    let desk = practising(&machine).await;
    let values = [("name", "株式会社帆"), ("name_disp", "帆"), ("ipo_kbn", "2")];
    let values = values.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    desk.register(&machine, Entity::Clients, values).await;
    assert_eq!(desk.choices().await.unwrap(), [named(Choice::Ipo, 2, "", false)]);
    desk.name_choice(Choice::Ipo, 2, "非上場").await.unwrap();
    assert_eq!(desk.choices().await.unwrap(), [named(Choice::Ipo, 2, "非上場", true)]);
}

#[tokio::test]
async fn records_are_no_choices_and_a_name_is_not_empty() {
    let machine = Machine::new();
    let desk = practising(&machine).await;
    let long = "長".repeat(256);
    for (of, id, name, key, fault) in [
        (Choice::Client, 1, "帆", "of", Fault::NotAChoice),
        (Choice::Pref, 0, "東京都", "id", Fault::NotAnId),
        (Choice::Pref, 13, " ", "name", Fault::Required),
        (Choice::Pref, 13, &long, "name", Fault::TooLong { max: 255, length: 256 }),
    ] {
        let problems = vec![Problem { key: key.to_owned(), fault }];
        assert_eq!(desk.name_choice(of, id, name).await, Err(Trouble::Invalid { problems }));
    }
    assert_eq!(desk.choices().await.unwrap(), []);
}

#[tokio::test]
async fn colleagues_get_the_very_names_by_a_file() {
    let (machine, other) = (Machine::new(), Machine::new());
    let (desk, theirs) = (practising(&machine).await, practising(&other).await);
    let names = [
        (Choice::Organization, 3, "本社, 営業「第一」部"),
        (Choice::Organization, 4, "=HYPERLINK(\"http://x.example\")"),
        (Choice::Organization, 5, "'+部"),
        (Choice::Organization, 6, "'部"),
        (Choice::User, 1, "髙橋 𠮷子"),
    ];
    for (of, id, name) in names {
        desk.name_choice(of, id, name).await.unwrap();
    }
    let file = desk.export_choices().await.unwrap();
    let text = String::from_utf8(file.clone()).unwrap();
    assert!(text.starts_with("\u{feff}of,id,name\n"), "{text}");
    assert!(!text.contains(",="), "a spreadsheet would take it for a formula: {text}");

    let imported = theirs.import_choices(&file).await.unwrap();
    assert_eq!(imported, ImportedChoices { added: 5, ..ImportedChoices::default() });
    assert_eq!(theirs.choices().await.unwrap(), desk.choices().await.unwrap());
    let again = theirs.import_choices(&file).await.unwrap();
    assert_eq!(again, ImportedChoices { known: 5, ..ImportedChoices::default() });
}

#[tokio::test]
async fn a_file_of_a_spreadsheet_is_read_in_its_encoding_and_order_of_columns() {
    let machine = Machine::new();
    let desk = practising(&machine).await;
    desk.name_choice(Choice::Pref, 13, "東京").await.unwrap();
    let text = "Name,備考,OF, id\r\n東京都,,pref,１３\r\n\"大阪府\",x,pref,27\r\n";
    let (shift_jis, ..) = SHIFT_JIS.encode(text);
    let imported = desk.import_choices(&shift_jis).await.unwrap();
    assert_eq!(imported, ImportedChoices { added: 1, corrected: 1, known: 0 });
    let expected =
        [named(Choice::Pref, 27, "大阪府", true), named(Choice::Pref, 13, "東京都", true)];
    assert_eq!(desk.choices().await.unwrap(), expected);
    let imported = desk.import_choices(text.as_bytes()).await.unwrap();
    assert_eq!(imported.known, 2);
}

#[tokio::test]
async fn a_file_with_a_slip_is_refused_whole_and_the_row_is_named() {
    let machine = Machine::new();
    let desk = practising(&machine).await;
    let long = format!("of,id,name\npref,1,{}", "長".repeat(256));
    for (file, row, problem) in [
        (&b""[..], 1, FileProblem::NoColumns),
        (b"of,name\npref,x", 1, FileProblem::NoColumns),
        (b"of,id,name\npref,1,\x81", 1, FileProblem::NotText),
        ("of,id,name\npref,1,北海道\npref,2".as_bytes(), 3, FileProblem::Cells),
        ("of,id,name\npref,1,北海道\nclient,1,x".as_bytes(), 3, FileProblem::NoSuchKind),
        ("of,id,name\npref,0,北海道".as_bytes(), 2, FileProblem::NotAnId),
        ("of,id,name\n\npref,1,北海道\npref,2, ".as_bytes(), 4, FileProblem::NoName),
        (long.as_bytes(), 2, FileProblem::LongName),
        ("of,id,name\npref,1,a\npref,2,b\npref,1,c".as_bytes(), 4, FileProblem::Twice),
    ] {
        let refused = desk.import_choices(file).await;
        assert_eq!(refused, Err(Trouble::ChoicesNotRead { row, problem }));
    }
    let large = vec![b'\n'; LARGEST_FILE + 1];
    assert_eq!(desk.import_choices(&large).await, Err(Trouble::FileTooLarge));
    assert_eq!(desk.choices().await.unwrap(), []);
}
