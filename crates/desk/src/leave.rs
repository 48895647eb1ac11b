//! Leaving a field: what was typed is tidied and checked, and what looks like a slip is noticed, in
//! one go.

use hotprofile::{Entity, Operation, Problem, Values};
use jiff::civil::Date;
use jiff::{Timestamp, tz};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::desk::Desk;
use crate::hints::{Noticed, hints};
use crate::known;
use crate::register::Checked;
use crate::tidy::{Tidied, tidy};

/// A form of which fields are left.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
pub struct Leaving {
    /// What it registers or changes.
    pub entity: Entity,
    /// Which of the two.
    pub operation: Operation,
    /// What it would send.
    pub values: Values,
    /// What stands in it: in a change, more than it sends. A field that is not among them, in a
    /// change, is one of which nothing is known.
    pub standing: Values,
    /// The fields that were typed into since they were tidied last. What was put back as it was
    /// typed is none of them.
    pub typed: Vec<String>,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Left {
    /// What it would send now.
    pub values: Values,
    /// What keeps it from being sent.
    pub problems: Vec<Problem>,
    /// What was tidied, those that belong together behind each other: the field that was left
    /// first.
    pub tidied: Vec<Vec<Tidied>>,
    /// What looks like a slip in what would be sent.
    pub hints: Vec<Noticed>,
}

impl Desk {
    /// Tidies and checks a form as a field is left; nothing is sent, and nobody is asked.
    pub async fn leave(&self, leaving: Leaving) -> Left {
        let company = self.domains_of_company(&leaving).await;
        self.leave_knowing(leaving, &company, today())
    }

    fn leave_knowing(&self, leaving: Leaving, company: &[String], today: Date) -> Left {
        let Leaving { entity, operation, mut values, mut standing, typed } = leaving;
        let mut all = Vec::new();
        for key in &typed {
            let tidied = tidy(entity, operation, key, &standing, today);
            for Tidied { key, after, .. } in &tidied {
                standing.insert(key.clone(), after.clone());
                values.insert(key.clone(), after.clone());
            }
            all.extend((!tidied.is_empty()).then_some(tidied));
        }
        let Checked { values, problems } = self.check(entity, operation, &values);
        standing.extend(values.clone());
        let hints = hints(entity, values.keys().map(String::as_str), &standing, company, today);
        Left { values, problems, tidied: all, hints }
    }

    /// Where the company of the form has its mail and its pages, as far as this machine knows; where
    /// that is nothing, where its people have their mail. A record that is changed is one of them
    /// itself: what is corrected in it is no slip.
    async fn domains_of_company(&self, leaving: &Leaving) -> Vec<String> {
        let Some(id) = leaving.standing.get("client_id").and_then(|id| id.parse().ok()) else {
            return Vec::new();
        };
        let is_new = leaving.operation == Operation::Create;
        let domains = self.read(move |db| {
            let own = known::companies::hosts(db, id)?;
            if !own.is_empty() || !is_new {
                return Ok(own);
            }
            Ok(known::companies::hosts_of_people(db, id)?)
        });
        domains.await.unwrap_or_else(|trouble| {
            tracing::debug!(%trouble, "nothing is known of the company's domains");
            Vec::new()
        })
    }
}

/// Today in Japan, whose days the service's are.
pub(crate) fn today() -> Date {
    tz::offset(9).to_datetime(Timestamp::now()).date()
}

#[cfg(test)]
mod tests;
