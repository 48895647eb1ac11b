//! A walk through what goes wrong: no network, a refusal, closing and removing over unsent
//! records, a database whose key is gone. For pictures, and for looking at every page.

use std::time::Duration;

use hotprofile::Operation;
use practice_server::{Calls, FailureBody, Fault};

use crate::desktop::Desktop;
use crate::network::Network;
use crate::person::Person;
use crate::service::Service;
use crate::traces::files;
use crate::words::Words;

/// Walks and stops at each page, with a name for it.
pub fn walk(language: &str, mut stop: impl FnMut(&str, &Person)) {
    let mut desktop = Desktop::new();
    desktop.set("LANG", &format!("{language}.UTF-8"));
    let service = Service::start(&mut desktop);
    let network = Network::to(service.address());
    let open = |desktop: &Desktop| Person { program: desktop.open(), words: Words::of(language) };

    let mut person = open(&desktop);
    person.press("welcome.connect");
    person.connect(&network.host(), service.key());
    person.see("recovery.title");
    person.page().settle();
    stop("31-recovery-code", &person);
    let code = person.page().evaluate("document.querySelector('output').innerText");
    let code = code.as_str().expect("a recovery code").to_owned();
    person.press("recovery.kept");
    person.see("connect.connected");
    person.page().settle();
    stop("31-connected", &person);
    person.press("connect.start");

    refused_and_waiting(&person, &service, &network, &mut stop);
    person.program.ask_to_close();
    person.see("closing.title");
    person.page().settle();
    stop("35-closing", &person);
    person.page().press_and_part(person.words.get("closing.close"));
    assert!(person.program.ended().success());

    desktop.keychain().forget("database ");
    person = open(&desktop);
    person.see("trouble.database_key_gone");
    stop("36-key-gone", &person);
    person.page().fill("recovery_code", &code.replace('-', " ").to_lowercase());
    person.press("recovery.open");
    person.see("outbox.needs_you");
    person.press("rail.settings");
    person.see("settings.title");
    person.page().press(&person.words.with("settings.remove_named", "host", &network.host()));
    person.see("settings.remove_title");
    person.page().settle();
    person.press("action.remove");
    person.see("settings.keep_connection");
    person.page().settle();
    stop("37-remove-unsent", &person);
    person.press("settings.keep_connection");
    person.program.kill();

    let written = files(&desktop.folder().join("home"));
    let database = written.iter().find(|file| file.ends_with("desk.db")).expect("a database");
    // A program that was just killed may hold it for a moment more.
    std::thread::sleep(Duration::from_millis(200));
    let mut bytes = std::fs::read(database).expect("a file");
    // Its start tells which key it has.
    bytes[16..].fill(0);
    std::fs::write(database, bytes).expect("a file");
    person = open(&desktop);
    person.see("trouble.database_damaged");
    stop("38-damaged", &person);
    person.press("database.begin_anew");
    person.see("database.begin_anew_confirm");
    person.page().settle();
    stop("39-begin-anew", &person);
}

/// A draft, a refused card, and a company and a card that wait for the network.
fn refused_and_waiting(
    person: &Person,
    service: &Service,
    network: &Network,
    stop: &mut impl FnMut(&str, &Person),
) {
    let page = person.page();
    person.register_company("株式会社断られた名刺の会社", "断られた");
    let refusal = Fault::Failure { status: 422, body: FailureBody::Json, stored: false };
    service.faults().next(1, Calls::of(Operation::Create), refusal);
    card(person, "髙﨑", "𠮷乃");
    person.press("register.save.business_cards");
    person.see("stage.refused");
    stop("32-refused", person);

    network.cut();
    person.register_company("株式会社電波の届かない谷", "電波の谷");
    card(person, "山田", "太郎");
    person.press("register.save.business_cards");
    page.see_in("family_name", "");
    page.fill("family_name", "途中");
    page.fill("note", "あとで続きを入力します。");
    person.press("register.put_aside");
    page.see_in("family_name", "");
    stop("33-next-card", person);
    person.press_entry("rail.outbox");
    person.see("outbox.needs_you");
    person.see("why.not_reachable");
    stop("34-outbox", person);
}

fn card(person: &Person, family_name: &str, first_name: &str) {
    person.page().fill("family_name", family_name);
    person.page().fill("first_name", first_name);
    person.choose_usual();
}
