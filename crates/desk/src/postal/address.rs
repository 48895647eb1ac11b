//! Finding an address in the list.

use std::sync::LazyLock;

use super::list::{Entry, List, list};
use super::note;
use super::writing::{fold, short};

/// How a way in Kyoto ends, folded: up, down, in to the east.
const TURNS: &[&str] = &[
    "上る",
    "上ル",
    "上ケる",
    "上ケル",
    "下る",
    "下ル",
    "下ケる",
    "下ケル",
    "東入",
    "西入",
    "南入",
    "北入",
];

/// A municipality's names, folded once.
struct Names {
    number: usize,
    /// The prefecture's, then the short one.
    of: [String; 2],
    /// Its own, then without its county's.
    city: [String; 2],
}

static NAMES: LazyLock<Vec<Names>> = LazyLock::new(|| {
    let names = list().cities().map(|(number, of, city)| Names {
        number,
        of: [fold(of), fold(short(of))],
        city: [fold(city), fold(without_county(city))],
    });
    names.collect()
});

/// The entries that an address may mean: those of one town, or of a town of the same name elsewhere.
pub fn entries(prefecture: &str, address: &str) -> Vec<Entry<'static>> {
    let list = list();
    let (prefecture, address) = (fold(prefecture), fold(address));
    let mut found: Vec<(usize, Vec<Entry>)> = Vec::new();
    for names in NAMES.iter() {
        if !prefecture.is_empty() && !names.of.contains(&prefecture) {
            continue;
        }
        let rest = address.strip_prefix(names.of[0].as_str()).unwrap_or(&address);
        let Some((name, rest)) =
            names.city.iter().find_map(|name| Some((name, rest.strip_prefix(name.as_str())?)))
        else {
            continue;
        };
        if let Some((length, town)) = town(list, names.number, rest) {
            found.push((name.chars().count() + length, town));
        }
    }
    // What names the most is meant: a city's ward rather than a city that is called as it begins.
    let most = found.iter().map(|(length, _)| *length).max();
    found
        .into_iter()
        .filter(|(length, _)| Some(*length) == most)
        .flat_map(|(_, town)| town)
        .collect()
}

/// Villages and towns are often written without the county around them.
fn without_county(city: &str) -> &str {
    match city.split_once('郡') {
        Some((_, bare)) if city.ends_with(['町', '村']) && bare.chars().count() > 1 => bare,
        _ => city,
    }
}

/// The entries of the town that `rest` names, and how much of it the name is.
fn town<'a>(list: &'a List, city: usize, rest: &str) -> Option<(usize, Vec<Entry<'a>>)> {
    let towns: Vec<(String, Entry)> =
        list.towns(city).map(|entry| (fold(entry.town), entry)).collect();
    if let Some(name) = within(&towns, rest) {
        return Some((name.chars().count(), note::narrow(of_name(&towns, name), rest)));
    }
    let begins = |name: &str| rest.strip_prefix(name).is_some_and(|after| !is_cut(name, after));
    let named = towns
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| !name.is_empty() && begins(name))
        .max_by_key(|name| name.len());
    if let Some(name) = named {
        let same = of_name(&towns, name);
        return Some((name.chars().count(), note::narrow(same, &rest[name.len()..])));
    }
    // Where the list knows no towns, the whole has one code.
    let is_whole = towns.iter().all(|(name, _)| name.is_empty());
    is_whole.then(|| (0, towns.into_iter().map(|(_, entry)| entry).collect()))
}

fn of_name<'a>(towns: &[(String, Entry<'a>)], wanted: &str) -> Vec<Entry<'a>> {
    towns.iter().filter(|(name, _)| name == wanted).map(|(_, entry)| *entry).collect()
}

/// Whether a number goes on behind the name: 西1 is not in 西11.
fn is_cut(name: &str, after: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    name.ends_with(is_digit) && after.starts_with(is_digit)
}

/// In Kyoto the way there is told first, then the town: 烏丸通塩小路下る東塩小路町.
fn within<'t>(towns: &'t [(String, Entry)], rest: &str) -> Option<&'t str> {
    if !towns.first().is_some_and(|(_, entry)| entry.city.starts_with("京都市")) {
        return None;
    }
    let way = TURNS.iter().filter_map(|turn| Some(rest.rfind(turn)? + turn.len())).max()?;
    let end = |name: &str| Some(rest[way..].find(name)? + name.len());
    towns
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| !name.is_empty())
        .filter_map(|name| Some((name, end(name)?)))
        .max_by_key(|(name, end)| (name.len(), std::cmp::Reverse(*end)))
        .map(|(name, _)| name)
}
