use hotprofile::{Entity, ListedRecord, Operation, Values};
use jiff::Timestamp;

use super::{Likeness, fold, likeness};
use crate::outbox::record::Record;
use crate::outbox::state::State;

fn values(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn ours(entity: Entity, pairs: &[(&str, &str)]) -> Record {
    Record {
        id: 1,
        entity,
        operation: Operation::Create,
        values: values(pairs),
        client_name: (entity != Entity::Clients).then(|| "株式会社青空".to_owned()),
        needs: None,
        change: None,
        state: State::Ready { losses: 0, anyway: false },
        saved_at: Timestamp::UNIX_EPOCH,
    }
}

fn listed(pairs: &[(&str, &str)]) -> ListedRecord {
    ListedRecord { id: Some(9), fields: values(pairs), items: Vec::new() }
}

const CARD: [(&str, &str); 8] = [
    ("client_id", "3"),
    ("family_name", "山田"),
    ("first_name", "太郎"),
    ("family_name_kana", "ヤマダ"),
    ("tel", "03-0000-1234"),
    ("trade_on", "2026/11/23"),
    ("status", "1"),
    ("open_status", "1"),
];

const LISTED: [(&str, &str); 7] = [
    ("name", "山田 太郎"),
    ("name_kana", "ﾔﾏﾀﾞ "),
    ("client_name", "株式会社 青空"),
    ("tel", "０３－００００－１２３４"),
    ("trade_on", "2026-11-23"),
    ("status", "1"),
    ("updated_user_name", "一郎"),
];

fn card_against(change: &[(&str, &str)]) -> Likeness {
    let mut theirs = values(&LISTED);
    theirs.extend(values(change));
    likeness(
        &ours(Entity::BusinessCards, &CARD),
        &ListedRecord { id: Some(9), fields: theirs, items: Vec::new() },
    )
}

#[test]
fn widths_spaces_and_ways_to_write_a_day_make_no_difference() {
    assert_eq!(card_against(&[]), Likeness::Same);
}

#[test]
fn every_comparable_field_has_to_agree() {
    for change in [
        ("tel", "03-0000-1235"),
        ("name_kana", "ヤマモト"),
        ("client_name", "株式会社海"),
        ("trade_on", "2026/11/22"),
        ("status", "2"),
        // A text that was not typed comes from somebody else.
        ("email", "taro@aozora.example"),
    ] {
        assert_eq!(card_against(&[change]), Likeness::Alike, "{change:?}");
    }
}

#[test]
fn what_the_service_fills_by_itself_does_not_speak_against_it() {
    for change in [("latitude", "35.6"), ("pref_id", "13"), ("lead_source_kbn_id", "2")] {
        assert_eq!(card_against(&[change]), Likeness::Same, "{change:?}");
    }
}

#[test]
fn another_name_is_another_record() {
    assert_eq!(card_against(&[("name", "山田 次郎")]), Likeness::Other);
}

#[test]
fn letters_that_only_look_alike_are_not_the_same() {
    assert_ne!(fold("髙橋"), fold("高橋"));
    assert_ne!(fold("ABC"), fold("abc"));
}

#[test]
fn a_company_is_compared_by_its_own_fields() {
    let typed = [("name", "㈱青空"), ("name_disp", "青空"), ("latitude", "35.5")];
    let company = ours(Entity::Clients, &typed);
    let theirs = listed(&[("name", "(株)青空"), ("name_disp", "青空"), ("latitude", "35.50000")]);
    assert_eq!(likeness(&company, &theirs), Likeness::Same);
    let theirs = listed(&[("name", "(株)青空"), ("name_disp", "青空"), ("latitude", "35.6")]);
    assert_eq!(likeness(&company, &theirs), Likeness::Alike);
}

#[test]
fn marks_of_a_lead_are_read_as_set_or_not() {
    let typed = [
        ("client_id", "3"),
        ("family_name", "山田"),
        ("not_mail_flg", "true"),
        ("not_tel_flg", "false"),
    ];
    let lead = ours(Entity::Leads, &typed);
    let theirs = |mail: &str, tel: &str| {
        listed(&[
            ("family_name", "山田"),
            ("name", "山田"),
            ("client_id", "3"),
            ("client_name", "株式会社青空"),
            ("not_mail_flg", mail),
            ("not_tel_flg", tel),
        ])
    };
    assert_eq!(likeness(&lead, &theirs("○", "ー")), Likeness::Same);
    assert_eq!(likeness(&lead, &theirs("ー", "ー")), Likeness::Alike);
    assert_eq!(likeness(&lead, &theirs("○", "○")), Likeness::Alike);
}
