use crate::settings::Language;
use crate::testing::Machine;
use crate::trouble::Trouble;

#[test]
fn the_language_follows_the_system_until_one_is_chosen() {
    let machine = Machine::new();
    let desk = machine.start();
    for (tag, language) in [
        ("ja-JP", Language::Ja),
        ("ja_JP.UTF-8", Language::Ja),
        ("ru", Language::Ru),
        ("en-GB", Language::En),
        ("jam", Language::En),
        ("C", Language::En),
        ("", Language::En),
    ] {
        assert_eq!(desk.standing(tag).language, language, "{tag}");
    }
    desk.set_language(Language::Ru).unwrap();
    assert_eq!(desk.standing("ja-JP").language, Language::Ru);
    assert_eq!(machine.start().standing("ja-JP").language, Language::Ru);
}

#[test]
fn a_language_that_can_not_be_saved_holds_until_the_program_closes() {
    let machine = Machine::new();
    let desk = machine.start();
    *machine.settings.full.lock().unwrap() = true;
    assert_eq!(desk.set_language(Language::Ja), Err(Trouble::NotWritten));
    assert_eq!(desk.standing("").language, Language::Ja);
    assert_eq!(machine.start().standing("").language, Language::En);
}
