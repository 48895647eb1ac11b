//! Years of the Japanese eras.

use jiff::civil::Date;

/// An era: its names, its first day and its last.
struct Era {
    names: [&'static str; 3],
    first: (i16, i8, i8),
    last: (i16, i8, i8),
}

const ERAS: [Era; 5] = [
    Era { names: ["令和", "㋿", "R"], first: (2019, 5, 1), last: (9999, 12, 31) },
    Era { names: ["平成", "㍻", "H"], first: (1989, 1, 8), last: (2019, 4, 30) },
    Era { names: ["昭和", "㍼", "S"], first: (1926, 12, 25), last: (1989, 1, 7) },
    Era { names: ["大正", "㍽", "T"], first: (1912, 7, 30), last: (1926, 12, 24) },
    Era { names: ["明治", "㍾", "M"], first: (1868, 10, 23), last: (1912, 7, 29) },
];

/// A day of an era, as 令和8年11月23日 or R8.11.23.
pub(super) fn day(text: &str) -> Option<Date> {
    let (era, rest) = ERAS.iter().find_map(|era| {
        era.names.iter().find_map(|name| Some((era, super::super::text::strip_prefix(text, name)?)))
    })?;
    let rest = rest.trim_start_matches('.').trim_end_matches('日');
    let parts: Vec<_> = rest.split(['年', '月', '/', '-', '.']).map(str::trim).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let number = |text: &str| -> Option<i16> {
        (text.len() <= 2 && super::is_digits(text)).then(|| text.parse().ok()).flatten()
    };
    let year = if *year == "元" { 1 } else { number(year)? };
    let in_era = |(year, month, day)| Date::new(year, month, day).ok();
    let month = i8::try_from(number(month)?).ok()?;
    let day = i8::try_from(number(day)?).ok()?;
    let date = Date::new(era.first.0 + year - 1, month, day).ok()?;
    let is_in_it = year >= 1 && in_era(era.first)? <= date && date <= in_era(era.last)?;
    is_in_it.then_some(date)
}
