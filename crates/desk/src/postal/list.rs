//! The list as the program carries it: packed small, unpacked once when first asked.

use std::io::Read as _;
use std::sync::LazyLock;

use flate2::read::GzDecoder;

/// How it is written stands in `crates/xtask/postal/pack.py`, which wrote it.
const PACKED: &[u8] = include_bytes!("list.gz");

static LIST: LazyLock<List> = LazyLock::new(|| {
    List::unpack(PACKED).unwrap_or_else(|| {
        tracing::error!("the list of postal codes can not be read");
        List::default()
    })
});

/// The list. Unpacked at the first call, which takes some hundredths of a second.
#[must_use]
pub fn list() -> &'static List {
    &LIST
}

/// Japan Post's list.
#[derive(Debug, Default)]
pub struct List {
    text: String,
    cities: Vec<City>,
    lines: Vec<Line>,
    /// Each code, with the number of its line.
    codes: Vec<(u32, u32)>,
}

/// A municipality: places in the text, and its lines, those of its towns alone.
#[derive(Debug)]
struct City {
    prefecture: (usize, usize),
    name: (usize, usize),
    lines: (usize, usize),
}

#[derive(Debug)]
struct Line {
    code: u32,
    city: usize,
    text: (usize, usize),
}

/// A place with its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// Seven digits, as a number.
    pub code: u32,
    /// Name of the prefecture.
    pub prefecture: &'a str,
    /// Name of the municipality, with that of its county.
    pub city: &'a str,
    /// Name of the town, or where an office is; empty for the rest of the municipality.
    pub town: &'a str,
    /// A building with codes of its own, where the code is of one.
    pub building: &'a str,
    /// Which part of it has this code: a floor, some blocks.
    pub note: &'a str,
}

impl List {
    fn unpack(packed: &[u8]) -> Option<Self> {
        let mut text = String::new();
        GzDecoder::new(packed).read_to_string(&mut text).ok()?;
        let mut list = Self::default();
        let (mut at, mut prefecture, mut code, mut offices) = (0, (0, 0), 0_u32, false);
        for (number, line) in text.split_inclusive('\n').enumerate() {
            let (begin, end) = (at, at + line.trim_end_matches('\n').len());
            at += line.len();
            match text[begin..end].chars().next() {
                _ if number == 0 => {}
                Some('!') => prefecture = (begin + 1, end),
                Some('=') => list.cities.push(City {
                    prefecture,
                    name: (begin + 1, end),
                    lines: (list.lines.len(), list.lines.len()),
                }),
                Some('*') => (offices, code) = (true, 0),
                _ => {
                    let (step, rest) =
                        text[begin..end].split_once('\t').unwrap_or((&text[begin..end], ""));
                    let step = if step.is_empty() { 1 } else { step.parse::<i32>().ok()? };
                    code = code.checked_add_signed(step)?;
                    list.codes.push((code, u32::try_from(list.lines.len()).ok()?));
                    list.lines.push(Line {
                        code,
                        city: list.cities.len().checked_sub(1)?,
                        text: (end - rest.len(), end),
                    });
                    if !offices {
                        list.cities.last_mut()?.lines.1 += 1;
                    }
                }
            }
        }
        list.codes.sort_unstable();
        list.text = text;
        Some(list)
    }

    /// Year and month in which it was published: `2026-10`.
    #[must_use]
    pub fn date(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }

    /// The places of a code, offices among them.
    pub fn entries(&self, code: u32) -> impl Iterator<Item = Entry<'_>> {
        let first = self.codes.partition_point(|(other, _)| *other < code);
        let same = self.codes[first..].iter().take_while(move |(other, _)| *other == code);
        same.map(|(_, line)| self.entry(&self.lines[*line as usize]))
    }

    /// The names of the municipalities that have towns, each with its prefecture's, and its number
    /// for `towns`.
    pub fn cities(&self) -> impl Iterator<Item = (usize, &str, &str)> {
        let of = |(begin, end)| &self.text[begin..end];
        let towned = self.cities.iter().enumerate().filter(|(_, city)| city.lines.0 < city.lines.1);
        towned.map(move |(number, city)| (number, of(city.prefecture), of(city.name)))
    }

    /// The towns of a municipality.
    pub fn towns(&self, city: usize) -> impl Iterator<Item = Entry<'_>> {
        let (begin, end) = self.cities.get(city).map_or((0, 0), |city| city.lines);
        self.lines[begin..end].iter().map(|line| self.entry(line))
    }

    /// Everything in it, offices too.
    pub fn all(&self) -> impl Iterator<Item = Entry<'_>> {
        self.lines.iter().map(|line| self.entry(line))
    }

    fn entry(&self, line: &Line) -> Entry<'_> {
        let of = |(begin, end): (usize, usize)| &self.text[begin..end];
        let city = &self.cities[line.city];
        let mut texts = of(line.text).split('\t');
        let mut next = || texts.next().unwrap_or_default();
        Entry {
            code: line.code,
            prefecture: of(city.prefecture),
            city: of(city.name),
            town: next(),
            building: next(),
            note: next(),
        }
    }
}
