//! Every page of the walks in the real window, in each language, under axe's eyes.
#![cfg(target_os = "linux")]

use journeys::person::Person;
use journeys::{records_walk, trouble_walk, typing_walk, walk};

fn nothing_bars_the_way(language: &str) {
    let mut faults = Vec::new();
    let mut look = |page: &str, person: &Person| {
        let found = person.page().faults_of_access();
        faults.extend(found.into_iter().map(|fault| format!("{page}: {fault}")));
    };
    walk::walk(language, &mut look);
    records_walk::walk(language, &mut look);
    typing_walk::walk(language, &mut look);
    trouble_walk::walk(language, &mut look);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_page_in_japanese_can_be_used_by_everyone() {
    nothing_bars_the_way("ja");
}

#[test]
fn every_page_in_english_can_be_used_by_everyone() {
    nothing_bars_the_way("en");
}

#[test]
fn every_page_in_russian_can_be_used_by_everyone() {
    nothing_bars_the_way("ru");
}
