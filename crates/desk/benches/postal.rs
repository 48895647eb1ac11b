//! An address from a postal code and a code from an address, beside a plain scan of the same list as
//! text in memory.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use desk::postal::{Entry, codes, list};

const EVERY: usize = 997;

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
    let towns: Vec<Entry> =
        list().cities().filter_map(|(city, ..)| list().towns(city).last()).collect();
    let addresses: Vec<String> = towns
        .iter()
        .step_by(7)
        .map(|Entry { prefecture, city, town, .. }| format!("{prefecture}{city}{town}1-2-3"))
        .collect();

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
                let address = &addresses[turn() % addresses.len()];
                let begins =
                    |line: &&str| line.get(8..).is_some_and(|place| address.starts_with(place));
                black_box(text.lines().filter(begins).max_by_key(|line| line.len()));
            })
        });
    });
    group.bench_function("a code from an address", |bencher| {
        bencher.iter_custom(|times| {
            addresses_found.measure(times, || {
                black_box(codes("", &addresses[turn() % addresses.len()]));
            })
        });
    });
    group.finish();
    for (what, found, scan) in [
        ("an address from a code", &mut found, &mut scans),
        ("a code from an address", &mut addresses_found, &mut address_scans),
    ] {
        let (found, scan) = (found.median(), scan.median());
        let ratio = found.as_secs_f64() / scan.as_secs_f64();
        println!("{what}: median {found:?}, {ratio:.6} of a plain scan ({scan:?})");
    }
}

criterion_group!(benches, postal);
criterion_main!(benches);
