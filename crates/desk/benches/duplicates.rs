//! What looking for duplicates costs among 100,000 known cards, against a plain scan of the same
//! text in memory: each card's text is looked through for the name, the address and the number.
//! The medians and their ratio are printed; the search has to take less than 50 ms.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use desk::database::{Database, Opened, Place};
use desk::duplicates::{likely, make_missing};
use desk::keychain::{Keychain, KeychainError};
use desk::outbox::record::Form;
use hotprofile::{Entity, Values};
use secrecy::SecretString;

/// Cards that are known.
const CARDS: usize = 100_000;

/// What a person may wait for.
const MOST: Duration = Duration::from_millis(50);

/// Each of so many forms is looked for in turn.
const FORMS: usize = 1_000;

const FIRST: [&str; 25] = [
    "髙", "山", "渡", "佐", "田", "中", "小", "松", "吉", "森", "大", "石", "林", "清", "池", "橋",
    "前", "藤", "岡", "長", "近", "村", "後", "坂", "青",
];
const SECOND: [&str; 20] = [
    "橋", "﨑", "邊", "藤", "中", "村", "川", "本", "田", "井", "島", "野", "原", "木", "澤", "口",
    "谷", "塚", "山", "岸",
];
const GIVEN: [&str; 25] = [
    "一郎",
    "花子",
    "健",
    "望",
    "京子",
    "守",
    "綾",
    "太郎",
    "美咲",
    "誠",
    "直樹",
    "陽子",
    "翔",
    "恵",
    "修",
    "真由美",
    "大輔",
    "裕子",
    "学",
    "舞",
    "豊",
    "香織",
    "剛",
    "円",
    "薫",
];

type Failure = Box<dyn std::error::Error>;

/// A card as it is listed.
fn card(at: usize) -> Values {
    let family = format!("{}{}", FIRST[at % 25], SECOND[at / 25 % 20]);
    let values = [
        ("id", at.to_string()),
        ("name", format!("{family} {}", GIVEN[at / 500 % 25])),
        ("name_kana", format!("ヨミ{} カナ{}", at % 500, at / 500 % 25)),
        ("client_name", format!("株式会社架空商会{:04}", at % 4_999)),
        ("organization_name", "営業本部 第一営業部".to_owned()),
        ("post", "課長".to_owned()),
        ("tel", format!("03-0000-{:04}", at % 4_999)),
        ("mobile_tel", format!("090-{:04}-{:04}", at / 10_000, at % 10_000)),
        ("email", format!("person{at}@kaku{}.example", at % 4_999)),
        ("zip", "100-0000".to_owned()),
        ("address", "霧笛区汽笛町一丁目二番三号 霧笛ビル 4F".to_owned()),
        ("trade_on", "2026/11/23".to_owned()),
        ("status", "1".to_owned()),
        ("updated_at", "2026/11/23 12:00:00".to_owned()),
    ];
    values.map(|(key, text)| (key.to_owned(), text)).into()
}

/// A form in which a card is typed; every second one is a card that is known, in other letters.
fn form(at: usize) -> Form {
    let seed = at * 97;
    let is_known = at.is_multiple_of(2);
    let known = card(seed);
    let (family, first) = known["name"].split_once(' ').unwrap_or_default();
    let family = family.replace('髙', "高").replace('﨑', "崎").replace('邊', "辺");
    let other = if is_known { "" } else { "子" };
    let values = [
        ("client_id", "7".to_owned()),
        ("family_name", family),
        ("first_name", format!("{first}{other}")),
        ("mobile_tel", format!("080-1{at:03}-0000")),
        ("email", format!("new{at}@kaku.example")),
    ];
    Form {
        entity: Entity::BusinessCards,
        values: values.map(|(key, text)| (key.to_owned(), text)).into(),
        client_name: Some(known["client_name"].clone()),
        needs: None,
        change: None,
    }
}

