//! Connecting over HTTPS: with a wrong key, with the right one, across a restart, and removing it.
#![cfg(target_os = "linux")]

use journeys::desktop::Desktop;
use journeys::program::pictures;
use journeys::service::Service;

#[test]
fn a_connection_outlives_a_restart_and_its_key_goes_when_it_is_removed() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let person = desktop.person();
    person.press("welcome.connect");
    person.connect(&service.host(), "a wrong key");
    person.see("trouble.key_not_accepted");
    person.page().picture(&pictures().join("journeys/wrong-key.png"));
    assert_eq!(person.page().faults_of_access(), [""; 0]);
    assert_eq!(desktop.keychain().items(), 0, "nothing is kept before a key is accepted");

    person.page().fill("api_key", service.key());
    person.press("connect.submit");
    person.keep_recovery_code();
    person.see("connect.connected");
    assert!(!person.page().text().contains(service.key()));
    assert_eq!(desktop.keychain().items(), 2, "its key, and that of its database");
    assert!(person.program.close().success());

    let person = desktop.person();
    person.see("register.title.business_cards");
    person.page().see(&service.host());
    person.press("rail.settings");
    person.see("settings.kept_keychain");
    person.page().picture(&pictures().join("journeys/kept.png"));
    person.page().press(&person.words.with("settings.remove_named", "host", &service.host()));
    person.see("settings.remove_title");
    person.page().settle();
    person.press("action.remove");
    person.see("welcome.lead");
    assert_eq!(desktop.keychain().items(), 0, "the keys go with the connection");
    assert!(person.program.close().success());

    let person = desktop.person();
    person.see("welcome.lead");
    assert!(!person.page().text().contains(&service.host()));
}

#[test]
fn a_host_whose_certificate_nobody_vouches_for_is_not_spoken_to() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    // The system's own authorities do not know the server's.
    desktop.set("SSL_CERT_FILE", "/etc/ssl/certs/ca-certificates.crt");
    let person = desktop.person();
    person.press("welcome.connect");
    person.connect(&service.host(), service.key());
    person.see("trouble.not_trusted");
    assert_eq!(person.page().faults_of_access(), [""; 0]);
    assert_eq!(desktop.keychain().items(), 0);
}
