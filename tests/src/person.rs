//! A person at the program: what they do again and again.

use hotprofile::Entity;

use crate::desktop::Desktop;
use crate::page::Page;
use crate::program::Program;
use crate::service::Service;
use crate::words::Words;

/// A person with the program open.
#[derive(Debug)]
pub struct Person {
    /// The program.
    pub program: Program,
    /// The words that they read.
    pub words: Words,
}

impl Desktop {
    /// A person opens the program; its pages are in English, as the desktop is.
    #[must_use]
    pub fn person(&self) -> Person {
        Person { program: self.open(), words: Words::of("en") }
    }
}

impl Person {
    /// The page.
    #[must_use]
    pub const fn page(&self) -> &Page {
        &self.program.page
    }

    /// Presses what has the words of this name.
    pub fn press(&self, name: &str) {
        self.page().press(self.words.get(name));
    }

    /// Presses whichever of these there is.
    pub fn press_any(&self, names: &[&str]) {
        let words: Vec<&str> = names.iter().map(|name| self.words.get(name)).collect();
        self.page().press_any(&words);
    }

    /// Presses one of these, again where that was refused for now, until these words are seen.
    pub fn press_until(&self, names: &[&str], seen: &str) {
        let words: Vec<&str> = names.iter().map(|name| self.words.get(name)).collect();
        self.page().press_until(&words, self.words.start(seen));
    }

    /// Waits until the words of this name are seen.
    pub fn see(&self, name: &str) {
        self.page().see(self.words.start(name));
    }

    /// Goes to a page by the rail: `register` or `find`, of this kind of record.
    pub fn go(&self, what: &str, entity: Entity) {
        let title = self.words.get(&format!("rail.{what}"));
        let entry = match (what, entity) {
            ("register", Entity::BusinessCards) => "rail.business_cards",
            ("register", Entity::Clients) => "rail.register_client",
            ("register", Entity::Leads) => "rail.register_lead",
            (_, Entity::BusinessCards) => "rail.find_business_cards",
            (_, Entity::Clients) => "rail.find_clients",
            (_, Entity::Leads) => "rail.find_leads",
        };
        self.page().press(&format!("{title}: {}", self.words.get(entry)));
        self.see(&match what {
            "register" => format!("register.title.{}", entity.key()),
            _ => format!("find.{}.title", entity.key()),
        });
    }

    /// Goes to a page of the rail by its entry.
    pub fn press_entry(&self, name: &str) {
        self.page().press(self.words.get(name));
        self.page().settle();
    }

    /// Says that the recovery code was kept, as after the first connection to a host.
    pub fn keep_recovery_code(&self) {
        self.see("recovery.title");
        self.page().settle();
        self.press("recovery.kept");
    }

    /// Opens practice from the first page.
    pub fn practise(&self) {
        self.press("welcome.practise");
        self.see("practice.nothing_reaches");
        self.see("register.title.business_cards");
    }

    /// Fills in host and key, the host a second time, and connects. What comes of it is another
    /// matter.
    pub fn connect(&self, host: &str, key: &str) {
        self.page().fill("host", host);
        self.page().fill("api_key", key);
        self.page().fill("host_again", host);
        self.press("connect.submit");
    }

    /// Connects for the first time, from the first page to the first form.
    pub fn connect_first(&self, service: &Service) {
        self.press("welcome.connect");
        self.connect(&service.host(), service.key());
        self.keep_recovery_code();
        self.press("connect.start");
        self.see("register.title.business_cards");
    }

    /// Registers a company on the spot from the card's form, and chooses it.
    pub fn register_company(&self, name: &str, short: &str) {
        self.page().fill("client_id", name);
        self.page().press(&self.words.with("company.register", "name", name));
        self.see("company.new_title");
        self.page().see_in("name", name);
        self.page().fill("name_disp", short);
        self.press("action.save");
        self.page().see_no_more(self.words.get("company.new_title"));
    }

    /// Chooses what every card needs and no text says.
    pub fn choose_usual(&self) {
        self.press("choice.status.1");
        self.press("choice.open_status.1");
    }

    /// Saves what is typed into the form, of which this field is a part, and waits until the
    /// service has given its number.
    pub fn save(&self, entity: Entity, field: &str) {
        self.press(&format!("register.save.{}", entity.key()));
        self.page().see_in(field, "");
        self.see("stage.done");
    }

    /// Saves a change, and waits until everything is sent and nobody has to look at it.
    pub fn save_change(&self) {
        self.press("change.save");
        self.page().see_no_more(self.words.get("change.save"));
        self.press_entry("rail.outbox");
        self.see("outbox.empty");
    }

    /// Looks for cards by one search parameter.
    pub fn find(&self, parameter: &str, text: &str) {
        self.page().fill(parameter, text);
        self.press("find.search");
    }
}
