use super::*;
use crate::check::Fault;

fn list(entity: Entity, number: u32, display_number: u32) -> Result<List, Vec<Problem>> {
    List::new(entity, &Values::new(), None, number, display_number)
}

fn sorted(entity: Entity, key: &str, descending: bool) -> Result<List, Vec<Problem>> {
    let order = Order { key: key.to_owned(), descending };
    List::new(entity, &Values::new(), Some(&order), 1, 20)
}

fn not_a_choice(key: &str) -> Vec<Problem> {
    vec![Problem { key: key.to_owned(), fault: Fault::NotAChoice }]
}

/// The service publishes 1,000 cards or companies on a page, and 100 leads.
#[test]
fn a_page_holds_as_many_as_are_published_and_no_more() {
    for (entity, max) in
        [(Entity::BusinessCards, 1_000), (Entity::Clients, 1_000), (Entity::Leads, 100)]
    {
        for display_number in [1, max] {
            let list = list(entity, u32::MAX, display_number).expect("a page");
            assert_eq!(list.values()["page[display_number]"], display_number.to_string());
            assert_eq!(list.values()["page[number]"], u32::MAX.to_string());
        }
        for display_number in [0, max + 1, u32::MAX] {
            let problems = list(entity, 1, display_number).expect_err("no such page");
            assert_eq!(problems, not_a_choice("page[display_number]"), "{entity:?}");
        }
        assert_eq!(list(entity, 0, 1).expect_err("no such page"), not_a_choice("page[number]"));
    }
}

#[test]
fn a_list_is_sorted_by_the_published_keys_alone() {
    for (entity, keys) in [
        (Entity::BusinessCards, &["id", "trade_on", "updated_at"][..]),
        (Entity::Clients, &["id"]),
        (Entity::Leads, &["id", "created_at", "updated_at"]),
    ] {
        for field in entity.record().fields {
            for (descending, order) in [(true, "desc"), (false, "asc")] {
                match sorted(entity, field.key, descending) {
                    Ok(list) => {
                        assert!(keys.contains(&field.key), "{entity:?} {}", field.key);
                        assert_eq!(list.values()["order[key]"], field.key);
                        assert_eq!(list.values()["order[type]"], order);
                    }
                    Err(problems) => {
                        assert!(!keys.contains(&field.key), "{entity:?} {}", field.key);
                        assert_eq!(problems, not_a_choice("order[key]"));
                    }
                }
            }
        }
        for misspelt in ["create_at", "update_at", "ID", ""] {
            let problems = sorted(entity, misspelt, false).expect_err("no such key");
            assert_eq!(problems, not_a_choice("order[key]"));
        }
    }
}

#[test]
fn the_format_of_dates_is_switched_as_published() {
    for (entity, on, off) in [
        (Entity::BusinessCards, "true", "false"),
        (Entity::Clients, "1", "0"),
        (Entity::Leads, "1", "0"),
    ] {
        for (switch, value) in [(true, on), (false, off)] {
            let list = list(entity, 1, 20).expect("a page").date_format_option(switch);
            assert_eq!(list.values()["page[date_format_option]"], value, "{entity:?}");
        }
    }
}

#[test]
fn the_newest_record_is_told_by_the_first_page_of_all_sorted_by_id_down() {
    for entity in Entity::ALL {
        let newest = List::newest(entity, 1, 20).expect("a list");
        assert!(newest.date_format_option(true).begins_with_newest());
        assert!(!List::newest(entity, 2, 20).expect("a list").begins_with_newest());
        assert!(!sorted(entity, "id", false).expect("a list").begins_with_newest());
        assert!(!list(entity, 1, 20).expect("a list").begins_with_newest());
        let order = Order { key: "id".to_owned(), descending: true };
        let search = match entity {
            Entity::Clients => "search[name]",
            Entity::BusinessCards | Entity::Leads => "search[family_name]",
        };
        let values = [(search.to_owned(), "1".to_owned())].into();
        let found = List::new(entity, &values, Some(&order), 1, 20).expect("a list");
        assert!(!found.begins_with_newest());
    }
}
