//! Types the stack of cards in the real window and prints, as a table, what each card took, beside
//! what it takes where nothing helps.

#[cfg(target_os = "linux")]
fn main() {
    use journeys::stack::cards;
    use journeys::stack::clerk::{Clerk, Counted};
    use journeys::stack::unaided::unaided;

    let mut clerk = Clerk::sits_down();
    let (mut all, mut all_unaided) = (Counted::default(), Counted::default());
    println!(
        "| card | own keys | keys beyond | keys in all | calls | keys without helps | calls without helps |"
    );
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for card in cards() {
        let (counted, unaided) = (clerk.type_card(&card), unaided(&card));
        let kind = if card.new.is_some() { "new company" } else { "known company" };
        let name = format!("{} {}, {kind}", card.family_name[0], card.first_name[0]);
        println!("{}", row(&name, counted, unaided));
        all = all.and(counted);
        all_unaided = all_unaided.and(unaided);
    }
    println!("{}", row("**all twenty**", all, all_unaided));
}

#[cfg(target_os = "linux")]
fn row(
    name: &str,
    counted: journeys::stack::clerk::Counted,
    unaided: journeys::stack::clerk::Counted,
) -> String {
    let journeys::stack::clerk::Counted { needed, beyond, calls } = counted;
    let keys = needed + beyond;
    format!(
        "| {name} | {needed} | {beyond} | {keys} | {calls} | {} | {} |",
        unaided.needed + unaided.beyond,
        unaided.calls
    )
}

#[cfg(not(target_os = "linux"))]
fn main() {}
