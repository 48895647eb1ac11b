//! The words of the pages, read where the pages have them, so that a change of wording breaks no
//! journey.

use std::path::Path;

use serde_json::Value;

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words(Value);

impl Words {
    /// Those of `ja`, `en` or `ru`.
    #[must_use]
    pub fn of(language: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/i18n");
        let text = std::fs::read_to_string(folder.join(format!("{language}.json")));
        Self(serde_json::from_str(&text.expect("a language of the pages")).expect("JSON"))
    }

    /// The words of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_else(|| panic!("no words named {name}"))
    }

    /// The words of this name with something put into them.
    #[must_use]
    pub fn with(&self, name: &str, what: &str, text: &str) -> String {
        self.get(name).replace(&format!("{{{what}}}"), text)
    }

    /// The words of this name, up to the first thing that is put into them.
    #[must_use]
    pub fn start(&self, name: &str) -> &str {
        self.get(name).split('{').next().unwrap_or_default().trim()
    }
}
