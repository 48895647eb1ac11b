//! A walk through what helps while somebody types a card. For pictures, and for looking at every
//! page.

use hotprofile::Entity;

use crate::desktop::Desktop;
use crate::person::Person;
use crate::words::Words;

const SIGNATURE: &str = "株式会社あおぞら架空製作所\n営業部　課長\n高崎　花子（たかさき　はなこ）\n\
     〒100-0001 東京都千代田区千代田9-9-9\nTEL：03-0000-1234（内線 12）\n携帯：090-0000-5678\n\
     takasaki@aozora.example";

/// Ctrl and Enter, with the caret in the field.
const SAVE_FROM_THE_FIELD: &str = "void document.activeElement.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }))";

/// Walks and stops at each help, with a name for it.
pub fn walk(language: &str, mut stop: impl FnMut(&str, &Person)) {
    let mut desktop = Desktop::new();
    desktop.set("LANG", &format!("{language}.UTF-8"));
    let person = Person { program: desktop.open(), words: Words::of(language) };
    let page = person.page();
    person.practise();
    person.go("find", Entity::Clients);
    person.see("find.page_size");

    person.go("register", Entity::BusinessCards);
    page.fill("client_id", "㈱霧笛");
    page.see(person.words.get("company.more"));
    stop("71-known-companies", &person);
    page.press_start("霧笛");
    page.see(person.words.get("company.offer"));
    stop("72-offer", &person);
    page.press_start(person.words.get("company.take"));
    page.fill("fax", "０３ー００００ー１２３４");
    page.fill("email", "hanako@gmial.com");
    page.fill("zip", "");
    page.fill("address", "");
    page.fill("zip", "1000001");
    page.fill("mobile_email", "");
    page.see_in("zip", "100-0001");
    page.see(person.words.start("postal.filled"));
    stop("73-tidied", &person);

    person.press("signature.open");
    page.fill("signature", SIGNATURE);
    person.see("signature.present");
    page.settle();
    stop("74-signature", &person);
    person.press("action.close");
    page.see_no_more(person.words.start("signature.present"));
    page.settle();

    page.fill("family_name", "髙崎");
    page.fill("first_name", "花子");
    page.fill("email", "takasaki.hanako@aozora.example");
    person.save(Entity::BusinessCards, "family_name");
    page.fill("family_name", "高﨑");
    page.fill("first_name", "花子");
    page.fill("email", "takasaki.hanako@aozora.example");
    page.see(person.words.get("duplicates.register_anyway"));
    page.settle();
    stop("75-duplicates", &person);

    person.press("duplicates.register_anyway");
    page.fill("client_id", "㈱霧笛");
    page.press_start("霧笛");
    page.see(person.words.get("company.offer"));
    page.fill("mobile_tel", "０９０００００９８７６");
    let _ = page.evaluate(SAVE_FROM_THE_FIELD);
    page.see(person.words.start("tidy.on_saving"));
    page.settle();
    stop("76-tidied-on-saving", &person);

    page.fill("client_id", "㈱霧笛");
    page.press_start("霧笛");
    page.see(person.words.get("company.offer"));
    page.fill("family_name", "𠮷川");
    page.fill("email", "yoshikawa@gmial.com");
    let _ = page.evaluate(SAVE_FROM_THE_FIELD);
    page.see(person.words.get("hint.correct"));
    page.settle();
    stop("77-noticed-on-saving", &person);

    page.fill("client_id", "霧笛フーズ＆ベーカリー");
    page.press(&person.words.with("company.register", "name", "霧笛フーズ＆ベーカリー"));
    page.see(person.words.get("duplicates.choose"));
    page.settle();
    stop("78-new-company-known", &person);
    person.press("duplicates.choose");
    page.see_no_more(person.words.get("company.new_title"));
}
