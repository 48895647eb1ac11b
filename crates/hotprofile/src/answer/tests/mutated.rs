//! Real pages, made odd at random in some places: nothing panics, and whatever is not odd itself
//! is read as if nothing were.

use std::sync::LazyLock;

use practice_server::{Options, PracticeServer};

use super::*;
use crate::{ApiKey, Client, Endpoint, Gate, List, Listeners, Urgency, Values, limit::Allowance};

/// Records on a page.
const RECORDS: usize = 5;

/// An answer, and what it reads as.
struct Answer {
    entity: Entity,
    json: Value,
    page: Page,
}

/// What the practice server answers to a list of each kind.
static ANSWERS: LazyLock<Vec<Answer>> = LazyLock::new(|| {
    let runtime = tokio::runtime::Runtime::new().expect("threads");
    runtime.block_on(async {
        let options = Options { records: 20, ..Options::default() };
        let server = PracticeServer::start(options).await.expect("it starts");
        let endpoint = Endpoint::practice(server.address()).expect("loopback");
        let gate = Gate::new(Allowance::PUBLISHED, None, Listeners::default());
        let client = Client::new(endpoint, ApiKey::new(server.api_key()), gate).expect("a client");
        let mut answers = Vec::new();
        for entity in Entity::ALL {
            let size = u32::try_from(RECORDS).expect("few");
            let list = List::new(entity, &Values::new(), None, 1, size).expect("all rules kept");
            let answer = client.list_as_answered(&list, Urgency::Person).await.expect("an answer");
            let page = read(entity, &answer.to_string()).expect("a page");
            answers.push(Answer { entity, json: answer, page });
        }
        answers
    })
});

/// What is made odd. The odd values are JSON, as it is written.
#[derive(Clone, Debug)]
enum Mutation {
    /// A published field of a record holds this instead.
    Field { record: usize, field: usize, odd: String },
    /// A record has a field that nobody knows.
    Unknown { record: usize, key: String, odd: String },
    /// A record lacks a field.
    Missing { record: usize, field: usize },
    /// This stands before a record.
    Before { record: usize, odd: String },
    /// Instead of the counters there is this, or nothing.
    Pages { odd: Option<String> },
}

