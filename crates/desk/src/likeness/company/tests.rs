use proptest::prelude::*;

use super::{are_alike, bare, core, domain, host, is_common, is_host, written_out};

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn names_of_one_company_are_alike_and_those_of_others_are_not() {
    let rows = rows(include_str!("pairs.csv"));
    for row in &rows {
        let [one, other, alike] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!(are_alike(one, other), alike == "yes", "{one} {other}");
        assert_eq!(are_alike(other, one), alike == "yes", "{other} {one}");
    }
    let alike = rows.iter().filter(|row| row[2] == "yes").count();
    assert!(rows.len() - alike >= alike, "as many that must not as that must");
}

#[test]
fn a_short_name_is_the_name_in_its_very_characters_without_its_legal_form() {
    for (name, short) in [
        ("㈱髙島霧笛", "髙島霧笛"),
        ("霧笛商会（株）", "霧笛商会"),
        ("株式会社 𠮷野 電機", "𠮷野 電機"),
        ("医療法人社団みなも会", "みなも会"),
        ("認定NPO法人みなもの会", "みなもの会"),
        ("行政書士法人みなも", "みなも"),
        ("みなも家具協同組合", "みなも家具"),
        ("（協）みなも家具", "みなも家具"),
        ("みなも農業協同組合", "みなも農業協同組合"),
        ("協同組合連合会みなも", "協同組合連合会みなも"),
        ("みなも協同組合事務局", "みなも協同組合事務局"),
        ("協同組合", "協同組合"),
        ("Blue Harbour Co., Ltd.", "Blue Harbour"),
        ("Aozora, Inc.", "Aozora"),
        ("K.K. Aozora", "Aozora"),
        ("Castellano Tresmares S.A. de C.V.", "Castellano Tresmares"),
        ("株式会社青空 Co., Ltd.", "青空"),
        ("ООО «Тихий маяк Запад»", "Тихий маяк Запад"),
        ("АО \"Весёлый кит\"", "Весёлый кит"),
        ("«Северный ветер», ООО", "Северный ветер"),
        ("カブシキガイシャアオゾラ", "アオゾラ"),
        ("株式会社", "株式会社"),
        ("U.S.A.", "U.S.A."),
        ("株木建設", "株木建設"),
        ("Zinc", "Zinc"),
        ("АОК", "АОК"),
        ("「霧笛」", "「霧笛」"),
        ("", ""),
    ] {
        assert_eq!(bare(name).core, short, "{name}");
    }
}

#[test]
fn an_abbreviation_is_written_out_where_it_stands_and_nothing_else_is() {
    for (name, written) in [
        ("㈱青空", Some("株式会社青空")),
        ("青空㈱", Some("青空株式会社")),
        ("（株） 青空", Some("株式会社 青空")),
        ("青空 (有)", Some("青空 有限会社")),
        ("㈲ＡＢＣ", Some("有限会社ＡＢＣ")),
        ("㊑髙橋", Some("株式会社髙橋")),
        ("（一社）みなも協会", Some("一般社団法人みなも協会")),
        ("㈿みなも家具", Some("協同組合みなも家具")),
        ("株式会社青空", None),
        ("青空", None),
        ("(財)青空", None),
        ("青空Inc.", None),
        ("ООО Маяк", None),
        ("㈱", None),
        ("青空(株)東京支店", None),
        ("", None),
    ] {
        assert_eq!(written_out(name).as_deref(), written, "{name}");
    }
}

#[test]
fn a_wider_form_is_a_form_of_its_own_and_the_same_for_every_writing() {
    let forms = rows(include_str!("legal_forms.csv"));
    for row in &forms {
        let [_, _, means, _, wider] = row.as_slice() else { panic!("{row:?}") };
        let is_same = |other: &&Vec<String>| other[2] == *means && other[4] != *wider;
        assert_eq!(forms.iter().find(is_same), None, "{row:?}");
        let is_widest = |other: &Vec<String>| other[2] == *wider && other[4].is_empty();
        assert!(wider.is_empty() || forms.iter().any(is_widest), "{row:?}");
    }
}

