//! Finding an address in the list.

use super::list::{Entry, List};
use super::note;
use super::writing::{fold, short};

/// The entries that an address may mean: those of one town, or of a town of the same name elsewhere.
pub fn entries<'a>(list: &'a List, prefecture: &str, address: &str) -> Vec<Entry<'a>> {
    let (prefecture, address) = (fold(prefecture), fold(address));
    let mut found: Vec<(usize, Vec<Entry>)> = Vec::new();
    for (number, of, city) in list.cities() {
        if !prefecture.is_empty() && prefecture != fold(of) && prefecture != fold(short(of)) {
            continue;
        }
        let rest = address.strip_prefix(fold(of).as_str()).unwrap_or(&address);
        let (city, bare) = (fold(city), fold(without_county(city)));
        let names = [&city, &bare];
        let Some((name, rest)) =
            names.into_iter().find_map(|name| Some((name, rest.strip_prefix(name.as_str())?)))
        else {
            continue;
        };
        if let Some((length, town)) = town(list, number, rest) {
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
    if let Some(name) = within(&towns, rest) {
        return Some((name.chars().count(), note::narrow(of_name(&towns, name), rest)));
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
    let way = ['上', '下', '入'].iter().filter_map(|turn| rest.rfind(*turn)).max()?;
    let end = |name: &str| Some(rest[way..].find(name)? + name.len());
    towns
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| !name.is_empty())
        .filter_map(|name| Some((name, end(name)?)))
        .max_by_key(|(name, end)| (name.len(), std::cmp::Reverse(*end)))
        .map(|(name, _)| name)
}
