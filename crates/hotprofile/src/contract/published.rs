//! How the documentation types and words what is declared: one wording for each kind of value and
//! each way of searching. What is worded otherwise says so at its own field.

use serde::Serialize;

use super::{Answer, Choice, DateFormatOption, Field, Kind, Matching, OrderKeys, Record, Search};

/// The type published for a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Published {
    /// A text.
    #[serde(rename = "string")]
    Text,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
}

impl Published {
    const fn noun(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
        }
    }
}

impl Field {
    pub(super) fn published_type(&self) -> Published {
        self.published.unwrap_or(match self.kind {
            Kind::Text { .. } | Kind::Shown | Kind::Day | Kind::Moment => Published::Text,
            Kind::Digits { .. } | Kind::Degrees | Kind::Id { .. } | Kind::OneOf { .. } => {
                Published::Integer
            }
            Kind::Flag => Published::Boolean,
        })
    }

    pub(super) fn published_rule(&self) -> String {
        let rule = self.rule.map_or_else(|| self.kind.rule(), str::to_owned);
        match self.published {
            Some(published) => format!("{rule} (published as {})", published.noun()),
            None => rule,
        }
    }
}

impl Kind {
    pub(super) const fn max_chars(self) -> Option<u16> {
        match self {
            Self::Text { max } => Some(max),
            Self::Digits { max } => Some(max as u16),
            _ => None,
        }
    }

    fn rule(self) -> String {
        match self {
            Self::Text { .. } | Self::Shown => "text".to_owned(),
            Self::Digits { max } => {
                format!("digits only, at most {max} (published as integer; keep leading zeros)")
            }
            Self::Degrees => "decimal degrees, at most 3 digits before and 14 after the point \
                              (published as integer)"
                .to_owned(),
            Self::Id { of } => format!("id of a registered {}", of.noun()),
            Self::OneOf { values } => format!("one of {}", listed(values)),
            Self::Day => "day, yyyy/mm/dd".to_owned(),
            Self::Moment => "moment, yyyy/mm/dd HH:MM:SS".to_owned(),
            Self::Flag => "true or false".to_owned(),
        }
    }
}

impl Choice {
    const fn noun(self) -> &'static str {
        match self {
            Self::BusinessCard => "business card",
            Self::Client => "company",
            Self::Lead => "lead",
            Self::Organization => "department",
            Self::Pref => "prefecture choice",
            Self::User => "user",
            Self::LeadSource => "lead source choice",
            Self::LeadStatus => "lead status choice",
            Self::BusinessCategory => "choice: industry",
            Self::WorkerNumber => "choice: number of employees",
            Self::Capital => "choice: capital",
            Self::Ipo => "choice: stock listing",
            Self::Role => "permission group",
            Self::Tag => "tag",
        }
    }
}

impl Search {
    pub(super) const fn published_type(&self) -> Published {
        match self.matching {
            Matching::Partial
            | Matching::PartialSecondLanguage
            | Matching::FromDay
            | Matching::ToDay
            | Matching::FromMoment
            | Matching::ToMoment
            | Matching::AnyOf
            | Matching::Words => Published::Text,
            Matching::PartialNumber
            | Matching::Exact
            | Matching::FromId
            | Matching::ToId
            | Matching::FromDegrees
            | Matching::ToDegrees
            | Matching::Flag
            | Matching::Status => Published::Integer,
        }
    }

    /// `kind` is that of the field which it searches.
    pub(super) fn published_rule(&self, kind: Kind) -> String {
        self.rule.map_or_else(|| self.matching.rule(kind), str::to_owned)
    }
}

impl Matching {
    fn rule(self, kind: Kind) -> String {
        let noun = match kind {
            Kind::Id { of } => of.noun(),
            _ => "record",
        };
        let rule = match self {
            Self::Exact => return format!("id of a {noun}, exact"),
            Self::AnyOf => return format!("several {noun} ids separated by commas, any of them"),
            Self::Partial | Self::PartialNumber => "partial match",
            Self::PartialSecondLanguage => {
                "partial match; only where the second-language feature is on"
            }
            Self::FromId => "id at least this",
            Self::ToId => "id at most this",
            Self::FromDay => "on or after this day, yyyy/mm/dd",
            Self::ToDay => "on or before this day, yyyy/mm/dd",
            Self::FromMoment => "at or after this moment, yyyy/mm/dd HH:MM:SS",
            Self::ToMoment => "at or before this moment, yyyy/mm/dd HH:MM:SS",
            Self::FromDegrees => {
                "decimal degrees, at least this (published as integer, examples are decimal)"
            }
            Self::ToDegrees => {
                "decimal degrees, at most this (published as integer, examples are decimal)"
            }
            Self::Flag => "1 set, 0 not set",
            Self::Status => "1 active, 2 inactive",
            Self::Words => "several words separated by spaces, searched across the record",
        };
        rule.to_owned()
    }
}

impl Record {
    /// The parameters for paging and sorting: position, name, type and rule.
    pub(super) fn published_listing(&self) -> [(u8, &'static str, Published, String); 5] {
        let listing = &self.listing;
        let max = listing.max_display_number;
        let usual = listing.usual_display_number;
        let usual = usual.map_or_else(String::new, |usual| format!(", {usual} when absent"));
        let keys = self.order_keys().collect::<Vec<_>>().join(", ");
        let keys = match listing.order_keys {
            OrderKeys::Documented => format!("one of {keys}"),
            OrderKeys::Misspelt(last) => {
                format!("one of {keys} (the published text spells the last two {last})")
            }
            OrderKeys::Undocumented => {
                format!("values not documented; {keys} is known to be accepted")
            }
        };
        let (date_format_option, option) = listing.date_format_option;
        let (option_type, option) = match option {
            DateFormatOption::Boolean => (Published::Boolean, "true or false"),
            DateFormatOption::Integer => (Published::Integer, "0 (off) or 1 (on)"),
        };
        let number = "page to fetch, counted from 1".to_owned();
        let display_number = format!("records per page, 1 to {max}{usual}");
        let option = format!("{option}; switches the format of dates in the answer");
        [
            (listing.number, "page[number]", Published::Integer, number),
            (listing.display_number, "page[display_number]", Published::Integer, display_number),
            (date_format_option, "page[date_format_option]", option_type, option),
            (listing.order_key, "order[key]", Published::Text, keys),
            (listing.order_type, "order[type]", Published::Text, "asc or desc".to_owned()),
        ]
    }
}

impl Answer {
    pub(super) const fn published_type(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer int32",
            Self::Integers => "array of integer",
            Self::Texts | Self::Items => "array of string",
        }
    }
}

fn listed(values: &[u8]) -> String {
    values.iter().map(u8::to_string).collect::<Vec<_>>().join(", ")
}
