//! An address from a postal code and a code from an address, beside a plain scan of the same list as
//! text in memory. Medians and their ratio are printed; what is found has to be what was meant, in
//! less than 50 ms.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use desk::postal::{Entry, codes, list};

const EVERY: usize = 997;

/// What a person may wait for.
const MOST: Duration = Duration::from_millis(50);

/// Of all that criterion measured of one kind, warming up included.
#[derive(Default)]
struct Times(Vec<Duration>);

impl Times {
    fn measure(&mut self, times: u64, mut work: impl FnMut()) -> Duration {
        let begun = Instant::now();
        for _ in 0..times {
            work();
        }
        let taken = begun.elapsed();
        self.0.push(taken / u32::try_from(times).unwrap_or(u32::MAX));
        taken
    }

    fn median(&mut self) -> Duration {
        self.0.sort_unstable();
        self.0[self.0.len() / 2]
    }
}

fn postal(criterion: &mut Criterion) {
    if let Err(failure) = measure(criterion) {
        eprintln!("{failure}");
        std::process::exit(1);
    }
}

/// A code that does not lead to its place, or an address that does not lead to its code.
fn wrong(asked: &[&Entry], towns: &[(String, u32)]) -> Option<String> {
    let is_there = |asked: &&&Entry| {
        let place = |entry: &Entry| [entry.prefecture, entry.city, entry.town].concat();
        list().entries(asked.code).any(|entry| place(&entry) == place(asked))
    };
    let is_found = |(address, code): &&(String, u32)| {
        let zip = format!("{:03}-{:04}", code / 10_000, code % 10_000);
        codes("", address).iter().any(|found| found.zip == zip)
    };
    let code = asked.iter().find(|asked| !is_there(asked)).map(|asked| asked.code.to_string());
    code.or_else(|| towns.iter().find(|town| !is_found(town)).map(|(address, _)| address.clone()))
}

/// The last town of a city that has one code alone, buildings aside: they have their own.
fn last_with_one_code(city: usize) -> Option<Entry<'static>> {
    let towns: Vec<Entry> = list().towns(city).filter(|entry| entry.building.is_empty()).collect();
    let is_one = |town: &&Entry| {
        !town.town.is_empty() && towns.iter().filter(|other| other.town == town.town).count() == 1
    };
    towns.iter().rfind(is_one).copied()
}

fn measure(criterion: &mut Criterion) -> Result<(), String> {
    let begun = Instant::now();
    let entries: Vec<Entry> = list().all().collect();
    println!("the list of {} is unpacked in {:?}", list().date(), begun.elapsed());
    let text: Vec<String> = entries
        .iter()
        .map(|Entry { code, prefecture, city, town, .. }| {
            format!("{code:07}\t{prefecture}{city}{town}\n")
        })
        .collect();
    let text = text.concat();
    let asked: Vec<&Entry> = entries.iter().step_by(EVERY).collect();
    let towns = list().cities().filter_map(|(city, ..)| last_with_one_code(city)).step_by(7);
    let addresses: Vec<(String, u32)> = towns
        .map(|Entry { code, prefecture, city, town, .. }| {
            (format!("{prefecture}{city}{town}1-2-3"), code)
        })
        .collect();
    if let Some(wrong) = wrong(&asked, &addresses) {
        return Err(format!("{wrong} is answered wrongly"));
    }

    let mut next = 0;
    let mut turn = move || {
        next += 1;
        next
    };
    let (mut scans, mut found, mut address_scans, mut addresses_found) =
        (Times::default(), Times::default(), Times::default(), Times::default());
    let mut group = criterion.benchmark_group("the list of postal codes");
    group.bench_function("an address from a code, by a plain scan", |bencher| {
        bencher.iter_custom(|times| {
            scans.measure(times, || {
                let code = format!("{:07}\t", asked[turn() % asked.len()].code);
                black_box(text.lines().filter(|line| line.starts_with(&code)).count());
            })
        });
    });
    group.bench_function("an address from a code", |bencher| {
        bencher.iter_custom(|times| {
            found.measure(times, || {
                black_box(list().entries(asked[turn() % asked.len()].code).count());
            })
        });
    });
    group.bench_function("a code from an address, by a plain scan", |bencher| {
        bencher.iter_custom(|times| {
            address_scans.measure(times, || {
                let (address, _) = &addresses[turn() % addresses.len()];
                let begins =
                    |line: &&str| line.get(8..).is_some_and(|place| address.starts_with(place));
                black_box(text.lines().filter(begins).max_by_key(|line| line.len()));
            })
        });
    });
    group.bench_function("a code from an address", |bencher| {
        bencher.iter_custom(|times| {
            addresses_found.measure(times, || {
                black_box(codes("", &addresses[turn() % addresses.len()].0));
            })
        });
    });
    group.finish();
    let mut slow = Vec::new();
    for (what, found, scan) in [
        ("an address from a code", &mut found, &mut scans),
        ("a code from an address", &mut addresses_found, &mut address_scans),
    ] {
        let (found, scan) = (found.median(), scan.median());
        let ratio = found.as_secs_f64() / scan.as_secs_f64();
        println!("{what}: median {found:?}, {ratio:.6} of a plain scan ({scan:?})");
        if found >= MOST {
            slow.push(what);
        }
    }
    if slow.is_empty() { Ok(()) } else { Err(format!("a person would wait for {slow:?}")) }
}

criterion_group!(benches, postal);
criterion_main!(benches);
