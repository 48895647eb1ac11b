//! Nothing typed is lost and nothing is registered twice: through a power cut, and without a
//! network.
#![cfg(target_os = "linux")]

use std::thread;
use std::time::Duration;

use journeys::desktop::Desktop;
use journeys::network::Network;
use journeys::service::Service;

#[test]
fn half_a_card_is_there_again_after_a_power_cut() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let person = desktop.person();
    person.press("welcome.connect");
    person.connect(&service.host(), service.key());
    person.keep_recovery_code();
    person.press("connect.start");
    person.page().fill("family_name", "髙﨑");
    person.page().fill("note", "途中まで入力した名刺");
    // The promise is a second, so that is how long it gets.
    thread::sleep(Duration::from_secs(1));
    person.program.kill();

    let person = desktop.person();
    person.page().see_in("family_name", "髙﨑");
    person.page().see_in("note", "途中まで入力した名刺");
    assert_eq!(service.registered(), [0, 0], "a draft is sent nowhere");
}

#[test]
fn three_cards_of_a_new_company_wait_for_the_network_and_are_registered_once() {
    let mut desktop = Desktop::new();
    let service = Service::start(&mut desktop);
    let network = Network::to(service.address());
    let person = desktop.person();
    person.press("welcome.connect");
    person.connect(&network.host(), service.key());
    person.keep_recovery_code();
    person.press("connect.start");

    network.cut();
    person.register_company("株式会社電波の届かない谷", "電波の谷");
    for (number, name) in ["一", "二", "三"].into_iter().enumerate() {
        if number > 0 {
            person.page().fill("client_id", "株式会社電波の届かない谷");
            person.page().press("株式会社電波の届かない谷");
        }
        person.page().fill("family_name", name);
        person.choose_usual();
        person.press("register.save.business_cards");
        person.page().see_in("family_name", "");
    }
    assert_eq!(service.registered(), [0, 0], "there is no network");

    network.restore();
    person.press_entry("rail.outbox");
    person.see("outbox.empty");
    assert_eq!(service.registered(), [1, 3], "one company, three cards");
    person.press_entry("rail.history");
    for name in ["一", "二", "三"] {
        person.page().see(name);
    }
}
