//! A value for every parameter, made from the contract: a new parameter has one without a line
//! here. No two texts of a call are the same, so that none can take the place of another.

use hotprofile::check::Values;
use hotprofile::contract::{Choice, Kind, Matching};
use hotprofile::{Entity, Operation};

/// How long texts are.
#[derive(Clone, Copy, Debug)]
pub enum Length {
    /// A call of every parameter stays within the request line.
    Short,
    /// As long as is allowed: a call of every parameter travels as a form.
    Longest,
}

pub const LENGTHS: [Length; 2] = [Length::Short, Length::Longest];

/// Signs that mean something in a URL, in a form, in JSON, in HTML or in SQL, and characters of
/// two UTF-16 units.
const AWKWARD: &str = r#"&=+%;#?/<b>"'\_髙﨑𠮷"#;

/// Characters of a search term, of which no length is published, at most.
const LONG_TERM: u16 = 400;

/// Every parameter of a create or update call.
pub fn written(entity: Entity, operation: Operation, length: Length) -> Values {
    let written = entity.record().written(operation).into_iter();
    written
        .map(|(field, write)| {
            let text = match field.kind {
                Kind::Text { max } => text(field.key, max, length),
                Kind::Shown => panic!("{} is shown alone", field.key),
                Kind::Digits { max } => "00123456"[..usize::from(max)].to_owned(),
                Kind::Degrees => format!("-{:03}.12345678901234", write.position),
                Kind::Id { of } => id(of).to_string(),
                Kind::OneOf { values } => values[values.len() - 1].to_string(),
                Kind::Day => "2024/02/29".to_owned(),
                Kind::Moment => "2024/02/29 23:59:59".to_owned(),
                // Neighbours differ.
                Kind::Flag => (write.position % 2 == 0).to_string(),
            };
            (field.key.to_owned(), text)
        })
        .collect()
}

/// Every search parameter of a list call.
pub fn searched(entity: Entity, length: Length) -> Values {
    let searches = entity.record().searches().into_iter();
    searches
        .map(|(_, search)| {
            let position = search.position;
            let term = match search.matching {
                Matching::Partial | Matching::PartialSecondLanguage => {
                    text(search.parameter, LONG_TERM, length)
                }
                Matching::PartialNumber => format!("-{position}."),
                Matching::Words => "髙﨑 & 𠮷".to_owned(),
                Matching::Exact | Matching::FromId | Matching::ToId => position.to_string(),
                Matching::AnyOf => format!("1,22,{position}"),
                Matching::FromDay | Matching::ToDay => format!("2024/02/{:02}", 1 + position % 29),
                Matching::FromMoment | Matching::ToMoment => {
                    format!("2024/02/29 23:59:{:02}", position % 60)
                }
                Matching::FromDegrees | Matching::ToDegrees => {
                    format!("-{position}.12345678901234")
                }
                Matching::Flag => (position % 2).to_string(),
                Matching::Status => "2".to_owned(),
            };
            (search.parameter.to_owned(), term)
        })
        .collect()
}

/// An id that the practice server has, with the twenty cards that it begins with.
fn id(of: Choice) -> u32 {
    match of {
        Choice::BusinessCard => 17,
        Choice::Client => 4,
        Choice::Lead => 5,
        Choice::Organization => 12,
        Choice::Pref => 47,
        Choice::User => 7,
        Choice::LeadSource => 8,
        Choice::LeadStatus => 6,
        Choice::BusinessCategory => 10,
        Choice::WorkerNumber => 3,
        Choice::Capital => 1,
        Choice::Ipo => 2,
        Choice::Role | Choice::Tag => panic!("no call writes one"),
    }
}

fn text(name: &str, max: u16, length: Length) -> String {
    let text = format!("{name}{AWKWARD}");
    match length {
        Length::Short => text,
        Length::Longest => {
            let rest = usize::from(max) - text.encode_utf16().count();
            let lines = if max >= 1_000 { "長い文。\n" } else { "長い文。" };
            // A line's end at the very end would be taken off.
            let filling: String = lines.chars().cycle().take(rest - 1).collect();
            format!("{text}{filling}終")
        }
    }
}
