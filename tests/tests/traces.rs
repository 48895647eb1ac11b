//! What is left behind on disk after everything went wrong that can: not the key, and nothing of
//! what was typed.
#![cfg(target_os = "linux")]

use std::path::{Path, PathBuf};

use hotprofile::{Entity, Operation};
use journeys::desktop::Desktop;
use journeys::page::Page;
use journeys::person::Person;
use journeys::service::Service;
use journeys::traces::{files, files_holding};
use journeys::until::until;
use practice_server::{Calls, FailureBody, Fault};
use serde_json::Value;

/// Typed into the forms of a card, a company, a lead and a change, into the window for signatures
/// and into the filters.
const TYPED: &[&str] = &[
    "痕跡苗字",
    "痕跡会社",
    "痕跡見込",
    "痕跡変更",
    "痕跡署名",
    "痕跡検索",
    "trace@mark.example",
    "080-0000-7777",
];

/// What a service or the way to it can do wrong, some of it with the key in what it answers.
fn faults(key: &str) -> Vec<Fault> {
    let failure = |status, body| Fault::Failure { status, body, stored: false };
    vec![
        Fault::CloseBefore,
        Fault::CloseAfter,
        Fault::Truncated,
        Fault::Html,
        Fault::Redirect(format!("https://elsewhere.example/?api_key={key}")),
        failure(500, FailureBody::Json),
        failure(502, FailureBody::Html),
        failure(503, FailureBody::Empty),
        failure(400, FailureBody::Echo),
        // The last: for a second no call is made.
        Fault::TooMany { retry_after: Some("1".into()) },
    ]
}

#[test]
fn neither_the_key_nor_what_was_typed_is_left_on_disk_or_printed_and_no_page_shows_the_key() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let wrong_key = "wrong-key-of-a-journey";
    let person = desktop.person();
    let page = person.page();
    person.press("welcome.connect");
    person.connect(&service.host(), wrong_key);
    person.see("trouble.key_not_accepted");
    assert!(!page.text().contains(wrong_key), "{}", page.text());
    find_no_way(&person, service.key());
    page.fill("host", &service.host());
    page.fill("api_key", service.key());
    page.fill("host_again", &service.host());
    assert_eq!(key_field(page, "type"), "password");
    assert!(page.whole().contains(service.key()), "where it is typed the key is found");
    meet_every_fault(&person, &service, &["connect.submit"], Page::text);
    person.press_until(&["connect.submit"], "recovery.title");
    person.keep_recovery_code();
    assert!(!page.whole().contains(service.key()), "the key is gone from the page");

    person.press("connect.start");
    person.register_company("痕跡会社", "痕跡会社");
    page.fill("family_name", "痕跡苗字");
    page.fill("email", "trace@mark.example");
    page.fill("mobile_tel", "080-0000-7777");
    person.choose_usual();
    be_refused(&person, &service);
    type_elsewhere(&person);

    person.go("find", Entity::BusinessCards);
    page.fill("search[family_name]", "痕跡検索");
    meet_every_fault(&person, &service, &["find.search"], Page::whole);
    person.press_until(&["find.search"], "find.empty");

    person.press("rail.settings");
    person.press("settings.add");
    person.see("connect.title");
    assert_eq!((key_field(page, "type"), key_field(page, "value")), ("password".into(), "".into()));
    assert!(!page.whole().contains(service.key()), "a form for a key opens empty");
    assert!(person.program.close().success());

    what_is_written_is_where_it_is_looked_for(&desktop, &service);
    let mut secrets = vec![service.key(), wrong_key];
    secrets.extend(TYPED);
    let left = files_holding(desktop.folder(), &secrets);
    assert!(left.is_empty(), "{left:#?}");
    assert!(!desktop.printed().contains("panicked"), "{}", desktop.printed());
}