/// The program's own database, in which the cards are known.
fn program(folder: &Path, cards: &[String]) -> Result<Database, Failure> {
    let keychain = Arc::new(InMemory::default());
    let Opened::Made { database, .. } = Place::new(folder, "bench", keychain).open()? else {
        return Err("a new database was wanted".into());
    };
    database.write(|db| {
        let mut insert = db.prepare(
            "INSERT INTO known (entity, id, answered, seen_at)
             VALUES ('business_cards', ?, ?, 1800000000000)",
        )?;
        for (at, card) in cards.iter().enumerate() {
            insert.execute((at + 1, card))?;
        }
        Ok(())
    })?;
    let begun = Instant::now();
    while !database.write(|db| Ok(make_missing(db, 5_000)?))? {}
    println!("keys for {CARDS} cards made in {:.1?}", begun.elapsed());
    Ok(database)
}

#[derive(Default)]
struct InMemory(Mutex<BTreeMap<String, SecretString>>);

impl Keychain for InMemory {
    fn keep(&self, name: &str, secret: &SecretString) -> Result<(), KeychainError> {
        let mut secrets = self.0.lock().map_err(|_| KeychainError::Failed)?;
        secrets.insert(name.to_owned(), secret.clone());
        Ok(())
    }

    fn give(&self, name: &str) -> Result<Option<SecretString>, KeychainError> {
        Ok(self.0.lock().map_err(|_| KeychainError::Failed)?.get(name).cloned())
    }

    fn remove(&self, name: &str) -> Result<(), KeychainError> {
        self.0.lock().map_err(|_| KeychainError::Failed)?.remove(name);
        Ok(())
    }
}

/// How many cards hold the name, the address or the number as it is typed.
fn scan(cards: &[String], form: &Form) -> usize {
    let typed = |key: &str| form.values.get(key).map_or("", String::as_str);
    let name = format!("{} {}", typed("family_name"), typed("first_name"));
    let wanted = [&*name, typed("email"), typed("mobile_tel")];
    cards.iter().filter(|card| wanted.iter().any(|text| card.contains(text))).count()
}

fn looking(criterion: &mut Criterion) {
    if let Err(failure) = measure(criterion) {
        eprintln!("{failure}");
        std::process::exit(1);
    }
}

fn measure(criterion: &mut Criterion) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let cards: Vec<String> =
        (0..CARDS).map(|at| serde_json::to_string(&card(at))).collect::<Result<_, _>>()?;
    let forms: Vec<Form> = (0..FORMS).map(form).collect();
    let database = program(folder.path(), &cards)?;
    let look = |form: &Form| database.read(|db| Ok(likely(db, None, form)?));
    for (at, form) in forms.iter().enumerate() {
        if look(form)?.duplicates.is_empty() == at.is_multiple_of(2) {
            return Err(format!("form {at} is judged wrongly").into());
        }
    }

    let (mut searches, mut scans) = (Vec::new(), Vec::new());
    let mut group = criterion.benchmark_group("duplicates among 100,000 known cards");
    group.sample_size(20);
    group.bench_function("a plain scan in memory", |bencher| {
        bencher.iter_custom(|times| timed(&mut scans, times, &forms, |form| scan(&cards, form)));
    });
    let mut failed = None;
    group.bench_function("the search", |bencher| {
        bencher.iter_custom(|times| {
            timed(&mut searches, times, &forms, |form| match look(form) {
                Ok(found) => found.duplicates.len(),
                Err(failure) => {
                    failed = Some(failure);
                    0
                }
            })
        });
    });
    group.finish();
    if let Some(failure) = failed {
        return Err(failure.into());
    }
    let (search, scan) = (median(searches), median(scans));
    let ratio = search.as_secs_f64() / scan.as_secs_f64();
    println!("median {search:.1?}, {ratio:.4} of a plain scan ({scan:.1?})");
    if search < MOST { Ok(()) } else { Err("a person would wait for it".into()) }
}

/// Does this with one form after the other, and notes how long each took.
fn timed(
    taken: &mut Vec<Duration>,
    times: u64,
    forms: &[Form],
    mut work: impl FnMut(&Form) -> usize,
) -> Duration {
    let mut whole = Duration::ZERO;
    for _ in 0..times {
        let form = &forms[taken.len() % forms.len()];
        let begun = Instant::now();
        black_box(work(form));
        let one = begun.elapsed();
        whole += one;
        taken.push(one);
    }
    whole
}

fn median(mut taken: Vec<Duration>) -> Duration {
    taken.sort_unstable();
    taken.get(taken.len() / 2).copied().unwrap_or_default()
}

criterion_group!(benches, looking);
criterion_main!(benches);
