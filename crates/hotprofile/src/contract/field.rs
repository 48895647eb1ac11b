//! A field of a record, and the small language in which it is declared.

use serde::Serialize;

use super::{Kind, Operation, Published, Search};

/// One field, declared once.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The service's own key.
    pub key: &'static str,
    /// What may be written into it, or what it holds.
    pub kind: Kind,
    /// Its place among the parameters of the create call, where it is one.
    pub create: Option<Write>,
    /// Its place among the parameters of the update call, where it is one.
    pub update: Option<Write>,
    /// Whether the documentation counts it among the usual or the further parameters of a write.
    pub tier: Tier,
    /// The list call's parameters that search by it.
    pub searches: &'static [Search],
    /// Whether the list can be sorted by it.
    pub sortable: bool,
    /// How a listed record shows it, where it does.
    pub answer: Option<Answer>,
    /// The type published for writing it, where it is another than its kind's.
    pub published: Option<Published>,
    /// The published rule for writing it, where its kind does not say it.
    pub rule: Option<&'static str>,
}

/// A field's place in a create or update call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Write {
    /// Position in the published table, from 1.
    pub position: u8,
    /// Whether the call needs it.
    pub presence: Presence,
}

/// Whether a call needs a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// The service refuses the call without it.
    Required,
    /// It may be left out.
    Optional,
}

/// How prominently the documentation shows a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tier {
    /// Shown at once.
    Basic,
    /// Folded away at first.
    Advanced,
}

/// The type published for a field of an answer. Answers keep to it loosely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// A text.
    Text,
    /// A 32-bit integer.
    Integer,
    /// A list of integers.
    Integers,
    /// A list of texts.
    Texts,
    /// The customer's own items: published as a list of texts, with a label and a value beside it.
    Items,
}

impl Field {
    /// A field of this kind that can not yet be written, searched or answered.
    #[must_use]
    pub const fn new(key: &'static str, kind: Kind) -> Self {
        Self {
            key,
            kind,
            create: None,
            update: None,
            tier: Tier::Basic,
            searches: &[],
            sortable: false,
            answer: None,
            published: None,
            rule: None,
        }
    }

    /// The create call takes it at this position.
    #[must_use]
    pub const fn create(self, position: u8, presence: Presence) -> Self {
        Self { create: Some(Write { position, presence }), ..self }
    }

    /// The update call takes it at this position.
    #[must_use]
    pub const fn update(self, position: u8, presence: Presence) -> Self {
        Self { update: Some(Write { position, presence }), ..self }
    }

    /// The documentation counts it among the further parameters.
    #[must_use]
    pub const fn advanced(self) -> Self {
        Self { tier: Tier::Advanced, ..self }
    }

    /// The list call can search by it.
    #[must_use]
    pub const fn search(self, searches: &'static [Search]) -> Self {
        Self { searches, ..self }
    }

    /// The list call can sort by it.
    #[must_use]
    pub const fn sortable(self) -> Self {
        Self { sortable: true, ..self }
    }

    /// A listed record shows it.
    #[must_use]
    pub const fn answer(self, answer: Answer) -> Self {
        Self { answer: Some(answer), ..self }
    }

    /// It is published as this type, whatever its kind.
    #[must_use]
    pub const fn published_as(self, published: Published) -> Self {
        Self { published: Some(published), ..self }
    }

    /// Its published rule in words, where its kind does not say it.
    #[must_use]
    pub const fn rule(self, rule: &'static str) -> Self {
        Self { rule: Some(rule), ..self }
    }

    /// Its place in a create or update call; a list call writes nothing.
    #[must_use]
    pub const fn write(&self, operation: Operation) -> Option<Write> {
        match operation {
            Operation::Create => self.create,
            Operation::Update => self.update,
            Operation::List => None,
        }
    }
}