/// Connects with the key to where nobody is, and to whom nobody vouches for.
fn find_no_way(person: &Person, key: &str) {
    let stranger = Service::start_untrusted();
    for (host, trouble) in
        [("localhost:1", "trouble.not_reachable"), (&*stranger.host(), "trouble.not_trusted")]
    {
        person.connect(host, key);
        person.see(trouble);
        assert!(!person.page().text().contains(key), "{}", person.page().text());
    }
    assert_eq!(stranger.calls(), 0, "nothing was sent");
}

/// Types into the window for signatures, the form of a lead and that of a change, and saves none of
/// it.
fn type_elsewhere(person: &Person) {
    let page = person.page();
    person.press("signature.open");
    page.fill("signature", "痕跡署名\ntrace@mark.example");
    page.see_in("signature_email", "trace@mark.example");
    person.press("action.close");
    page.see_no_more(person.words.get("signature.title"));

    person.go("register", Entity::Leads);
    page.fill("family_name", "痕跡見込");

    person.go("find", Entity::Clients);
    person.find("search[name]", "痕跡会社");
    page.see_in_cell(0, 0, "痕跡会社");
    page.press_cell(0, 0);
    person.press("details.change");
    person.see("change.save");
    page.fill("address", "痕跡変更");
    page.see_in("address", "痕跡変更");
}

/// Presses the button once under each fault, waits until its trouble is told, and looks for the
/// key in what is `shown` then.
fn meet_every_fault(
    person: &Person,
    service: &Service,
    button: &[&str],
    shown: fn(&Page) -> String,
) {
    let page = person.page();
    for fault in faults(service.key()) {
        service.faults().every(Calls::ALL, fault.clone());
        let before = service.calls();
        person.press_any(button);
        until(|| (service.calls() > before).then_some(())).expect("a call");
        page.see_trouble();
        if matches!(fault, Fault::Failure { body: FailureBody::Echo, .. }) {
            // What the service said is told, and only the key is missing from it.
            page.see("api_key=***");
        }
        let shown = shown(page);
        assert!(!shown.contains(service.key()), "after {fault:?}:\n{shown}");
        service.faults().clear();
    }
}

/// Saves the card while the service refuses everything and says back what it was sent: the outbox
/// tells what the service said, and only the key is missing from it.
fn be_refused(person: &Person, service: &Service) {
    let echo = Fault::Failure { status: 400, body: FailureBody::Echo, stored: false };
    service.faults().every(Calls::of(Operation::Create), echo);
    person.press("register.save.business_cards");
    person.press_entry("rail.outbox");
    person.see("stage.refused");
    let page = person.page();
    page.see("api_key=***");
    assert!(!page.whole().contains(service.key()), "{}", page.whole());
    service.faults().clear();
    // Back as a draft, so that the window closes without a question.
    person.press("record.into_form");
    page.see_in("family_name", "痕跡苗字");
}

/// What the field for the key has of this name.
fn key_field(page: &Page, property: &str) -> Value {
    page.evaluate(&format!("document.querySelector('[name=api_key]').{property}"))
}

/// The log, the settings and the log of calls: were they written elsewhere, nothing found would
/// mean nothing.
fn what_is_written_is_where_it_is_looked_for(desktop: &Desktop, service: &Service) {
    let host = service.host();
    let found = files_holding(desktop.folder(), &["meishi_desk::log: started", &host]);
    let holds = |end: &str, text: &str| {
        let is_it = |file: &Path| file.to_string_lossy().ends_with(end);
        found.iter().any(|(file, held)| is_it(file) && held == text)
    };
    assert!(holds(".log", "meishi_desk::log: started"), "{found:#?}");
    assert!(holds("settings.json", &host), "{found:#?}");
    let files = files(desktop.folder());
    let is_log_of_calls = |file: &PathBuf| {
        file.to_string_lossy().contains("/calls") && file.extension() == Some("json".as_ref())
    };
    assert!(files.iter().any(is_log_of_calls), "{files:#?}");
}
