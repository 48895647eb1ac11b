//! Somebody who types cards as a person would, without a mouse, and counts keys and calls.

use serde_json::{Value, json};

use super::{Card, How, register_companies};
use crate::desktop::Desktop;
use crate::input_method::InputMethod;
use crate::keyboard::{Key, Keyboard};
use crate::person::Person;
use crate::service::Service;
use crate::until::until;
use hotprofile::Entity;

/// Where the caret is, what its field holds, and which option of a list is marked.
const LOOK: &str = "({
    caret: document.activeElement?.name ?? '',
    text: document.activeElement?.value ?? '',
    marked: document.querySelector('[data-combobox-selected]')?.innerText ?? '',
    dialog: document.querySelector('[role=dialog]') !== null,
    parts: Object.fromEntries([...document.querySelectorAll('form section')].flatMap((part, at) =>
        [...part.querySelectorAll('input')].map(({ name }) => [name, at]))),
    fields: Object.fromEntries([...document.querySelectorAll('form input')].map(({ name, value }) => [name, value])),
})";

/// What a card took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Keys for the card's own texts, those of an input method's conversions among them.
    pub needed: usize,
    /// All other keys.
    pub beyond: usize,
    /// Calls that reached the service, from the empty form to the registered card.
    pub calls: usize,
}

impl Counted {
    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self {
            needed: self.needed + other.needed,
            beyond: self.beyond + other.beyond,
            calls: self.calls + other.calls,
        }
    }
}

/// A clerk at the program, with the companies of the stack known.
pub struct Clerk {
    /// The person.
    pub person: Person,
    keyboard: Keyboard,
    service: Service,
    converts: bool,
    needed: usize,
    typed: u32,
    _method: InputMethod,
    _desktop: Desktop,
}

impl Clerk {
    /// Connects to a service that knows the companies, and looks at them once.
    #[must_use]
    pub fn sits_down() -> Self {
        let (mut desktop, method) = Desktop::japanese();
        let service = Service::start(&mut desktop);
        register_companies(&service);
        let person = desktop.person();
        person.press("welcome.connect");
        person.connect(&service.host(), service.key());
        person.see("connect.kept_for_session");
        person.press("connect.start");
        person.see("register.title.business_cards");
        person.go("find", Entity::Clients);
        person.page().see("Kestrel Harbour Works");
        person.go("register", Entity::BusinessCards);
        let keyboard = Keyboard::at(desktop.variable("DISPLAY").expect("a display"));
        let clerk = Self {
            person,
            keyboard,
            service,
            // The input method is on from the first key.
            converts: true,
            needed: 0,
            typed: 0,
            _method: method,
            _desktop: desktop,
        };
        clerk.until("an empty form", |now| now["caret"] == "client_id" && now["text"] == "");
        clerk
    }

    /// Types a card with the helps of the program, from the empty form to the next empty one.
    pub fn type_card(&mut self, card: &Card) -> Counted {
        let (strokes, calls) = (self.keyboard.strokes(), self.service.calls());
        self.needed = 0;
        self.choose_company(card);
        self.type_name("family_name", card.how, card.family_name);
        self.type_name("first_name", card.how, card.first_name);
        if let Some(new) = &card.new {
            self.type_into("tel", new.tel);
        }
        self.type_into("mobile_tel", card.mobile_tel);
        self.type_into("email", card.email);
        if let Some(new) = &card.new {
            self.type_into("zip", new.zip);
            self.go_to("address");
            self.until("the town of the code", |now| now["text"] != "");
            self.type_letters(new.rest);
        }
        self.keyboard.press_with(&[Key::Control], Key::Enter);
        self.typed += 1;
        self.until("the next form", |now| now["caret"] == "client_id" && now["text"] == "");
        self.person.see("stage.done");
        let registered = until(|| (self.service.registered()[1] == self.typed).then_some(()));
        registered.unwrap_or_else(|| panic!("{card:?} is not registered"));
        let pressed = self.keyboard.strokes() - strokes;
        Counted {
            needed: self.needed,
            beyond: pressed - self.needed,
            calls: self.service.calls() - calls,
        }
    }

    /// What the service holds of the card that was typed last.
    #[must_use]
    pub fn kept(&self) -> hotprofile::Values {
        self.service.kept(Entity::BusinessCards, self.typed)
    }

    fn choose_company(&mut self, card: &Card) {
        self.convert(card.how == How::Method);
        self.type_letters(card.company);
        if card.how == How::Method {
            self.needed_keys(&[Key::Enter]);
        }
        // What is marked for a part of the name is not what is meant.
        let names = |now: &Value| {
            let (marked, text) = (now["marked"].as_str(), now["text"].as_str());
            marked.zip(text).is_some_and(|(marked, text)| marked.contains(text))
        };
        self.until("a company to choose", |now| {
            now["marked"] != "" && (card.new.is_none() || names(now))
        });
        self.keyboard.press(&[Key::Enter]);
        if card.new.is_some() {
            self.until("the new company's form", |now| now["dialog"] == true && now["caret"] != "");
            self.keyboard.press_with(&[Key::Control], Key::Enter);
        }
        self.until("the field after the company", |now| {
            now["dialog"] == false
                && !["", "client_id"].contains(&now["caret"].as_str().unwrap_or_default())
        });
        if card.new.is_none() {
            self.keyboard.press_with(&[Key::Alt], Key::Enter);
            self.until("what is known of the company", |now| now["fields"]["tel"] != "");
        }
    }

    fn type_name(&mut self, field: &str, how: How, [letters, kana]: [&str; 2]) {
        self.go_to(field);
        self.convert(how == How::Method);
        self.type_letters(letters);
        if how == How::Method {
            self.needed_keys(&[Key::Space, Key::Enter]);
            let of_kana = format!("{field}_kana");
            self.until("its reading", |now| now["fields"][&of_kana] == kana);
        }
    }

    fn type_into(&mut self, field: &str, text: &str) {
        self.go_to(field);
        self.convert(false);
        self.type_letters(text);
        self.until(text, |now| now["text"] == text);
    }

    /// On to this field: with Page Down to its part of the form, with Enter within that.
    fn go_to(&self, field: &str) {
        for _ in 0..12 {
            let before = self.look();
            if before["caret"] == field {
                return;
            }
            let part = |name: &Value| before["parts"][name.as_str().unwrap_or_default()].as_u64();
            let is_far = part(&json!(field)) > part(&before["caret"]);
            self.keyboard.press(&[if is_far { Key::PageDown } else { Key::Enter }]);
            self.until("another field", |now| now["caret"] != before["caret"]);
        }
        panic!("{field} is never reached: {}", self.look());
    }

    /// Switches the input method on or off.
    fn convert(&mut self, wanted: bool) {
        if self.converts != wanted {
            self.keyboard.press_with(&[Key::Control], Key::Space);
            self.converts = wanted;
        }
    }

    fn type_letters(&mut self, letters: &str) {
        self.keyboard.type_letters(letters);
        self.needed += letters.chars().count();
    }

    fn needed_keys(&mut self, keys: &[Key]) {
        self.keyboard.press(keys);
        self.needed += keys.len();
    }

    fn look(&self) -> Value {
        self.person.page().evaluate(LOOK)
    }

    fn until(&self, what: &str, is_wanted: impl Fn(&Value) -> bool) {
        let seen = until(|| is_wanted(&self.look()).then_some(()));
        seen.unwrap_or_else(|| panic!("never {}: {}", json!(what), self.look()));
    }
}
