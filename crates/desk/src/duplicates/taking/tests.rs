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

/// What is new of a company.
fn new_of_company(typed: &[(&str, &str)], listed: &[(&str, &str)]) -> Values {
    let (entity, values) = (Entity::Clients, of(typed));
    let form = Form { entity, values, client_name: None, needs: None, change: None };
    new_in(&form, &of(listed))
}

#[test]
fn a_companys_name_with_its_legal_form_written_otherwise_is_not_new() {
    let listed = [("name", "株式会社霧笛商会"), ("main_tel", "03-0000-1234")];
    for name in ["㈱霧笛商会", "霧笛商会株式会社", "霧笛商会", "霧笛 商会（株）"]
    {
        let typed = [("name", name), ("main_tel", "+81 3-0000-1234")];
        assert_eq!(new_of_company(&typed, &listed), Values::new(), "{name}");
    }
    for name in ["有限会社霧笛商会", "株式会社霧笛商事"] {
        assert_eq!(new_of_company(&[("name", name)], &listed), of(&[("name", name)]));
    }
}

#[test]
fn the_case_of_a_mail_address_or_its_domain_is_not_new_another_letter_is() {
    let listed = |text: &'static str| [("email", text), ("mobile_email", "a@mobile.example")];
    let typed = [("email", "Ichiro@Aozora.EXAMPLE"), ("mobile_email", "A@mobile.example")];
    assert_eq!(new(&typed, "株式会社青空", &listed("ichiro@aozora.example")), Values::new());
    let typed = [("email", "Ichiro@Aozora.example")];
    let new = new(&typed, "株式会社青空", &listed("jiro@aozora.example"));
    assert_eq!(new, of(&typed));
    let typed = [("mail_domain", "Aozora.example")];
    let listed = [("mail_domain", "aozora.example")];
    assert_eq!(new_of_company(&typed, &listed), Values::new());
}

#[test]
fn only_a_later_day_is_new_however_days_are_written() {
    for (ours, theirs, is_new) in [
        ("2026/11/19", "2026-11-20", false),
        ("2026-11-20", "2026/11/20", false),
        ("2026/11/20", "2026-11-20 09:00:00", false),
        ("2026/2/3", "2026/11/20", false),
        ("2026/11/21", "2026-11-20", true),
        ("2026-11-21", "2026/11/20", true),
        ("2026/11/20", "", true),
        ("2026/11/20", "先週", true),
    ] {
        let new = new(&[("trade_on", ours)], "株式会社青空", &[("trade_on", theirs)]);
        assert_eq!(new.contains_key("trade_on"), is_new, "{ours} {theirs}");
    }
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
