//! Where the keychain is missing or locked.
#![cfg(target_os = "linux")]

use hotprofile::Entity;
use journeys::desktop::Desktop;
use journeys::program::pictures;
use journeys::service::Service;

#[test]
fn without_a_keychain_the_person_is_told_and_the_connection_lasts_for_the_session() {
    let mut desktop = Desktop::without_keychain();
    let service = Service::start(&mut desktop);
    let person = desktop.person();
    person.press("welcome.connect");
    person.connect(&service.host(), service.key());
    person.see("connect.kept_for_session");
    person.page().picture(&pictures().join("journeys/no-keychain.png"));
    assert_eq!(person.page().faults_of_access(), [""; 0]);
    person.press("connect.start");
    person.go("find", Entity::BusinessCards);
    person.see("find.business_cards.empty_all");
    assert!(person.program.close().success());

    let person = desktop.person();
    person.see("welcome.lead");
    assert!(!person.page().text().contains(&service.host()));
}

#[test]
fn a_locked_keychain_can_be_unlocked_and_tried_again_without_a_restart() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    desktop.keychain().lock();
    let person = desktop.person();
    person.press("welcome.connect");
    person.connect(&service.host(), service.key());
    person.see("trouble.keychain_locked");
    person.page().picture(&pictures().join("journeys/locked-keychain.png"));
    assert_eq!(person.page().faults_of_access(), [""; 0]);

    desktop.keychain().unlock();
    person.press("action.try_again");
    person.keep_recovery_code();
    person.see("connect.connected");
    assert_eq!(desktop.keychain().items(), 2);
}

#[test]
fn a_keychain_that_is_locked_at_the_start_can_be_unlocked_and_tried_again() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let person = desktop.person();
    person.press("welcome.connect");
    person.connect(&service.host(), service.key());
    person.keep_recovery_code();
    person.see("connect.connected");
    assert!(person.program.close().success());

    desktop.keychain().lock();
    let person = desktop.person();
    person.see("trouble.keychain_locked");
    assert_eq!(person.page().faults_of_access(), [""; 0]);
    desktop.keychain().unlock();
    person.press("action.try_again");
    person.see("register.title.business_cards");
    person.page().see(&service.host());
}
