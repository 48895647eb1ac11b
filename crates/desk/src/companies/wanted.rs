//! What the service is asked for when a company is looked for.

use hotprofile::Values;
use unicode_normalization::UnicodeNormalization as _;

use crate::likeness::company::{asked, host, is_host};

/// What is asked of the service.
pub struct Wanted {
    /// The field that is to hold the text.
    pub field: &'static str,
    /// The text.
    pub text: String,
}

impl Wanted {
    /// What a part of a name or a domain asks for.
    pub fn by(part: &str) -> Self {
        match host(part).filter(|host| is_host(host)) {
            Some(host) => Self { field: "mail_domain", text: host.to_owned() },
            None => Self::by_name(part),
        }
    }

    /// What a part of a name asks for.
    pub fn by_name(part: &str) -> Self {
        Self { field: "name", text: asked(part) }
    }

    /// The search parameters.
    pub fn search(&self) -> Values {
        Values::from([(format!("search[{}]", self.field), self.text.clone())])
    }

    /// Whether a field holds the text. Whether the service tells widths and cases apart is not
    /// published: what it may find is held.
    pub fn is_in(&self, text: &str) -> bool {
        fold(text).contains(&fold(&self.text))
    }
}

fn fold(text: &str) -> String {
    text.nfkc().collect::<String>().to_lowercase()
}
