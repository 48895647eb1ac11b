//! The terms of a search, as people write them.

use hotprofile::contract::Matching;
use hotprofile::{Entity, Values};
use jiff::civil::Date;

use crate::desk::Desk;
use crate::leave::today;
use crate::tidy::day;

impl Desk {
    /// The terms with every day as the service writes it, whatever form it was typed in. What is no
    /// day stays as it is: the check of the search tells.
    #[must_use]
    pub fn tidy_terms(&self, entity: Entity, search: Values) -> Values {
        tidy_terms(entity, search, today())
    }
}

fn tidy_terms(entity: Entity, mut search: Values, today: Date) -> Values {
    for parameter in entity.record().fields.iter().flat_map(|field| field.searches) {
        if !matches!(parameter.matching, Matching::FromDay | Matching::ToDay) {
            continue;
        }
        if let Some(text) = search.get_mut(parameter.parameter)
            && let Some(day) = day(text, today)
        {
            *text = day;
        }
    }
    search
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = jiff::civil::date(2026, 11, 29);

    #[test]
    fn days_in_any_usual_form_are_searched_for_and_nothing_else_is_rewritten() {
        let terms = |pairs: &[(&str, &str)]| -> Values {
            pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
        };
        let typed = terms(&[
            ("search[from_trade_on]", "R8.11.3"),
            ("search[to_trade_on]", "11/23"),
            ("search[from_created_on]", "令和8年11月23日"),
            ("search[to_created_on]", "next week"),
            ("search[tel]", "11/23"),
        ]);
        let tidied = terms(&[
            ("search[from_trade_on]", "2026/11/03"),
            ("search[to_trade_on]", "2026/11/23"),
            ("search[from_created_on]", "2026/11/23"),
            ("search[to_created_on]", "next week"),
            ("search[tel]", "11/23"),
        ]);
        assert_eq!(tidy_terms(Entity::BusinessCards, typed, TODAY), tidied);
        assert_eq!(tidy_terms(Entity::BusinessCards, tidied.clone(), TODAY), tidied);
    }
}
