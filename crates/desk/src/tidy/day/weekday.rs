//! The day of the week that stands beside a day: in brackets behind it, or as a word on either side.

use jiff::civil::Weekday;

/// In Japanese, English and Russian, and how the latter two are cut short.
const NAMES: [(Weekday, &[&str]); 7] = [
    (Weekday::Monday, &["月", "monday", "mon", "понедельник", "пн"]),
    (Weekday::Tuesday, &["火", "tuesday", "tue", "tues", "вторник", "вт"]),
    (Weekday::Wednesday, &["水", "wednesday", "wed", "weds", "среда", "ср"]),
    (Weekday::Thursday, &["木", "thursday", "thu", "thur", "thurs", "четверг", "чт"]),
    (Weekday::Friday, &["金", "friday", "fri", "пятница", "пт"]),
    (Weekday::Saturday, &["土", "saturday", "sat", "суббота", "сб"]),
    (Weekday::Sunday, &["日", "sunday", "sun", "воскресенье", "вс"]),
];

/// The text without its day of the week, and which that is. Widths are usual ones.
pub(super) fn apart(text: &str) -> (&str, Option<Weekday>) {
    let found = in_brackets(text).or_else(|| behind(text)).or_else(|| before(text));
    found.map_or((text, None), |(rest, weekday)| (rest.trim_matches(is_between), Some(weekday)))
}

fn in_brackets(text: &str) -> Option<(&str, Weekday)> {
    let (rest, name) = text.strip_suffix(')')?.rsplit_once('(')?;
    let name = name.trim();
    let japanese = name.trim_end_matches("曜日").trim_end_matches('曜');
    Some((rest, of(japanese).or_else(|| of(name.trim_end_matches('.')))?))
}

/// A word of its own, or one that nothing but 曜 keeps apart from the day before it: of 11月 the
/// last character is none.
fn behind(text: &str) -> Option<(&str, Weekday)> {
    if let Some(rest) = text.strip_suffix("曜日").or_else(|| text.strip_suffix('曜')) {
        let at = rest.char_indices().next_back()?.0;
        return Some((&rest[..at], of(&rest[at..])?));
    }
    let text = text.trim_end_matches('.');
    let at = text.rfind(is_between)?;
    let (rest, word) = text.split_at(at + text[at..].chars().next()?.len_utf8());
    Some((rest, of_letters(word)?))
}

fn before(text: &str) -> Option<(&str, Weekday)> {
    let (name, rest) = text.split_at(text.chars().next()?.len_utf8());
    if let Some(rest) = rest.strip_prefix("曜日").or_else(|| rest.strip_prefix('曜')) {
        return Some((rest, of(name)?));
    }
    let (word, rest) = text.split_once(is_between)?;
    Some((rest, of_letters(word.trim_end_matches('.'))?))
}

fn of_letters(word: &str) -> Option<Weekday> {
    // 日 behind a space may be that of 23 日.
    (word.chars().count() > 1).then(|| of(word)).flatten()
}

fn of(name: &str) -> Option<Weekday> {
    let name = name.to_lowercase();
    let (weekday, _) = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()))?;
    Some(*weekday)
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | '、')
}
