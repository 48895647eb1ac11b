//! What a list call asks for: searches, order and page.

use hotprofile::Values;
use hotprofile::check::{Fault, Problem, check_search};
use hotprofile::contract::{DateFormatOption, Record};

use crate::refusal::{Refusal, Slip};

/// Records on a page where nothing else is asked for.
const USUAL_DISPLAY_NUMBER: u32 = 20;

/// A list call that was understood.
pub struct Wanted {
    /// Search terms by published name.
    pub search: Values,
    pub order_key: String,
    pub descending: bool,
    /// The page, from 1.
    pub number: u32,
    pub display_number: u32,
    /// Dates with dashes.
    pub dashes: bool,
}

impl Wanted {
    pub fn read(record: &Record, parameters: &Values) -> Result<Self, Refusal> {
        let mut rest = parameters.clone();
        let mut problems = Vec::new();
        let mut take = |key: &str, read: &dyn Fn(&str) -> bool| {
            let text = rest.remove(key).filter(|text| !text.is_empty())?;
            if !read(&text) {
                problems.push(Problem { key: key.to_owned(), fault: Fault::NotAChoice });
            }
            Some(text)
        };
        let listing = &record.listing;
        let order_key = take("order[key]", &|key| record.order_keys().any(|known| known == key));
        let order_type = take("order[type]", &|text| matches!(text, "asc" | "desc"));
        let number = take("page[number]", &|text| within(text, u32::MAX));
        let display_number =
            take("page[display_number]", &|text| within(text, listing.max_display_number.into()));
        let dashes = take("page[date_format_option]", &|text| match listing.date_format_option.1 {
            DateFormatOption::Boolean => matches!(text, "true" | "false"),
            DateFormatOption::Integer => matches!(text, "1" | "0"),
        });
        let (search, wrong) = check_search(record, &rest);
        problems.extend(wrong);
        if !problems.is_empty() {
            return Err(Refusal::Parameters(problems.into_iter().map(Slip::from).collect()));
        }
        let count = |text: Option<String>| text.and_then(|text| text.parse().ok());
        Ok(Self {
            search,
            order_key: order_key.unwrap_or_else(|| "id".to_owned()),
            descending: order_type.as_deref() == Some("desc"),
            number: count(number).unwrap_or(1),
            display_number: count(display_number).unwrap_or(USUAL_DISPLAY_NUMBER),
            dashes: matches!(dashes.as_deref(), Some("true" | "1")),
        })
    }
}

fn within(text: &str, most: u32) -> bool {
    text.parse().is_ok_and(|number: u32| (1..=most).contains(&number))
}
