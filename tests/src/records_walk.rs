//! A walk through leads and companies, and through changing a record of each kind. For pictures,
//! and for looking at every page.

use hotprofile::Entity;

use crate::desktop::Desktop;
use crate::person::Person;
use crate::words::Words;

/// Walks and stops at each page, with a name for it.
pub fn walk(language: &str, mut stop: impl FnMut(&str, &Person)) {
    let mut desktop = Desktop::new();
    desktop.set("LANG", &format!("{language}.UTF-8"));
    let person = Person { program: desktop.open(), words: Words::of(language) };
    let page = person.page();
    person.practise();

    person.go("find", Entity::Leads);
    person.see("find.page_size");
    stop("51-leads", &person);
    page.press_cell(0, 0);
    person.see("details.more");
    stop("52-lead", &person);
    person.press("details.more");
    person.see("related.cards");
    stop("52-lead-more", &person);
    person.press("details.change");
    person.see("change.save");
    stop("53-change-lead", &person);

    person.go("register", Entity::Leads);
    stop("54-register-lead", &person);
    person.press("register.more");
    page.settle();
    stop("55-register-lead-more", &person);
    person.go("register", Entity::Clients);
    stop("56-register-company", &person);

    person.go("find", Entity::Clients);
    person.see("find.page_size");
    stop("57-companies", &person);
    page.press_cell(1, 0);
    person.see("details.more");
    stop("58-company", &person);
    person.press("related.under_name");
    page.see(person.words.get("related.leads_under_name"));
    page.settle();
    stop("58-company-people", &person);
    person.press("details.change");
    person.see("change.save");
    page.fill("main_tel", "03-0000-9876");
    page.fill("note", "");
    page.settle();
    stop("59-change-company", &person);

    person.go("find", Entity::BusinessCards);
    person.see("find.page_size");
    page.press_cell(0, 0);
    person.see("details.more");
    person.press("details.change");
    person.see("change.save");
    stop("60-change-card", &person);
    person.press("rail.settings");
    person.see("settings.title");
    page.scroll_to(person.words.get("names.title"));
    stop("61-names", &person);
}