fn odd() -> impl Strategy<Value = String> {
    let text = |text: &str| Just(Value::from(text).to_string());
    prop_oneof![
        Just("null".to_owned()),
        Just("true".to_owned()),
        "-?[1-9][0-9]{0,40}",
        "[1-9]\\.[0-9]{1,30}e[1-9][0-9]{0,4}",
        text(""),
        text(" "),
        text("<script>alert(1)</script><img src=x onerror=alert(1)>&amp;\u{202e}"),
        Just(r#""\ud83d""#.to_owned()),
        Just("[".repeat(500) + &"]".repeat(500)),
        "\\PC{0,30}".prop_map(|text| Value::from(text).to_string()),
        any_json().prop_map(|json| json.to_string()),
    ]
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let record = || 0..RECORDS;
    prop_oneof![
        6 => (record(), any::<usize>(), odd())
            .prop_map(|(record, field, odd)| Mutation::Field { record, field, odd }),
        2 => (record(), "\\PC{0,8}", odd())
            .prop_map(|(record, key, odd)| Mutation::Unknown { record, key, odd }),
        2 => (record(), any::<usize>()).prop_map(|(record, field)| Mutation::Missing { record, field }),
        2 => (record(), odd()).prop_map(|(record, odd)| Mutation::Before { record, odd }),
        1 => prop::option::of(odd()).prop_map(|odd| Mutation::Pages { odd }),
    ]
}

/// A record as it is written, and the keys of what is odd in it.
struct Mutant {
    members: Vec<(String, String)>,
    odd: Vec<String>,
    before: Vec<String>,
}

impl Mutant {
    fn new(record: &Value) -> Self {
        let members = record.as_object().expect("a record").iter();
        let members = members.map(|(key, value)| (key.clone(), value.to_string())).collect();
        Self { members, odd: Vec::new(), before: Vec::new() }
    }

    fn set(&mut self, key: String, odd: Option<String>) {
        self.members.retain(|(known, _)| *known != key);
        self.members.extend(odd.map(|odd| (key.clone(), odd)));
        self.odd.push(key);
    }

    fn key(&self, field: usize) -> String {
        self.members[field % self.members.len()].0.clone()
    }

    fn written(&self) -> String {
        let members = self.members.iter();
        let members = members.map(|(key, value)| format!("{}: {value}", Value::from(key.as_str())));
        format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
    }

    /// Everything in it that is not odd reads as it did, and an odd text as what it says.
    fn check(&self, before: &ListedRecord, now: &ListedRecord) -> Result<(), TestCaseError> {
        let is_odd = |key: &str| self.odd.iter().any(|odd| odd == key);
        if !is_odd("id") {
            prop_assert_eq!(before.id, now.id);
        }
        if !self.odd.iter().any(|odd| odd.starts_with("items")) {
            prop_assert_eq!(&before.items, &now.items);
        }
        let others = |record: &ListedRecord| {
            let mut fields = record.fields.clone();
            fields.retain(|key, _| !is_odd(key));
            fields
        };
        prop_assert_eq!(others(before), others(now));
        for (key, odd) in self.members.iter().filter(|(key, _)| is_odd(key)) {
            if let Ok(Value::String(text)) = serde_json::from_str(odd) {
                let shown = Some(text).filter(|text| !text.trim().is_empty());
                prop_assert_eq!(now.fields.get(key), shown.as_ref());
            }
        }
        Ok(())
    }
}

fn read(entity: Entity, text: &str) -> Option<Page> {
    Page::read(entity, &json::read(text, usize::MAX).ok()?, ASKED)
}

fn check(kind: usize, mutations: Vec<Mutation>) -> Result<(), TestCaseError> {
    let Answer { entity, json: answer, page: whole } = &ANSWERS[kind];
    let records = answer[entity.key()].as_array().expect("a list");
    let mut mutants: Vec<_> = records.iter().map(Mutant::new).collect();
    let mut pages = Some(answer["pages"].to_string());
    for mutation in mutations {
        match mutation {
            Mutation::Field { record, field, odd } => {
                let key = mutants[record].key(field);
                mutants[record].set(key, Some(odd));
            }
            Mutation::Unknown { record, key, odd } => mutants[record].set(key, Some(odd)),
            Mutation::Missing { record, field } => {
                let key = mutants[record].key(field);
                mutants[record].set(key, None);
            }
            Mutation::Before { record, odd } => mutants[record].before.push(odd),
            Mutation::Pages { odd } => pages = odd,
        }
    }
    let list =
        mutants.iter().flat_map(|mutant| mutant.before.iter().cloned().chain([mutant.written()]));
    let list = list.collect::<Vec<_>>().join(", ");
    let pages = pages.map_or_else(String::new, |pages| format!(r#", "pages": {pages}"#));
    let written = format!(r#"{{"{}": [{list}]{pages}}}"#, entity.key());
    let page = read(*entity, &written).expect("a page");

    let mut now = page.records.iter();
    let mut unreadable = 0;
    for (mutant, before) in mutants.iter().zip(&whole.records) {
        for odd in &mutant.before {
            if odd.starts_with('{') {
                now.next();
            } else {
                unreadable += 1;
            }
        }
        mutant.check(before, now.next().expect("none is lost"))?;
    }
    prop_assert_eq!(now.next(), None);
    prop_assert_eq!(page.unreadable, unreadable);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_is_odd_hides_nothing_else(
        kind in 0..Entity::ALL.len(),
        mutations in prop::collection::vec(mutation(), 1..8),
    ) {
        check(kind, mutations)?;
    }
}

#[test]
fn five_megabytes_in_one_field_are_a_text_like_any_other() {
    let large = Value::from("見本<b>".repeat(5_000_000 / "見本<b>".len() + 1)).to_string();
    for kind in 0..Entity::ALL.len() {
        let mutation = Mutation::Field { record: 2, field: 7, odd: large.clone() };
        check(kind, vec![mutation]).expect("nothing else is hidden");
    }
}
