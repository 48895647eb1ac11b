mod mutated;

use proptest::prelude::*;
use serde_json::json;

use super::*;

const ASKED: Asked = Asked { number: 3, display_number: 20 };

fn read(answer: &Value) -> Option<Page> {
    Page::read(Entity::Clients, answer, ASKED)
}

fn only_record(record: &Value) -> ListedRecord {
    let mut page = read(&json!({ "clients": [record] })).expect("a page");
    page.records.pop().expect("a record")
}

fn field(value: &Value) -> Option<String> {
    only_record(&json!({ "field": value })).fields.remove("field")
}

/// JSON of any kind, with the keys that matter more often than chance would have them.
fn any_json() -> impl Strategy<Value = Value> {
    let key = prop_oneof![
        Just("clients".to_owned()),
        Just("pages".to_owned()),
        Just("id".to_owned()),
        Just("total_count".to_owned()),
        Just("display_number".to_owned()),
        Just("label".to_owned()),
        Just("value".to_owned()),
        "\\PC{0,3}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
        "[0-9]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_json_of_any_kind_is_too_much(answer in any_json()) {
        read(&answer);
        read_id(&answer);
    }

    #[test]
    fn one_odd_record_hides_no_other(odd in any_json(), place in 0..=5_usize) {
        let mut items: Vec<_> = (1..=5).map(|id| json!({ "id": id })).collect();
        items.insert(place, odd.clone());
        let page = read(&json!({ "clients": items })).expect("a page");
        let seen = page.records.len() + usize::try_from(page.unreadable).expect("few");
        prop_assert_eq!(seen, 6);
        let mut ids: Vec<_> = page.records.iter().map(|record| record.id).collect();
        if odd.is_object() {
            ids.remove(place);
        }
        prop_assert_eq!(ids, (1..=5).map(Some).collect::<Vec<_>>());
    }

    #[test]
    fn an_id_is_read_as_a_number_and_as_text(id in 1..=u32::MAX) {
        prop_assert_eq!(read_id(&json!({ "id": id })), Some(id));
        prop_assert_eq!(read_id(&json!({ "id": format!(" {id} ") })), Some(id));
    }
}

#[test]
fn what_is_no_id_is_none() {
    for odd in [json!(0), json!(-1), json!(1.5), json!(4_294_967_296_u64), json!("x"), json!(null)]
    {
        assert_eq!(read_id(&json!({ "id": odd })), None, "{odd}");
    }
}

#[test]
fn a_value_of_any_kind_is_text() {
    let cases = [
        (json!("𠮷田"), "𠮷田"),
        (json!("ー"), "ー"),
        (json!("2018/10/19 17:54:06"), "2018/10/19 17:54:06"),
        (json!(1_234_567_890_123_u64), "1234567890123"),
        (json!(35.681_236), "35.681236"),
        (json!(true), "true"),
        (json!(["東京", null, "大阪"]), "東京、大阪"),
        (json!([1, 2]), "1、2"),
        (
            json!([{"label": "業種", "value": "製造"}, {"label": "規模", "value": 3}]),
            "業種: 製造、規模: 3",
        ),
        (json!({"label": null, "value": "製造"}), "製造"),
        (json!({"a": 1, "b": {"c": "d"}}), "a: 1、b: c: d"),
    ];
    for (value, text) in cases {
        assert_eq!(field(&value).as_deref(), Some(text), "{value}");
    }
}

#[test]
fn the_customers_items_are_read_in_every_form_they_come_in() {
    let item = |label: &str, value: &str| Item { label: label.to_owned(), value: value.to_owned() };
    let cases = [
        // As seen in use.
        (
            json!({"items": [{"label": "業種", "value": "製造"}, {"label": "規模", "value": 3}]}),
            vec![item("業種", "製造"), item("規模", "3")],
        ),
        // As published.
        (json!({"items": ["製造", " 3 "]}), vec![item("", "製造"), item("", " 3 ")]),
        (json!({"itemslabel": "業種", "itemsvalue": "製造"}), vec![item("業種", "製造")]),
        // And what else there may be.
        (
            json!({"items": {"label": "業種", "value": ["製造", "販売"]}}),
            vec![item("業種", "製造、販売")],
        ),
        (json!({"items": [{"label": null, "value": true}]}), vec![item("", "true")]),
        (json!({"items": [null, {"label": "業種", "value": " "}, "", [], {}]}), vec![]),
        (json!({"items": [{"業種": "製造"}]}), vec![item("", "業種: 製造")]),
        (
            json!({"items": [], "itemslabel": ["業種", "規模"], "itemsvalue": [null, 3, "余り"]}),
            vec![item("規模", "3"), item("", "余り")],
        ),
        (json!({"items": null, "itemslabel": "業種"}), vec![]),
        (json!({}), vec![]),
    ];
    for (record, items) in cases {
        assert_eq!(only_record(&record).items, items, "{record}");
    }
}

#[test]
fn what_holds_nothing_is_left_out() {
    for empty in [
        json!(null),
        json!(""),
        json!(" "),
        json!("　"),
        json!([]),
        json!([null, " "]),
        json!({}),
        json!({"label": "業種", "value": null}),
    ] {
        assert_eq!(field(&empty), None, "{empty}");
    }
}

#[test]
fn counters_are_read_as_text_and_made_up_for_where_they_are_missing() {
    let records = json!([{"id": 1}, {"id": 2}]);
    let full = json!({"total_count": "45", "total_number": 3, "current_number": "2", "display_number": 20});
    let page = read(&json!({ "clients": records, "pages": full })).expect("a page");
    let counters = |page: &Page| {
        (page.total_count, page.total_number, page.current_number, page.display_number)
    };
    assert_eq!(counters(&page), (45, 3, 2, 20));
    let page = read(&json!({ "clients": records, "pages": {"total_count": 45} })).expect("a page");
    assert_eq!(counters(&page), (45, 3, 3, 20));
    let page = read(&json!({ "clients": records })).expect("a page");
    assert_eq!(counters(&page), (42, 3, 3, 20));
}

#[test]
fn where_nothing_is_counted_a_full_page_has_a_next_one() {
    let counted = |records: u32, pages: Value| {
        let records: Vec<_> = (1..=records).map(|id| json!({ "id": id })).collect();
        let page = read(&json!({ "clients": records, "pages": pages })).expect("a page");
        (page.total_count, page.total_number)
    };
    assert_eq!(counted(20, json!(null)), (61, 4));
    assert_eq!(counted(19, json!(null)), (59, 3));
    assert_eq!(counted(0, json!(null)), (40, 2));
    assert_eq!(counted(5, json!({"display_number": 5})), (16, 4));
    assert_eq!(counted(20, json!({"total_number": 3})), (60, 3));
    assert_eq!(counted(20, json!({"total_number": 9})), (61, 9));
    assert_eq!(counted(20, json!({"total_count": 45})), (45, 3));
}

#[test]
fn nothing_found_is_a_page_and_another_answer_is_none() {
    let nothing = json!({"total_count": 0});
    for empty in [
        json!({ "clients": [] }),
        json!({ "clients": null, "pages": nothing }),
        json!({ "pages": nothing }),
    ] {
        assert_eq!(read(&empty).map(|page| page.records.len()), Some(0), "{empty}");
    }
    for other in [json!({}), json!([]), json!("x"), json!({"leads": []}), json!({"clients": {}})] {
        assert_eq!(read(&other), None, "{other}");
    }
}
