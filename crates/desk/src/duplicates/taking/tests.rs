use super::*;

fn of(pairs: &[(&str, &str)]) -> Values {
    pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn new(typed: &[(&str, &str)], client_name: &str, listed: &[(&str, &str)]) -> Values {
    let form = Form {
        entity: Entity::BusinessCards,
        values: of(typed),
        client_name: Some(client_name.to_owned()),
        needs: None,
        change: None,
    };
    new_in(&form, &of(listed))
}

const LISTED: [(&str, &str); 7] = [
    ("name", "髙橋 一郎"),
    ("name_kana", "タカハシ イチロウ"),
    ("client_name", "株式会社青空"),
    ("tel", "0300001234"),
    ("email", "ichiro@aozora.example"),
    ("trade_on", "2026/11/20"),
    ("note", "展示会で挨拶。"),
];

#[test]
fn what_is_only_written_otherwise_is_not_new() {
    let typed = [
        ("client_id", "7"),
        ("family_name", "高橋"),
        ("first_name", "一郎"),
        ("family_name_kana", "ﾀｶﾊｼ"),
        ("first_name_kana", "イチロウ"),
        ("tel", "03-0000-1234"),
        ("email", "ichiro@aozora.example"),
        ("trade_on", "2026/11/19"),
        ("note", "展示会で挨拶。"),
    ];
    assert_eq!(new(&typed, "㈱青空", &LISTED), Values::new());
}

#[test]
fn what_differs_or_is_not_there_is_new_and_a_memo_is_added() {
    let typed = [
        ("client_id", "8"),
        ("family_name", "高橋"),
        ("first_name", "一郎"),
        ("tel", "03-0000-9999"),
        ("mobile_tel", "090-0000-1234"),
        ("trade_on", "2026/11/23"),
        ("note", "異動とのこと。"),
        ("direct_note", "折り返し待ち"),
    ];
    let wanted = [
        ("client_id", "8"),
        ("tel", "03-0000-9999"),
        ("mobile_tel", "090-0000-1234"),
        ("trade_on", "2026/11/23"),
        ("note", "展示会で挨拶。\n異動とのこと。"),
        ("direct_note", "折り返し待ち"),
    ];
    assert_eq!(new(&typed, "株式会社青葉", &LISTED), of(&wanted));
}

#[test]
fn another_name_is_new_as_a_whole() {
    let typed = [("family_name", "鈴木"), ("first_name", "一郎")];
    assert_eq!(new(&typed, "株式会社青空", &LISTED), of(&typed));
}

#[test]
fn a_number_with_its_country_is_not_new_that_of_another_country_is() {
    let listed = [("tel", "03-0000-1234"), ("fax", "0300001235"), ("mobile_tel", "09000001234")];
    let typed = [
        ("tel", "+81 3 0000 1234"),
        ("fax", "＋８１（０）３ ００００ １２３５"),
        ("mobile_tel", "+819000001234"),
    ];
    assert_eq!(new(&typed, "株式会社青空", &listed), Values::new());
    let typed = [("tel", "+44 3 0000 1234")];
    assert_eq!(new(&typed, "株式会社青空", &listed), of(&typed));
}
