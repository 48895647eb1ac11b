//! Companies.

use serde_json::json;

use super::Dice;
use super::words::{
    COMPANY_FORMS, COMPANY_TRADES, COMPANY_WORDS, FOREIGN_COMPANIES, NOTES, PLACES, Place,
};
use crate::choices;
use crate::store::Row;

/// A company, and what its people's cards share with it.
pub struct Company {
    pub row: Row,
    pub domain: String,
    pub place: &'static Place,
    pub tel: String,
}

struct Called {
    name: String,
    kana: String,
    short: String,
    roman: String,
}

pub fn invent(dice: &mut Dice) -> Company {
    let Called { name, kana, short, roman } =
        if dice.once_in(7) { foreign(dice) } else { japanese(dice) };
    let place = dice.one(&PLACES);
    let domain = format!("{}.example", host(&roman));
    let tel = dice.phone("03");
    let (made, changed) = dice.made_and_changed();
    let mut row = vec![
        ("name", name),
        ("name_disp", short),
        ("main_tel", tel.clone()),
        ("mail_domain", domain.clone()),
        ("url", format!("https://www.{domain}/")),
        ("created_at", made),
        ("updated_at", changed),
    ];
    if !dice.once_in(9) {
        row.push(("name_kana", kana));
    }
    row.extend(address(dice, place));
    if dice.once_in(2) {
        row.push(("corporate_number", format!("99999{:08}", dice.below(100_000_000))));
    }
    for (key, of) in [
        ("business_category_kbn", "business_category"),
        ("worker_number_kbn", "worker_number"),
        ("capital_kbn", "capital"),
        ("ipo_kbn", "ipo"),
        ("user_id", "user"),
    ] {
        if !dice.once_in(3) {
            row.push((key, dice.one(&choices::ids(of)).to_string()));
        }
    }
    if dice.once_in(4) {
        row.push(("sales_last_year", format!("{}億円", 1 + dice.below(900))));
    }
    if dice.once_in(2) {
        let since = (!dice.once_in(3)).then(|| format!("{}年", 1990 + dice.below(36)));
        let items = json!([
            { "label": "決算月", "value": format!("{}月", 1 + dice.below(12)) },
            { "label": "取引開始", "value": since },
        ]);
        row.push(("items", items.to_string()));
    }
    if dice.once_in(3) {
        row.push(("note", dice.one(&NOTES).replace("\\n", "\n")));
    }
    if dice.once_in(3) {
        row.push(("name_sub", format!("{roman} Co., Ltd.")));
        row.push(("name_kana_sub", roman.to_uppercase()));
        row.push(("address_sub", "1-2-3 Practice Street".to_owned()));
        row.push(("zip_sub", place.zip.to_owned()));
        row.push(("pref_sub", "Practice Prefecture".to_owned()));
    }
    Company { row, domain, place, tel }
}

/// A company that was merged into the first one.
pub fn merged(dice: &mut Dice) -> Row {
    let mut row = invent(dice).row;
    row.push(("merged_into", "1".to_owned()));
    row
}

/// An address in one text and in its three parts.
pub fn address(dice: &mut Dice, place: &Place) -> Row {
    let block = format!(
        "{}{}-{}-{}",
        place.town,
        1 + dice.below(9),
        1 + dice.below(30),
        1 + dice.below(20)
    );
    let building = if dice.once_in(2) {
        format!("練習第{}ビル{}階", 1 + dice.below(9), 1 + dice.below(30))
    } else {
        String::new()
    };
    let whole = format!("{}{block} {building}", place.city).trim().to_owned();
    let mut row = vec![
        ("zip", place.zip.to_owned()),
        ("pref_id", place.pref_id.to_owned()),
        ("address", whole),
        ("address1", place.city.to_owned()),
        ("address2", block),
    ];
    if !building.is_empty() {
        row.push(("address3", building));
    }
    if dice.once_in(2) {
        row.push(("latitude", dice.near(place.latitude)));
        row.push(("longitude", dice.near(place.longitude)));
    }
    row
}

fn japanese(dice: &mut Dice) -> Called {
    let (word, trade) = (dice.one(&COMPANY_WORDS), dice.one(&COMPANY_TRADES));
    let short = format!("{}{}", word.name, trade.name);
    Called {
        name: dice.one(&COMPANY_FORMS).replace("{}", &short),
        kana: format!("{}{}", word.kana, trade.kana),
        short,
        roman: format!("{} {}", word.roman, trade.roman),
    }
}

fn foreign(dice: &mut Dice) -> Called {
    let [name, kana] = *dice.one(&FOREIGN_COMPANIES);
    let short = name.split(' ').next().unwrap_or(name).to_owned();
    Called {
        name: name.to_owned(),
        kana: kana.to_owned(),
        roman: if short.is_ascii() { short.clone() } else { "overseas".to_owned() },
        short,
    }
}

fn host(roman: &str) -> String {
    roman.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}