#[test]
fn a_domain_is_read_from_addresses_of_mail_and_web() {
    for (text, host) in [
        ("taro@aozora.example", "aozora.example"),
        ("https://www.aozora.example/company?a=1", "aozora.example"),
        ("aozora.example:8080", "aozora.example"),
        ("aozora.example", "aozora.example"),
        (" @aozora.example ", "aozora.example"),
        ("青空", "青空"),
    ] {
        assert_eq!(domain(text), host);
    }
    assert!(is_common("Gmail.com") && !is_common("aozora.example"));
}

#[test]
fn a_name_that_holds_a_sign_of_addresses_is_none() {
    for (text, wanted) in [
        ("株式会社C/Dジャパン", None),
        ("Re:Build株式会社", None),
        ("C#工房", None),
        ("www", None),
        ("taro@aozora", Some("aozora")),
        ("https://aozora/about", Some("aozora")),
        ("www.aozora", Some("aozora")),
        ("aozora.example/about?a=1", Some("aozora.example")),
    ] {
        assert_eq!(host(text), wanted, "{text}");
    }
}

#[test]
fn a_domain_is_told_from_a_name_with_a_dot() {
    for host in ["muteki.example", "www-2.muteki.co.jp"] {
        assert!(is_host(host), "{host}");
    }
    for name in ["", "霧笛", "No.1", "U.S.A.", "Mr.Max", "muteki", "霧笛.example", "a.b c"] {
        assert!(!is_host(name), "{name}");
    }
}

#[test]
fn the_reading_of_a_legal_form_comes_off_as_the_form_does() {
    for row in rows(include_str!("readings.csv")) {
        let [name, reading, left] = row.as_slice() else { panic!("{row:?}") };
        assert_eq!(bare(reading).core, left, "{name}");
    }
}

proptest! {
    #[test]
    fn no_name_makes_it_fail(name in any::<String>()) {
        let _ = are_alike(&name, &name);
        let _ = written_out(&name);
        let _ = domain(&name);
    }

    #[test]
    fn forms_round_about_a_name_come_off_it(
        name in "[青空海山a-zа-яァ-ヺ]{2,6}",
        before in "(株式会社|㈱|（株）|\\(有\\)|合同会社)? ?",
        after in "( Inc\\.| Co\\., Ltd\\.|㈱|（株）|有限会社)?",
    ) {
        let whole = format!("{before}{name}{after}");
        // A word that is itself a form is rare among these, and none of a company.
        prop_assume!(bare(&name).core == name && core(&format!("{name} Inc.")) == core(&name));
        prop_assert_eq!(core(&whole), core(&name), "{}", whole);
    }

    #[test]
    fn what_is_left_of_a_name_is_a_part_of_it_and_never_nothing(
        name in "[㈱（）株式会社有限青空 .,a-zA-ZОА«»]{0,12}",
    ) {
        let core = bare(&name).core;
        prop_assert!(name.contains(core), "{}", name);
        prop_assert_eq!(core.is_empty(), name.trim().is_empty(), "{}", name);
    }
}

#[test]
fn the_legal_form_of_a_company_makes_no_difference_its_name_does() {
    for same in [
        ["㈱霧笛商会", "霧笛商会株式会社"],
        ["（株）霧笛 商会", "株式會社霧笛商会"],
        ["Blue Harbour Ltd.", "ＢＬＵＥ　ＨＡＲＢＯＵＲ, Limited"],
        ["Blue Harbour Co., Ltd.", "Blue Harbour K.K."],
        ["ООО «Причал»", "Причал"],
        ["髙瀬舟㈲", "高瀬舟"],
    ] {
        assert_eq!(core(same[0]), core(same[1]), "{same:?}");
    }
    for other in [
        ["株式会社霧笛", "株式会社霧笛商会"],
        ["Blue Harbour", "Blue Harbours"],
        ["Cobalt", "Balt"],
        ["株式会社", "有限会社"],
    ] {
        assert_ne!(core(other[0]), core(other[1]), "{other:?}");
    }
    assert_eq!(core("、"), "");
}
