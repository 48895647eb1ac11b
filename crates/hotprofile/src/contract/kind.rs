//! What a field holds, and what may be written into it.

use serde::{Deserialize, Serialize};

/// What a field holds. Limits are those published for writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Kind {
    /// Text of at most `max` characters.
    Text {
        /// In characters.
        max: u16,
    },
    /// Text that only answers carry, of no published length.
    Shown,
    /// Digits, leading zeros kept, at most `max` of them.
    Digits {
        /// In digits.
        max: u8,
    },
    /// Decimal degrees, at most 3 digits before and 14 after the point.
    Degrees,
    /// The id of a registered record or choice.
    Id {
        /// Of what.
        of: Choice,
    },
    /// One of the published numbers.
    OneOf {
        /// The numbers.
        values: &'static [u8],
    },
    /// A day, written `yyyy/mm/dd`, in Japan's time.
    Day,
    /// A moment, written `yyyy/mm/dd HH:MM:SS`, in Japan's time.
    Moment,
    /// Yes or no.
    Flag,
}

/// What an id points at. Apart from records, the ids differ from one customer of the service to
/// the next, and no call lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// A business card.
    BusinessCard,
    /// A company.
    Client,
    /// A lead.
    Lead,
    /// A department.
    Organization,
    /// A prefecture.
    Pref,
    /// A user of the service.
    User,
    /// Where a lead or a card came from.
    LeadSource,
    /// A lead's status.
    LeadStatus,
    /// A company's industry.
    BusinessCategory,
    /// A company's number of employees.
    WorkerNumber,
    /// A company's capital.
    Capital,
    /// A company's stock listing.
    Ipo,
    /// A permission group.
    Role,
    /// A tag.
    Tag,
}

impl Choice {
    /// All that have names and no pages of their own: what is no record.
    pub const NAMED: [Self; 11] = [
        Self::Organization,
        Self::Pref,
        Self::User,
        Self::LeadSource,
        Self::LeadStatus,
        Self::BusinessCategory,
        Self::WorkerNumber,
        Self::Capital,
        Self::Ipo,
        Self::Role,
        Self::Tag,
    ];

    /// The word for it in files and tables, the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BusinessCard => "business_card",
            Self::Client => "client",
            Self::Lead => "lead",
            Self::Organization => "organization",
            Self::Pref => "pref",
            Self::User => "user",
            Self::LeadSource => "lead_source",
            Self::LeadStatus => "lead_status",
            Self::BusinessCategory => "business_category",
            Self::WorkerNumber => "worker_number",
            Self::Capital => "capital",
            Self::Ipo => "ipo",
            Self::Role => "role",
            Self::Tag => "tag",
        }
    }

    /// Whether it is no record.
    #[must_use]
    pub fn is_named(self) -> bool {
        Self::NAMED.contains(&self)
    }
}

impl Kind {
    /// Text long enough to be typed in several lines.
    #[must_use]
    pub const fn is_long(self) -> bool {
        matches!(self, Self::Text { max } if max >= 1_000)
    }
}

#[cfg(test)]
mod tests {
    use super::Choice;

    #[test]
    fn a_choice_has_the_same_word_everywhere() {
        for of in Choice::NAMED {
            assert_eq!(serde_json::to_value(of).ok(), Some(of.key().into()));
        }
    }
}
