//! From the first start to a changed record with the keyboard alone: nothing is pressed with a mouse.
#![cfg(target_os = "linux")]

use journeys::desktop::Desktop;
use journeys::keyboard::{Key, Keyboard};
use journeys::person::Person;
use journeys::until::until;

/// What has the caret: the name of a field, the place of a cell, or the words of what else there is.
const CARET: &str = "(() => {
    const caret = document.activeElement;
    return caret?.name || caret?.dataset.cell || caret?.getAttribute('aria-label') || caret?.innerText || '';
})()";

/// Further than any page has stops.
const MOST_STOPS: usize = 90;

struct Typist {
    person: Person,
    keyboard: Keyboard,
    _desktop: Desktop,
}

impl Typist {
    fn sits_down() -> Self {
        let desktop = Desktop::new();
        let person = desktop.person();
        person.see("welcome.practise");
        let keyboard = Keyboard::at(desktop.variable("DISPLAY").expect("a display"));
        Self { person, keyboard, _desktop: desktop }
    }

    fn caret(&self) -> String {
        self.person.page().evaluate(CARET).as_str().unwrap_or_default().trim().to_owned()
    }

    /// Presses Tab until the caret is there.
    fn tab_to(&self, place: &str) {
        let mut passed = Vec::new();
        while passed.len() < MOST_STOPS {
            let before = self.caret();
            if before.starts_with(place) {
                return;
            }
            self.keyboard.press(&[Key::Tab]);
            until(|| (self.caret() != before).then_some(()));
            passed.push(before);
        }
        panic!("Tab never comes to {place}, but to {passed:#?}");
    }

    /// Goes there with Tab and presses Enter.
    fn enter(&self, place: &str) {
        self.tab_to(place);
        self.keyboard.press(&[Key::Enter]);
    }

    /// Goes to a page by the rail.
    fn go(&self, of: &str, entry: &str, title: &str) {
        let words = &self.person.words;
        self.enter(&format!("{}: {}", words.get(of), words.get(entry)));
        self.person.see(title);
    }

    fn waits_in(&self, place: &str) {
        let there = until(|| (self.caret() == place).then_some(()));
        there.unwrap_or_else(|| panic!("the caret is not in {place} but in {}", self.caret()));
    }

    fn type_into(&self, field: &str, text: &str) {
        self.tab_to(field);
        self.keyboard.type_letters(text);
        let script = format!("document.querySelector('[name=\"{field}\"]').value");
        let typed =
            until(|| (self.person.page().evaluate(&script).as_str() == Some(text)).then_some(()));
        typed.unwrap_or_else(|| panic!("{text} is not in {field}"));
    }

    fn save(&self) {
        self.keyboard.press_with(&[Key::Control], Key::Enter);
    }
}

#[test]
fn everything_is_done_with_the_keyboard_alone() {
    let typist = Typist::sits_down();
    let Typist { person, keyboard, .. } = &typist;
    typist.enter(person.words.get("welcome.practise"));
    person.see("register.title.business_cards");
    typist.waits_in("client_id");

    // A company, whose short name is made from it; then a lead of that company.
    typist.go("rail.register", "rail.register_client", "register.title.clients");
    typist.type_into("name", "Kestrel Works Ltd");
    keyboard.press(&[Key::Enter]);
    typist.type_into("main_tel", "03-0000-1234");
    typist.save();
    person.see("stage.done");
    typist.waits_in("name");
    typist.go("rail.register", "rail.register_lead", "register.title.leads");
    typist.type_into("client_id", "Kestrel Works");
    person.page().see("Kestrel Works Ltd");
    keyboard.press(&[Key::Enter]);
    typist.type_into("family_name", "Merle");
    typist.type_into("email", "merle@kestrel.example");
    typist.save();
    person.see("stage.done");
    typist.waits_in("client_id");

    // It is found, opened and changed.
    typist.go("rail.find", "rail.find_leads", "find.leads.title");
    typist.type_into("search[multiple]", "Merle");
    keyboard.press(&[Key::Enter]);
    person.page().see_in_cell(0, 0, "Merle");
    typist.tab_to("0:0");
    keyboard.press(&[Key::Enter]);
    person.see("details.change");
    keyboard.press(&[Key::F2]);
    person.see("change.title.leads");
    typist.type_into("mobile_tel", "090-0000-5678");
    typist.save();
    person.see("find.leads.title");
    person.page().see("090-0000-5678");

    // Esc closes what is open; the list of keys is one key away.
    keyboard.press(&[Key::F1]);
    person.see("keys.title");
    keyboard.press(&[Key::Escape]);
    person.page().see_no_more(person.words.get("keys.title"));
    assert_eq!(person.page().faults_of_access(), Vec::<String>::new());

    // The history tells what was done.
    typist.enter(person.words.get("rail.history"));
    person.see("history.changed.leads");
    person.page().see("Kestrel Works Ltd");
}
