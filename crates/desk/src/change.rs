//! Changing what is registered: what a form can show of a record, and what it can not.

mod company;
mod shown;

use std::collections::BTreeMap;

use hotprofile::{Entity, Values};
use serde::Serialize;
use specta::Type;

use crate::companies::Company;
use crate::desk::Desk;
use crate::trouble::Trouble;

/// What a form for a change begins with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct ChangeSheet {
    /// What is known of every field that the update call takes, `id` among them, by key.
    pub fields: BTreeMap<String, Shown>,
    /// Of a card whose company is not certain, so that `client_id` is its name in words: the
    /// companies that it can be, to choose from. Else empty.
    pub companies: Vec<Company>,
}

/// What is known of a field that can be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "shown", rename_all = "snake_case")]
pub enum Shown {
    /// The service shows it; empty where it holds nothing.
    Listed {
        /// As it would be sent.
        value: String,
    },
    /// The service does not show it, but this machine sent it, or it was found out otherwise.
    Known {
        /// As it would be sent.
        value: String,
    },
    /// The service shows the words of a choice, and their id is not known.
    Words {
        /// The words.
        text: String,
    },
    /// The service does not show it, and nothing is known of it.
    Hidden,
}

impl Desk {
    /// What a form for changing this record begins with. `listed` is the record as it was found.
    /// At most one call: for the id of a card's company, where this machine does not know it.
    pub async fn begin_change(
        &self,
        entity: Entity,
        id: u32,
        listed: &Values,
    ) -> Result<ChangeSheet, Trouble> {
        self.remembering.done().await;
        let own = listed.clone();
        let mut fields = self.read(move |db| Ok(shown::fields(db, entity, id, &own)?)).await?;
        let mut companies = Vec::new();
        if let Some(company) = fields.get_mut("client_id")
            && let Shown::Words { text } = company
        {
            (*company, companies) = self.company_of_card(text).await?;
        }
        Ok(ChangeSheet { fields, companies })
    }
}

#[cfg(test)]
mod tests;
