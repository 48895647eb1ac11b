//! What is registered, and what befalls the calls: all of it drawn from the seed.

use std::time::Duration;

use desk::outbox::record::{Change, Form, RecordId};
use hotprofile::{Entity, Operation, Values};
use practice_server::{Calls, FailureBody, Fault, Faults};
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;

/// Delays of faults: well below the safe delay.
const LONGEST_DELAY_MS: u64 = 150;

/// Nothing befalls the call.
const NOTHING: Fault = Fault::DelayBefore(Duration::ZERO);

/// A registration.
#[derive(Clone, Debug)]
pub struct Registration {
    form: Form,
    /// Which registration it needs, by its place.
    needs: Option<usize>,
}

impl Registration {
    /// Its form, once the company that it needs is in the outbox.
    pub fn form(&self, saved: &[RecordId]) -> Form {
        Form { needs: self.needs.map(|company| saved[company]), ..self.form.clone() }
    }
}

/// Companies that are there before anything goes wrong.
pub struct Registered {
    /// With their names: cards are registered for them.
    pub companies: Vec<(u32, String)>,
    /// Each is changed once at most.
    pub to_change: Vec<(u32, String)>,
}

/// So many registrations: new companies, cards of theirs, cards of these companies that are
/// registered already, a few private, a few identical twins. Among them changes of companies.
pub fn registrations(
    random: &mut StdRng,
    count: usize,
    registered: &Registered,
) -> Vec<Registration> {
    let mut to_change = registered.to_change.iter();
    let mut planned: Vec<Registration> = Vec::with_capacity(count);
    let mut companies = Vec::new();
    for number in 0..count {
        let next = match random.random_range(0..100) {
            0..15 => {
                companies.push(number);
                company(number)
            }
            15..25 if planned.last().is_some_and(|last| last.form.entity != Entity::Clients) => {
                planned[number - 1].clone()
            }
            25..60 if !companies.is_empty() => {
                // The newest are the likeliest not to be registered yet.
                let newest = companies.len().saturating_sub(3);
                let needs = companies[newest..].choose(random).copied();
                Registration { needs, form: card(random, number, None) }
            }
            60..70 if let Some(company) = to_change.next() => change(number, company),
            _ => {
                let company = registered.companies.choose(random);
                Registration { needs: None, form: card(random, number, company) }
            }
        };
        planned.push(next);
    }
    planned
}

fn company(number: usize) -> Registration {
    let name = format!("株式会社{number}");
    let values = [("name", name.clone()), ("name_disp", name)];
    let form = Form {
        entity: Entity::Clients,
        values: owned(values),
        client_name: None,
        needs: None,
        change: None,
    };
    Registration { form, needs: None }
}

/// A telephone for a company that has none.
fn change(number: usize, (id, name): &(u32, String)) -> Registration {
    let listed = owned([("name", name.clone()), ("name_disp", name.clone())]);
    let form = Form {
        entity: Entity::Clients,
        values: owned([("main_tel", format!("03-0000-{number:04}"))]),
        client_name: None,
        needs: None,
        change: Some(Change { id: *id, name: name.clone(), listed }),
    };
    Registration { form, needs: None }
}

fn card(random: &mut StdRng, number: usize, company: Option<&(u32, String)>) -> Form {
    // Few names and few telephones: look-ups meet records that are alike.
    let family_name = ["山田", "髙橋", "𠮷野", "佐藤"].choose(random).copied().unwrap_or_default();
    let is_private = random.random_bool(0.03);
    let mut values = owned([
        ("family_name", family_name.to_owned()),
        ("first_name", format!("{number}")),
        ("tel", format!("０３-0000-{:04}", random.random_range(0..20))),
        ("status", "1".to_owned()),
        ("open_status", if is_private { "3" } else { "1" }.to_owned()),
        ("note", format!("{number} から\n二行目")),
    ]);
    if let Some((id, _)) = company {
        values.insert("client_id".to_owned(), id.to_string());
    }
    let client_name = company.map(|(_, name)| name.clone());
    Form { entity: Entity::BusinessCards, values, client_name, needs: None, change: None }
}

fn owned<const N: usize>(pairs: [(&str, String); N]) -> Values {
    pairs.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}

/// Plans what befalls the next calls.
pub fn plan_faults(random: &mut StdRng, faults: &Faults, calls: usize) {
    for operation in Operation::ALL {
        for _ in 0..calls {
            // Look-ups have peace more often, or a core is killed before it gets to anything else.
            let peace = operation == Operation::List && random.random_bool(0.7);
            let fault = if peace { NOTHING } else { fault(random) };
            faults.next(1, Calls::of(operation), fault);
        }
    }
}

fn fault(random: &mut StdRng) -> Fault {
    let delay = Duration::from_millis(random.random_range(0..LONGEST_DELAY_MS));
    match random.random_range(0..100) {
        0..6 => Fault::CloseBefore,
        6..12 => Fault::CloseAfter,
        12..18 => Fault::DelayBefore(delay),
        18..24 => Fault::DelayAfter(delay),
        24..26 => Fault::TooMany { retry_after: Some("1".to_owned()) },
        26..34 => Fault::Failure {
            status: [500, 502, 503, 504].choose(random).copied().unwrap_or(500),
            body: [FailureBody::Json, FailureBody::Html, FailureBody::Empty]
                .choose(random)
                .copied()
                .unwrap_or(FailureBody::Empty),
            stored: random.random_bool(0.5),
        },
        34..38 => Fault::Truncated,
        38..41 => Fault::Html,
        _ => NOTHING,
    }
}
