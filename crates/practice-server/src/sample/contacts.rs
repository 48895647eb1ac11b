//! Cards and leads: people at companies.

use std::collections::BTreeSet;

use hotprofile::contract::{Kind, LEADS};
use serde_json::{Value as Json, json};

use super::Dice;
use super::clients::{Company, address};
use super::people::{self, Person};
use super::words::{LEAD_SOURCES, NOTES, POSTS};
use crate::choices;
use crate::store::Row;

/// The first records go through every user, department and so on, so that each name can be learned
/// from an answer.
const EVERY: usize = 16;

/// When a lead means to decide, and what it may cost: a customer's own items.
const TIMES: [&str; 4] = ["1か月以内", "3か月以内", "半年以内", "来年度"];
const BUDGETS: [&str; 3] = ["100万円未満", "300万円程度", "1,000万円以上"];

pub fn business_card(dice: &mut Dice, companies: &[Company], number: usize) -> Row {
    let mut row = contact(dice, companies, number);
    row.push(("status", if dice.once_in(10) { "2" } else { "1" }.to_owned()));
    row.push(("open_status", "1".to_owned()));
    row.push(("trade_on", dice.day().strftime("%Y/%m/%d").to_string()));
    if dice.once_in(20) {
        row.push(("owner_user", "退職者".to_owned()));
    } else {
        row.push(("owner_user_id", dice.one(&choices::ids("user")).to_string()));
    }
    if dice.once_in(12) {
        row.push(("direct_note", "直通は午後のみ。".to_owned()));
    }
    if dice.once_in(2) {
        row.push(("request_key", format!("scan-{:05}", number + 1)));
    }
    row
}

pub fn lead(dice: &mut Dice, companies: &[Company], number: usize) -> Row {
    let mut row = contact(dice, companies, number);
    row.push(("lead_status", chosen(dice, "lead_status", number)));
    row.push(("owner_user_id", chosen(dice, "user", number)));
    if !dice.once_in(3) {
        row.push(("trade_on", dice.day().strftime("%Y/%m/%d").to_string()));
    }
    for field in LEADS.fields.iter().filter(|field| field.kind == Kind::Flag) {
        if dice.once_in(8) {
            row.push((field.key, "1".to_owned()));
        }
    }
    if dice.once_in(3) {
        row.push(("customer_id", format!("C-{:05}", dice.below(100_000))));
    }
    if dice.once_in(2) {
        row.push(("interest_product_type_ids", several(dice, "product_type", 2)));
    }
    if dice.once_in(2) {
        let budget = if dice.once_in(3) { Json::Null } else { (*dice.one(&BUDGETS)).into() };
        let items = json!([
            { "label": "検討時期", "value": dice.one(&TIMES) },
            { "label": "予算", "value": budget },
        ]);
        row.push(("items", items.to_string()));
    }
    row
}

/// What cards and leads have in common.
fn contact(dice: &mut Dice, companies: &[Company], number: usize) -> Row {
    let index = dice.below(u32::try_from(companies.len()).unwrap_or(u32::MAX));
    let company = &companies[index as usize];
    let Person { family_name, first_name, family_name_kana, first_name_kana, mailbox } =
        people::invent(dice);
    let (made, changed) = dice.made_and_changed();
    let mut row = vec![
        ("client_id", (index + 1).to_string()),
        ("family_name", family_name),
        ("first_name", first_name),
        ("family_name_kana", family_name_kana),
        ("first_name_kana", first_name_kana),
        ("tel", company.tel.clone()),
        ("email", format!("{mailbox}@{}", company.domain)),
        ("created_at", made),
        ("updated_at", changed),
    ];
    if !dice.once_in(4) {
        row.extend(address(dice, company.place));
    }
    if number < EVERY || !dice.once_in(3) {
        row.push(("organization_id", chosen(dice, "organization", number)));
        row.push(("post", (*dice.one(&POSTS)).to_owned()));
    }
    if dice.once_in(2) {
        row.push(("mobile_tel", dice.phone("090")));
    }
    if dice.once_in(3) {
        row.push(("fax", dice.phone("03")));
        row.push(("extension", format!("{:04}", dice.below(10_000))));
    }
    if dice.once_in(4) {
        row.push(("url", format!("https://www.{}/", company.domain)));
        row.push(("mobile_email", format!("{mailbox}@mobile.example")));
    }
    if number < EVERY || dice.once_in(2) {
        row.push(("lead_source_kbn_id", chosen(dice, "lead_source", number)));
        row.push(("lead_source", (*dice.one(&LEAD_SOURCES)).to_owned()));
    }
    if dice.once_in(3) {
        row.push(("note", dice.one(&NOTES).replace("\\n", "\n")));
    }
    if dice.once_in(3) {
        row.push(("tag_ids", several(dice, "tag", 3)));
    }
    row.retain(|(_, text)| !text.is_empty());
    row
}

/// An id of this choice: each in turn at first, then any.
fn chosen(dice: &mut Dice, of: &'static str, number: usize) -> String {
    let ids = choices::ids(of);
    ids.get(number).unwrap_or_else(|| dice.one(&ids)).to_string()
}

/// Up to so many ids of this choice, as a list.
fn several(dice: &mut Dice, of: &'static str, most: usize) -> String {
    let ids = choices::ids(of);
    let ids: BTreeSet<_> = (0..most).map(|_| *dice.one(&ids)).collect();
    json!(ids).to_string()
}
