//! The first journey, page by page, in any of the languages: for pictures, and for looking at
//! every page.

use crate::desktop::Desktop;
use crate::person::Person;
use crate::words::Words;
use hotprofile::Entity;

/// An invented card.
pub const CARD: &[(&str, &str)] = &[
    ("family_name", "髙﨑"),
    ("first_name", "𠮷乃"),
    ("family_name_kana", "タカサキ"),
    ("first_name_kana", "ヨシノ"),
    ("tel", "03-0000-1234"),
    ("email", "takasaki@aozora.example"),
    ("zip", "100-0000"),
    ("address", "東京都千代田区架空町1-2-3"),
    ("trade_on", "2026/11/20"),
    ("note", "展示会で名刺交換。次回は来月。"),
];

/// Walks the journey and stops at each page, with a name for it.
pub fn walk(language: &str, mut stop: impl FnMut(&str, &Person)) {
    let mut desktop = Desktop::new();
    desktop.set("LANG", &format!("{language}.UTF-8"));
    let person = Person { program: desktop.open(), words: Words::of(language) };
    let page = person.page();

    person.see("welcome.lead");
    stop("01-welcome", &person);
    person.press("welcome.connect");
    person.see("connect.title");
    stop("02-connect", &person);
    page.fill("host", "https://user@example.hot-profile.com");
    person.press("connect.submit");
    person.see("trouble.host_with_credentials");
    stop("03-connect-refused", &person);
    page.fill("host", "crm.example");
    page.fill("api_key", "not a real key");
    page.fill("host_again", "crm.example");
    stop("04-connect-foreign-host", &person);
    person.press("action.back");

    person.practise();
    stop("05-register", &person);
    person.press("register.save.business_cards");
    person.see("fault.required");
    stop("06-register-problems", &person);
    page.fill("client_id", "株式会社");
    page.see(person.words.start("company.register"));
    stop("07-companies", &person);
    page.fill("client_id", "株式会社あおぞら架空製作所");
    page.press(&person.words.with("company.register", "name", "株式会社あおぞら架空製作所"));
    page.see_in("name", "株式会社あおぞら架空製作所");
    page.fill("name_disp", "あおぞら");
    stop("08-new-company", &person);
    person.press("action.save");
    page.see_no_more(person.words.get("company.new_title"));
    for (name, value) in CARD {
        page.fill(name, value);
    }
    person.choose_usual();
    stop("09-register-filled", &person);
    person.press("register.more");
    stop("10-register-more", &person);
    person.save(Entity::BusinessCards, "family_name");
    stop("11-registered", &person);

    person.go("find", Entity::BusinessCards);
    person.see("find.page_size");
    stop("12-find", &person);
    person.press("columns.title");
    stop("13-columns", &person);
    person.press("action.close");
    person.find("search[family_name]", "髙﨑");
    page.see("takasaki@aozora.example");
    stop("14-found", &person);
    page.press("髙﨑");
    person.see("details.more");
    stop("15-details", &person);
    person.find("search[family_name]", "存在しない名字");
    person.see("find.empty");
    stop("16-nothing-found", &person);

    person.press_entry("rail.outbox");
    person.see("outbox.empty");
    stop("17-outbox", &person);
    person.press_entry("rail.history");
    page.see("株式会社あおぞら架空製作所");
    stop("18-history", &person);

    person.press("rail.settings");
    person.see("settings.title");
    stop("19-settings", &person);
    person.press("settings.reset");
    person.see("settings.reset_confirm");
    stop("20-reset", &person);
    person.press("action.cancel");
    page.settle();
    page.press(&format!("{} (F1)", person.words.get("rail.keys")));
    person.see("keys.title");
    stop("21-keys", &person);
}
