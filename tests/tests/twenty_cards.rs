//! A stack of twenty cards, typed with the keyboard alone: how many keys and calls it takes.
#![cfg(target_os = "linux")]

use journeys::stack::cards;
use journeys::stack::clerk::Clerk;

/// Keys beyond a card's own texts.
const MOST_KEYS: usize = 15;

#[test]
fn twenty_cards_take_few_keys_beyond_their_own_and_few_calls() {
    let mut clerk = Clerk::sits_down();
    for card in cards() {
        let counted = clerk.type_card(&card);
        println!("{:34} {counted:?}", card.company);
        assert!(counted.beyond <= MOST_KEYS, "{card:?}: {counted:?}");
        // It is registered, and looked for before; or its company was, and is registered too.
        let most_calls = 2 + usize::from(card.new.is_some());
        assert!(counted.calls <= most_calls, "{card:?}: {counted:?}");
        let kept = clerk.kept();
        assert_eq!(kept["mobile_tel"], card.mobile_tel);
        assert_eq!(kept["email"], card.email);
        let reading = kept.get("family_name_kana").map_or("", String::as_str);
        assert_eq!(reading, card.family_name[1]);
        let address = card.new.as_ref().map_or("9-9-", |new| new.rest);
        assert!(kept["address"].contains(address), "{kept:?}");
    }
}
