//! A parameter by which the list call searches.

use serde::Serialize;

use super::Tier;

/// One search parameter.
#[derive(Clone, Copy, Debug)]
pub struct Search {
    /// Position in the published table of the list call, from 1.
    pub position: u8,
    /// The published name, brackets included.
    pub parameter: &'static str,
    /// How it is compared.
    pub matching: Matching,
    /// How prominently the documentation shows it.
    pub tier: Tier,
    /// The published rule, where it is not the one of its matching.
    pub rule: Option<&'static str>,
}

/// How a search parameter is compared with the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Matching {
    /// The text occurs in the field.
    Partial,
    /// The same, where a number is published as the parameter's type.
    PartialNumber,
    /// As [`Partial`](Self::Partial), only where the customer has the second language switched on.
    PartialSecondLanguage,
    /// The same id.
    Exact,
    /// An id at least this.
    FromId,
    /// An id at most this.
    ToId,
    /// On or after this day.
    FromDay,
    /// On or before this day.
    ToDay,
    /// At or after this moment.
    FromMoment,
    /// At or before this moment.
    ToMoment,
    /// Degrees at least this.
    FromDegrees,
    /// Degrees at most this.
    ToDegrees,
    /// Set or not set.
    Flag,
    /// 1 active or 2 inactive.
    Status,
    /// Any of several ids, separated by commas.
    AnyOf,
    /// Several words, searched across the record.
    Words,
}

impl Search {
    /// A search parameter that the documentation counts among the further ones.
    #[must_use]
    pub const fn new(position: u8, parameter: &'static str, matching: Matching) -> Self {
        Self { position, parameter, matching, tier: Tier::Advanced, rule: None }
    }

    /// The documentation counts it among the usual ones.
    #[must_use]
    pub const fn basic(self) -> Self {
        Self { tier: Tier::Basic, ..self }
    }

    /// Its published rule in words, where it is not the one of its matching.
    #[must_use]
    pub const fn rule(self, rule: &'static str) -> Self {
        Self { rule: Some(rule), ..self }
    }
}
