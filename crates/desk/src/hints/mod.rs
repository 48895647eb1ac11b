//! What is probably a slip, and may well be right: said beside the field, and in nobody's way.
//!
//! Pure: what this machine knows of the company is handed in.

mod domain;

use hotprofile::contract::Kind;
use hotprofile::{Entity, Values, check};
use jiff::civil::Date;
use serde::Serialize;
use specta::Type;

use self::domain::Domains;
use crate::tidy::{Shape, Shortage, domain_of, shortage};

/// What a text looks like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "hint", rename_all = "snake_case")]
pub enum Hint {
    /// The domain of its mail is one letter off from one that is known.
    DomainLike {
        /// The known one.
        domain: String,
    },
    /// A telephone number that lacks digits.
    TooFewDigits {
        /// It has so many.
        digits: u32,
        /// Numbers of its kind have no fewer.
        least: u32,
    },
    /// A day that is still to come.
    FutureDay,
}

/// A hint and the field that it is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub struct Noticed {
    /// Of the field.
    pub key: String,
    /// The text that was looked at.
    pub text: String,
    /// What it looks like.
    pub hint: Hint,
}

/// What is noticed in these fields of a form, tidied as they are. `values` are those of the whole
/// form: one field is evidence for another. `company` is what else is known of the company, as
/// domains of mail or addresses of sites.
#[must_use]
pub fn hints<'a>(
    entity: Entity,
    keys: impl IntoIterator<Item = &'a str>,
    values: &Values,
    company: &[String],
    today: Date,
) -> Vec<Noticed> {
    let noticed = |key: &str| {
        let field = entity.record().field(key)?;
        let text = values.get(key).filter(|text| !text.is_empty())?;
        let hint = match Shape::of(field)? {
            Shape::Mail => Domains::known(entity, key, values, company).like(&domain_of(text)?)?,
            Shape::MailDomain => Domains::known(entity, key, values, company).like(text)?,
            Shape::Phone | Shape::Fax => {
                let Shortage { digits, least } = shortage(field, text)?;
                Hint::TooFewDigits { digits, least }
            }
            Shape::Day => {
                let day = check::check_value(Kind::Day, text).ok()?;
                (day > today.strftime("%Y/%m/%d").to_string()).then_some(Hint::FutureDay)?
            }
            _ => return None,
        };
        Some(Noticed { key: key.to_owned(), text: text.clone(), hint })
    };
    keys.into_iter().filter_map(noticed).collect()
}

#[cfg(test)]
mod tests;
