//! What finding a company among 50,000 known ones costs, in an encrypted file, against a plain scan
//! of the same text in memory. Medians of single searches, and their ratio, are printed for each
//! text; what is found has to be what was meant, in less than 50 ms.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use desk::companies;
use desk::database::{Database, Opened, Place};
use desk::keychain::{Keychain, KeychainError};
use secrecy::SecretString;

/// Companies that are known.
const KNOWN: usize = 50_000;

const WORDS: [(&str, &str, &str); 10] = [
    ("霧笛", "ムテキ", "muteki"),
    ("青葉嶺", "アオバネ", "aobane"),
    ("朝凪", "アサナギ", "asanagi"),
    ("木漏日", "コモレビ", "komorebi"),
    ("瑠璃原", "ルリハラ", "rurihara"),
    ("千歳橋", "チトセバシ", "chitosebashi"),
    ("琥珀堂", "コハクドウ", "kohakudo"),
    ("Quillmere", "クイルミア", "quillmere"),
    ("Sternquell", "シュテルンクヴェル", "sternquell"),
    ("Тихий маяк", "チーヒーマヤーク", "mayak"),
];
const TRADES: [(&str, &str); 10] = [
    ("精機", "セイキ"),
    ("電機", "デンキ"),
    ("商事", "ショウジ"),
    ("物流", "ブツリュウ"),
    ("製薬", "セイヤク"),
    ("建設", "ケンセツ"),
    ("システムズ", "システムズ"),
    ("食品", "ショクヒン"),
    ("印刷", "インサツ"),
    ("ホールディングス", "ホールディングス"),
];
const FORMS: [&str; 5] = ["株式会社{}", "{}株式会社", "㈱{}", "有限会社{}", "{}合同会社"];

/// What a person may wait for.
const MOST: Duration = Duration::from_millis(50);

/// What a person types, three characters mostly, and a piece of what the likeliest is called: one
/// text finds much, one nothing.
const TYPED: [(&str, Option<&str>); 8] = [
    ("霧笛商", Some("霧笛商事")),
    ("あおば", Some("青葉嶺")),
    ("㈱千歳", Some("千歳橋")),
    ("maya", Some("Тихий маяк")),
    ("qui", Some("Quillmere")),
    ("株式会社琥珀堂印刷", Some("琥珀堂印刷")),
    ("セ", Some("精機")),
    ("見つからない", None),
];

type Failure = Box<dyn std::error::Error>;

/// The fields of a company, as an answer tells them.
fn company(at: usize) -> BTreeMap<&'static str, String> {
    let (word, word_kana, roman) = WORDS[at % WORDS.len()];
    let (trade, trade_kana) = TRADES[at / WORDS.len() % TRADES.len()];
    let short = format!("{word}{trade}{at}");
    let domain = format!("{roman}{at}.example");
    BTreeMap::from([
        ("name", FORMS[at / 100 % FORMS.len()].replace("{}", &short)),
        ("name_disp", short),
        ("name_kana", format!("{word_kana}{trade_kana}")),
        ("zip", "100-0000".to_owned()),
        ("address", format!("霧笛区汽笛町{at}丁目2番3号 霧笛ビル 4F")),
        ("main_tel", "03-0000-1234".to_owned()),
        ("url", format!("https://www.{domain}/")),
        ("mail_domain", domain),
    ])
}

/// The program's own database, in which answers told of that many companies.
fn program(folder: &std::path::Path) -> Result<Database, Failure> {
    let Opened::Made { database, .. } =
        Place::new(folder, "bench", Arc::new(InMemory::default())).open()?
    else {
        return Err("a new database was wanted".into());
    };
    database.write(|db| {
        let mut insert = db.prepare(
            "INSERT INTO known (entity, id, name, answered, seen_at)
             VALUES ('clients', ?, ?, ?, 1800000000000)",
        )?;
        for at in 0..KNOWN {
            let fields = company(at);
            let answered = serde_json::to_string(&fields).unwrap_or_default();
            insert.execute((at + 1, &fields["name"], answered))?;
        }
        Ok(())
    })?;
    Ok(database)
}

/// The same text in memory: what is searched of each company.
fn text(database: &Database) -> Result<Vec<String>, Failure> {
    Ok(database.read(|db| {
        let mut statement = db.prepare("SELECT words FROM known_companies")?;
        let words = statement.query_map([], |row| row.get(0))?;
        Ok(words.collect::<Result<_, _>>()?)
    })?)
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

fn finding(criterion: &mut Criterion) {
    if let Err(failure) = measure(criterion) {
        eprintln!("{failure}");
        std::process::exit(1);
    }
}

fn measure(criterion: &mut Criterion) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let database = program(folder.path())?;
    let begun = Instant::now();
    while !database.write(|db| Ok(companies::make_missing(db, 1_000)?))? {}
    println!("making the words of {KNOWN} companies: {:?}", begun.elapsed());
    let text = text(&database)?;
    println!("their text: {} bytes", text.iter().map(String::len).sum::<usize>());

    let mut group = criterion.benchmark_group("finding a company among 50,000");
    group.sample_size(20);
    let mut slow = Vec::new();
    for (typed, meant) in TYPED {
        let found = companies::find(&database, typed)?.companies;
        let likeliest = found.first().map(|company| company.name.as_str());
        let is_right = match (likeliest, meant) {
            (Some(name), Some(meant)) => name.contains(meant),
            (likeliest, meant) => likeliest == meant,
        };
        if !is_right {
            return Err(format!("{typed} finds {likeliest:?}").into());
        }
        let mut failed = None;
        let found = timed(&mut group, &format!("{typed}, by the program"), || {
            failed = companies::find(&database, black_box(typed)).err();
        });
        if let Some(failure) = failed {
            return Err(failure.into());
        }
        let needle = desk::likeness::company::core(typed);
        let scanned = timed(&mut group, &format!("{typed}, by a plain scan"), || {
            black_box(text.iter().filter(|words| words.contains(black_box(&needle))).count());
        });
        if found >= MOST {
            slow.push(typed);
        }
        println!(
            "{typed}: median {found:?}, {:.1} plain scans ({scanned:?})",
            found.as_secs_f64() / scanned.as_secs_f64()
        );
    }
    group.finish();
    if slow.is_empty() { Ok(()) } else { Err(format!("a person would wait for {slow:?}").into()) }
}

/// The median of single runs, of all that criterion measured.
fn timed(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    name: &str,
    mut work: impl FnMut(),
) -> Duration {
    let mut all = Vec::new();
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|times| {
            let mut taken = Duration::ZERO;
            for _ in 0..times {
                let begun = Instant::now();
                work();
                let one = begun.elapsed();
                all.push(one);
                taken += one;
            }
            taken
        });
    });
    all.sort_unstable();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

criterion_group!(benches, finding);
criterion_main!(benches);
