//! What is left behind on disk after everything went wrong that can: not the key, and nothing of
//! what was typed.
#![cfg(target_os = "linux")]

use journeys::desktop::Desktop;
use journeys::person::Person;
use journeys::service::Service;
use journeys::traces::files_holding;
use journeys::until::until;
use practice_server::{Calls, FailureBody, Fault};

/// Typed into the card's form, into the company's and into the filters.
const TYPED: &[&str] = &["痕跡苗字", "痕跡会社", "痕跡検索", "trace@mark.example", "080-0000-7777"];

fn faults() -> Vec<Fault> {
    let failure = |status, body| Fault::Failure { status, body, stored: false };
    vec![
        Fault::CloseBefore,
        Fault::Truncated,
        Fault::Html,
        Fault::Redirect("https://elsewhere.example/".into()),
        failure(500, FailureBody::Json),
        failure(502, FailureBody::Html),
        failure(503, FailureBody::Empty),
        failure(400, FailureBody::Json),
        // The last: for a second no call is made.
        Fault::TooMany { retry_after: Some("1".into()) },
    ]
}

#[test]
fn neither_the_key_nor_what_was_typed_is_left_on_disk_or_printed() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let wrong_key = "wrong-key-of-a-journey";
    let person = desktop.person();
    person.press("welcome.connect");
    person.connect(&service.host(), wrong_key);
    person.see("trouble.key_not_accepted");
    person.page().fill("api_key", service.key());
    meet_every_fault(&person, &service, &["connect.submit"]);
    person.press_until(&["connect.submit"], "connect.connected");

    person.press("connect.start");
    person.register_company("痕跡会社", "痕跡会社");
    person.page().fill("family_name", "痕跡苗字");
    person.page().fill("email", "trace@mark.example");
    person.page().fill("mobile_tel", "080-0000-7777");
    person.choose_usual();
    let save = ["action.save", "register.save_again"];
    meet_every_fault(&person, &service, &save);
    person.press_until(&save, "register.next");

    person.go("find");
    person.page().fill("search[family_name]", "痕跡検索");
    meet_every_fault(&person, &service, &["find.search"]);
    person.press_until(&["find.search"], "find.empty");
    assert!(person.program.close().success());

    let mut secrets = vec![service.key(), wrong_key];
    secrets.extend(TYPED);
    let left = files_holding(desktop.folder(), &secrets);
    assert!(left.is_empty(), "{left:#?}");
    assert!(!desktop.printed().contains("panicked"), "{}", desktop.printed());
}

/// Presses the button once under each fault, and waits until its trouble is told.
fn meet_every_fault(person: &Person, service: &Service, button: &[&str]) {
    for fault in faults() {
        service.faults().every(Calls::ALL, fault);
        let before = service.calls();
        person.press_any(button);
        until(|| (service.calls() > before).then_some(())).expect("a call");
        person.page().see_trouble();
        service.faults().clear();
    }
}
