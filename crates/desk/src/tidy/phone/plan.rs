//! The number plans of Japan and of other countries.

use phonenumber::metadata::{DATABASE, Descriptor};
use phonenumber::{Metadata, Mode, PhoneNumber, country};

/// Digits that a number has and should have at least.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortage {
    /// It has so many.
    pub digits: u32,
    /// Numbers of its kind have no fewer.
    pub least: u32,
}

/// Japan's code.
const JAPAN: &str = "81";

/// A number without a country before it, in groups; none where it is not one of Japan.
pub fn national(groups: &[&str]) -> Option<String> {
    let digits = groups.concat();
    is_japanese(&digits).then(|| {
        if is_grouped(groups) {
            return groups.join("-");
        }
        match planned(&digits) {
            Some(planned) if keeps_borders(groups, &planned) => planned.join("-"),
            _ => groups.join("-"),
        }
    })
}

/// A number with its country before it, in groups; none where it stays as it was written.
pub fn overseas(groups: &[&str]) -> Option<String> {
    let (country, rest) = groups.split_first()?;
    if let Some(of_first) = country.strip_prefix(JAPAN) {
        return in_japan(of_first, rest);
    }
    // Where somebody grouped it, it is grouped as there.
    if !rest.is_empty() {
        return None;
    }
    let number = parsed(None, &format!("+{country}"))?;
    let written = number.format().mode(Mode::International).to_string();
    (phonenumber::is_valid(&number) && digits_of(&written) == *country).then_some(written)
}

/// What a number lacks, that is written as it is usually written.
pub(crate) fn shortage_of(number: &str) -> Option<Shortage> {
    let digits = digits_of(number);
    let count = u32::try_from(digits.len()).ok()?;
    let least = if number.trim_start_matches('(').starts_with('+') {
        let least = least_abroad(&digits)?;
        match digits.strip_prefix(JAPAN) {
            // As in Japan, where it begins with a zero instead of the country's two digits.
            Some(own) => {
                let own = own.trim_start_matches('0');
                let Shortage { digits, least } = shortage_of(&format!("0{own}"))?;
                return Some(Shortage { digits: digits + 1, least: least + 1 });
            }
            None => least,
        }
    } else if digits.starts_with("00") || digits.starts_with("010") {
        // It is dialled into another country, by whatever plan.
        return None;
    } else if is_mobile(&digits) {
        11
    } else {
        10
    };
    (count < least).then_some(Shortage { digits: count, least })
}

/// The digits behind Japan's code, as in Japan.
fn in_japan(of_first: &str, rest: &[&str]) -> Option<String> {
    let own = [of_first].into_iter().chain(rest.iter().copied());
    let mut groups: Vec<String> =
        own.filter(|group| !group.is_empty()).map(str::to_owned).collect();
    // The zero that is dialled in Japan alone may stand there in brackets.
    if groups.len() > 1 && groups.first().is_some_and(|first| first == "0") {
        groups.remove(0);
    }
    let first = groups.first_mut()?;
    if !first.starts_with('0') {
        first.insert(0, '0');
    }
    national(&groups.iter().map(String::as_str).collect::<Vec<_>>())
}

fn is_japanese(digits: &str) -> bool {
    let is_foreign = digits.starts_with("00") || digits.starts_with("010");
    let length = if is_mobile(digits) { 11 } else { 10 };
    digits.starts_with('0') && !is_foreign && digits.len() == length
}

/// Numbers of one digit more: mobile and IP telephones, and what is free of charge under 0800.
fn is_mobile(digits: &str) -> bool {
    ["050", "060", "070", "080", "090"].iter().any(|prefix| digits.starts_with(prefix))
}

/// Whether it is grouped as a number is: an area, an exchange, a line; or in pairs, which is how
/// some say theirs.
fn is_grouped(groups: &[&str]) -> bool {
    match groups {
        [area, exchange, line] => {
            (2..=5).contains(&area.len()) && exchange.len() <= 4 && (3..=4).contains(&line.len())
        }
        [area, rest @ ..] => {
            area.len() >= 3 && rest.len() >= 3 && rest.iter().all(|g| g.len() >= 2)
        }
        [] => false,
    }
}

/// Its groups by the number plan; none where that knows no such number.
fn planned(digits: &str) -> Option<Vec<String>> {
    let number = parsed(Some(country::JP), digits)?;
    let written = number.format().mode(Mode::National).to_string();
    let groups: Vec<_> = written.split('-').map(str::to_owned).collect();
    if groups.len() >= 3 && groups.concat() == digits {
        return Some(groups);
    }
    let (area, rest) = digits.split_at_checked(3)?;
    let (exchange, line) = rest.split_at_checked(4)?;
    is_mobile(digits).then(|| [area, exchange, line].map(str::to_owned).into())
}

/// Whether the plan divides the number wherever its writer did.
fn keeps_borders(groups: &[&str], planned: &[String]) -> bool {
    let borders = |lengths: &mut dyn Iterator<Item = usize>| -> Vec<usize> {
        lengths
            .scan(0, |at, length| {
                *at += length;
                Some(*at)
            })
            .collect()
    };
    let theirs = borders(&mut planned.iter().map(String::len));
    borders(&mut groups.iter().map(|group| group.len())).iter().all(|at| theirs.contains(at))
}

/// How many digits the usual numbers of the country have at least, its code included; none where
/// the number is one of the shorter kinds.
fn least_abroad(digits: &str) -> Option<u32> {
    let is_whole =
        parsed(None, &format!("+{digits}")).is_some_and(|one| phonenumber::is_valid(&one));
    if is_whole {
        return None;
    }
    let country = metadata_of(digits)?;
    let kinds = [country.descriptors().fixed_line(), country.descriptors().mobile()];
    let lengths = kinds.into_iter().flatten().flat_map(Descriptor::possible_length);
    let least = u32::from(*lengths.min()?);
    let code = u32::try_from(country.country_code().to_string().len()).ok()?;
    Some(least + code)
}

/// The country whose code these digits begin with.
fn metadata_of(digits: &str) -> Option<&'static Metadata> {
    (1..=3).find_map(|length| {
        let code: u16 = digits.get(..length)?.parse().ok()?;
        DATABASE.by_code(&code)?.into_iter().next()
    })
}

/// Only digits and a plus go in: what the library makes of anything else is never asked.
fn parsed(country: Option<country::Id>, digits: &str) -> Option<PhoneNumber> {
    phonenumber::parse(country, digits).ok()
}

fn digits_of(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
