use hotprofile::Values;

use super::{MOST_CALLS, searches};

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn seen() -> Values {
    values(&[
        ("name", "山田 太郎"),
        ("client_name", "株式会社青空"),
        ("email", "taro@aozora.example"),
        ("tel", "03-0000-1234"),
        ("created_at", "2026/11/23 10:00:00"),
    ])
}

fn on_its_day(more: &[(&str, &str)]) -> Values {
    let day = [("search[from_created_on]", "2026/11/23"), ("search[to_created_on]", "2026/11/23")];
    let mut search = values(&day);
    search.extend(values(more));
    search
}

#[test]
fn a_card_is_looked_for_on_its_day_under_its_name_first_and_then_whatever_others_changed() {
    let searches = searches(&seen(), &Values::new());
    assert_eq!(searches[0], on_its_day(&[("search[family_name]", "山田")]));
    assert_eq!(searches[1], on_its_day(&[]));
    assert_eq!(searches[2], values(&[("search[email]", "taro@aozora.example")]));
}

#[test]
fn what_the_change_itself_may_have_changed_is_not_looked_for() {
    let changed = values(&[("family_name", "山本"), ("email", "")]);
    let searches = searches(&seen(), &changed);
    assert_eq!(searches[0], on_its_day(&[("search[tel]", "03-0000-1234")]));
    assert_eq!(searches[1], on_its_day(&[]));
    assert_eq!(searches[2], values(&[("search[tel]", "03-0000-1234")]));
    assert_eq!(searches.len(), 3);
}

#[test]
fn a_name_in_one_piece_is_not_taken_for_a_family_name() {
    let mut seen = seen();
    seen.insert("name".to_owned(), "山田太郎".to_owned());
    let searches = searches(&seen, &Values::new());
    assert_eq!(searches[0], on_its_day(&[("search[email]", "taro@aozora.example")]));
    assert!(searches.iter().all(|search| !search.contains_key("search[family_name]")));
}

#[test]
fn a_card_of_an_unknown_day_is_looked_for_by_what_was_seen_of_it() {
    let mut seen = seen();
    seen.remove("created_at");
    let searches = searches(&seen, &Values::new());
    assert_eq!(searches[0], values(&[("search[email]", "taro@aozora.example")]));
    assert!(searches.len() >= MOST_CALLS);
}

#[test]
fn a_card_of_which_nothing_was_seen_is_not_looked_for_among_all() {
    assert_eq!(searches(&Values::new(), &Values::new()), Vec::<Values>::new());
}
