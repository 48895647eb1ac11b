//! Calls that passed every published rule. Only these can be sent.

use serde::{Deserialize, Serialize};

use crate::check::{self, Problem, Values};
use crate::contract::{DateFormatOption, Entity, Operation};

/// A registration that passed the checks.
#[derive(Clone, Debug)]
pub struct Create {
    entity: Entity,
    values: Values,
}

impl Create {
    /// Checks what was typed.
    pub fn new(entity: Entity, values: &Values) -> Result<Self, Vec<Problem>> {
        checked(entity, Operation::Create, values).map(|values| Self { entity, values })
    }

    /// What is registered.
    #[must_use]
    pub const fn entity(&self) -> Entity {
        self.entity
    }

    /// The parameters as they will be sent.
    #[must_use]
    pub const fn values(&self) -> &Values {
        &self.values
    }
}

/// A change that passed the checks.
#[derive(Clone, Debug)]
pub struct Update {
    entity: Entity,
    values: Values,
}

impl Update {
    /// Checks what was typed.
    pub fn new(entity: Entity, values: &Values) -> Result<Self, Vec<Problem>> {
        checked(entity, Operation::Update, values).map(|values| Self { entity, values })
    }

    /// What is changed.
    #[must_use]
    pub const fn entity(&self) -> Entity {
        self.entity
    }

    /// The parameters as they will be sent.
    #[must_use]
    pub const fn values(&self) -> &Values {
        &self.values
    }
}

/// How a list is sorted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Order {
    /// One of the published keys.
    pub key: String,
    /// From the greatest down.
    pub descending: bool,
}

/// A search that passed the checks.
#[derive(Clone, Debug)]
pub struct List {
    entity: Entity,
    values: Values,
    number: u32,
    display_number: u32,
}

impl List {
    /// Checks what is searched for. `number` counts pages from 1; `display_number` is the records
    /// on a page.
    pub fn new(
        entity: Entity,
        search: &Values,
        order: Option<&Order>,
        number: u32,
        display_number: u32,
    ) -> Result<Self, Vec<Problem>> {
        let record = entity.record();
        let (mut values, mut problems) = check::check_search(record, search);
        let mut refuse = |key: &str, fault| problems.push(Problem { key: key.to_owned(), fault });
        if number == 0 {
            refuse("page[number]", check::Fault::NotAChoice);
        }
        if !(1..=u32::from(record.listing.max_display_number)).contains(&display_number) {
            refuse("page[display_number]", check::Fault::NotAChoice);
        }
        if let Some(order) = order {
            if !record.order_keys().any(|key| key == order.key) {
                refuse("order[key]", check::Fault::NotAChoice);
            }
            values.insert("order[key]".to_owned(), order.key.clone());
            let kind = if order.descending { "desc" } else { "asc" };
            values.insert("order[type]".to_owned(), kind.to_owned());
        }
        values.insert("page[number]".to_owned(), number.to_string());
        values.insert("page[display_number]".to_owned(), display_number.to_string());
        if problems.is_empty() {
            Ok(Self { entity, values, number, display_number })
        } else {
            Err(problems)
        }
    }

    /// The newest records of a kind, whichever they are.
    pub fn newest(entity: Entity, number: u32, display_number: u32) -> Result<Self, Vec<Problem>> {
        let order = Order { key: "id".to_owned(), descending: true };
        Self::new(entity, &Values::new(), Some(&order), number, display_number)
    }

    /// Whether the answer begins with the newest record of its kind.
    #[must_use]
    pub fn begins_with_newest(&self) -> bool {
        let holds = |key, text| self.values.get(key).is_some_and(|value| value == text);
        let searches = self.values.keys().any(|key| key.starts_with("search["));
        self.number == 1 && holds("order[key]", "id") && holds("order[type]", "desc") && !searches
    }

    /// Switches the format of dates in the answer. What it switches between is not published;
    /// answers are read in either.
    #[must_use]
    pub fn date_format_option(mut self, on: bool) -> Self {
        let value = match self.entity.record().listing.date_format_option.1 {
            DateFormatOption::Boolean => on.to_string(),
            DateFormatOption::Integer => u8::from(on).to_string(),
        };
        self.values.insert("page[date_format_option]".to_owned(), value);
        self
    }

    /// What is listed.
    #[must_use]
    pub const fn entity(&self) -> Entity {
        self.entity
    }

    /// The parameters as they will be sent.
    #[must_use]
    pub const fn values(&self) -> &Values {
        &self.values
    }

    /// Which page, from 1.
    #[must_use]
    pub const fn number(&self) -> u32 {
        self.number
    }

    /// Records on a page.
    #[must_use]
    pub const fn display_number(&self) -> u32 {
        self.display_number
    }
}

fn checked(entity: Entity, operation: Operation, values: &Values) -> Result<Values, Vec<Problem>> {
    let (ready, problems) = check::check_write(entity.record(), operation, values);
    if problems.is_empty() { Ok(ready) } else { Err(problems) }
}

#[cfg(test)]
mod tests;
