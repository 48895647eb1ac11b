use proptest::prelude::*;
use secrecy::ExposeSecret;

use super::{ALPHABET, CARRYING, CodeProblem, GROUPS, RecoveryCode, Symbols};

fn code() -> impl Strategy<Value = RecoveryCode> {
    proptest::array::uniform::<_, { GROUPS * CARRYING }>(0_u8..32)
        .prop_map(|symbols: Symbols| RecoveryCode(Box::new(symbols).into()))
}

fn typed(code: &RecoveryCode) -> String {
    code.text().expose_secret().to_owned()
}

/// Characters of a code without what stands between the groups.
fn bare(code: &RecoveryCode) -> Vec<char> {
    typed(code).chars().filter(|character| *character != '-').collect()
}

fn group_of(index: usize) -> usize {
    index / (CARRYING + 1) + 1
}

proptest! {
    #[test]
    fn what_is_written_down_is_read_back(code in code()) {
        let read = RecoveryCode::read(&typed(&code)).expect("it is a code");
        prop_assert_eq!(read.symbols(), code.symbols());
    }

    #[test]
    fn it_is_read_as_people_type_it(code in code(), between in "[ 　ー−・.\n-]{0,3}") {
        let plain: String = bare(&code).iter().collect();
        let wide: String = plain
            .chars()
            .map(|character| char::from_u32(u32::from(character) + 0xFEE0).expect("it has a wide form"))
            .collect();
        let alike = plain.replace('0', "o").replace('1', "l").replace('V', "u");
        let apart: String = plain.chars().flat_map(|one| format!("{one}{between}").chars().collect::<Vec<_>>()).collect();
        for text in [plain.to_lowercase(), wide.clone(), wide.to_lowercase(), alike, apart] {
            let read = RecoveryCode::read(&text).expect("it is a code");
            prop_assert_eq!(read.symbols(), code.symbols());
        }
    }

    #[test]
    fn one_wrong_character_is_noticed_and_its_group_named(
        code in code(), index in 0..GROUPS * (CARRYING + 1), other in 0_usize..32,
    ) {
        let mut typed = bare(&code);
        let other = char::from(ALPHABET[other]);
        prop_assume!(typed[index] != other);
        typed[index] = other;
        let read = RecoveryCode::read(&String::from_iter(typed));
        prop_assert_eq!(read.err(), Some(CodeProblem::Group { group: group_of(index) }));
    }

    #[test]
    fn two_swapped_characters_of_a_group_are_noticed(
        code in code(), group in 0..GROUPS, one in 0..=CARRYING, other in 0..=CARRYING,
    ) {
        let mut typed = bare(&code);
        let (one, other) = (group * (CARRYING + 1) + one, group * (CARRYING + 1) + other);
        prop_assume!(typed[one] != typed[other]);
        typed.swap(one, other);
        let read = RecoveryCode::read(&String::from_iter(typed));
        prop_assert_eq!(read.err(), Some(CodeProblem::Group { group: group + 1 }));
    }

    #[test]
    fn two_swapped_groups_are_noticed(code in code(), one in 0..GROUPS, other in 0..GROUPS) {
        prop_assume!(one != other);
        let written = typed(&code);
        let mut groups: Vec<_> = written.split('-').collect();
        groups.swap(one, other);
        let read = RecoveryCode::read(&groups.join("-"));
        prop_assert_eq!(read.err(), Some(CodeProblem::Group { group: one.min(other) + 1 }));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".*") {
        let _ = RecoveryCode::read(&text);
    }
}

#[test]
fn a_code_that_is_too_short_says_by_how_much() {
    let read = RecoveryCode::read("7KQ4M-0RT2C");
    assert_eq!(read.err(), Some(CodeProblem::Length { found: 10, wanted: 35 }));
}

#[test]
fn a_character_of_no_code_is_named_by_its_group() {
    let mut typed = bare(&RecoveryCode::random());
    typed[7] = '?';
    let read = RecoveryCode::read(&String::from_iter(typed));
    assert_eq!(read.err(), Some(CodeProblem::Character { group: 2 }));
}

#[test]
fn codes_differ_and_are_not_printed() {
    let (one, other) = (RecoveryCode::random(), RecoveryCode::random());
    assert_ne!(one.symbols(), other.symbols());
    assert!(!format!("{one:?}").contains(&typed(&one)[..5]));
}
