//! Which of the codes of one town is meant: notes of the list say which part has which.

use super::list::Entry;
use super::writing::fold;

/// Those of a town's entries that fit what is written behind its name, already folded.
pub fn narrow<'a>(entries: Vec<Entry<'a>>, rest: &str) -> Vec<Entry<'a>> {
    let building = entries
        .iter()
        .map(|entry| entry.building)
        .filter(|building| !building.is_empty() && rest.contains(&fold(building)))
        .max_by_key(|building| building.len())
        .unwrap_or_default();
    let here: Vec<_> = entries.into_iter().filter(|entry| entry.building == building).collect();
    if building.is_empty() { part(here, rest) } else { floor(&here, &fold(building), rest) }
}

/// Of a building the entry of its floor, or the one for what no floor is known of.
fn floor<'a>(entries: &[Entry<'a>], building: &str, rest: &str) -> Vec<Entry<'a>> {
    let after = rest.split_once(building).map_or("", |(_, after)| after);
    let number =
        |text: &str| text.split(|c: char| !c.is_ascii_digit()).find_map(|n| n.parse::<u32>().ok());
    let wanted = number(after);
    let fits = |entry: &&Entry| wanted.is_some() && number(entry.note) == wanted;
    let rest = |entry: &&Entry| number(entry.note).is_none();
    first_of(entries, &[&fits, &rest])
}

/// Of a town's parts those that are named; else those for what is not, where that is certain.
fn part<'a>(entries: Vec<Entry<'a>>, rest: &str) -> Vec<Entry<'a>> {
    let notes: Vec<Option<bool>> = entries.iter().map(|entry| fits(entry.note, rest)).collect();
    let of = |wanted: &dyn Fn(usize) -> bool| -> Vec<Entry<'a>> {
        entries.iter().enumerate().filter(|(at, _)| wanted(*at)).map(|(_, entry)| *entry).collect()
    };
    let named = of(&|at| notes[at] == Some(true));
    if !named.is_empty() {
        return named;
    }
    let others = of(&|at| is_for_the_rest(entries[at].note));
    let is_certain = entries
        .iter()
        .zip(&notes)
        .all(|(entry, fits)| is_for_the_rest(entry.note) || *fits == Some(false));
    if is_certain && !others.is_empty() { others } else { entries }
}

fn is_for_the_rest(note: &str) -> bool {
    matches!(note, "" | "その他")
}

/// Whether what is written fits a note; nothing where that can not be told.
fn fits(note: &str, rest: &str) -> Option<bool> {
    if is_for_the_rest(note) {
        return Some(false);
    }
    if let Some(blocks) = blocks(note) {
        let block: u32 = rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
        return Some(blocks.iter().any(|(first, last)| (*first..=*last).contains(&block)));
    }
    let is_named = note.split('、').any(|name| names(rest, &fold(name)));
    let has_numbers = note.contains(|c: char| c.is_numeric());
    if is_named {
        Some(true)
    } else if has_numbers || rest.is_empty() {
        None
    } else {
        Some(false)
    }
}

/// The blocks of a note that names nothing else: 1〜3丁目, 1、2丁目, 4丁目.
fn blocks(note: &str) -> Option<Vec<(u32, u32)>> {
    let blocks = note.strip_suffix("丁目")?;
    blocks
        .split('、')
        .map(|part| {
            let (first, last) = part.split_once('〜').unwrap_or((part, part));
            Some((first.parse().ok()?, last.parse().ok()?))
        })
        .collect()
}

/// Whether the name stands there as a whole: no number goes on before or behind it.
fn names(rest: &str, name: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    !name.is_empty()
        && rest.match_indices(name).any(|(at, _)| {
            let is_begun = name.starts_with(is_digit) && rest[..at].ends_with(is_digit);
            let goes_on = name.ends_with(is_digit) && rest[at + name.len()..].starts_with(is_digit);
            !is_begun && !goes_on
        })
}

/// Those that the first of these conditions holds for, where there are any; else all.
fn first_of<'a>(entries: &[Entry<'a>], conditions: &[&dyn Fn(&&Entry) -> bool]) -> Vec<Entry<'a>> {
    conditions
        .iter()
        .map(|holds| entries.iter().filter(|entry| holds(entry)).copied().collect::<Vec<_>>())
        .find(|some| !some.is_empty())
        .unwrap_or_else(|| entries.to_vec())
}
