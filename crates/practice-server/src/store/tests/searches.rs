//! Every search parameter, asked by the typed client over HTTP of 1,000 known records of each
//! kind. What it should find is said a second time, in plain words of Rust, one line for each
//! parameter: the server's SQL and the contract's ways of matching have no part in it.

mod business_cards;
mod case;
mod clients;
mod known;
mod leads;

use std::collections::{BTreeMap, BTreeSet};

use hotprofile::limit::{Allowance, Listeners};
use hotprofile::{ApiKey, Client, Endpoint, Entity, Gate, List, Urgency, Values};

use super::Store;
use crate::{Options, PracticeServer};
use case::Case;
use known::{COUNT, World};

/// The parameters of the list call of every kind of record have their cases here, all of them.
#[test]
fn every_search_parameter_has_a_case() {
    let world = World::invent();
    let mut count = 0;
    for entity in Entity::ALL {
        let searches = entity.record().searches();
        let declared: BTreeSet<_> = searches.iter().map(|(_, search)| search.parameter).collect();
        let cases: BTreeSet<_> =
            cases(&world, entity).into_iter().map(|case| case.parameter).collect();
        assert_eq!(cases, declared, "{entity:?}");
        count += cases.len();
    }
    assert_eq!(count, 115, "as many as are published");
}

#[tokio::test]
async fn every_search_parameter_finds_the_right_records_among_1000_and_no_others() {
    let world = World::invent();
    let server = Server::start(&world).await;
    for entity in Entity::ALL {
        for Case { parameter, term, finds } in cases(&world, entity) {
            let listed = world.of(entity).iter().filter(|record| known::is_listed(entity, record));
            let right: Vec<u32> = listed.filter(|record| finds(record)).map(known::id).collect();
            let name = format!("{entity:?} {parameter} = {term}");
            assert!(!right.is_empty(), "{name} finds nothing");
            assert!(right.len() < COUNT, "{name} finds everything");
            assert_eq!(server.found(entity, parameter, &term).await, right, "{name}");
        }
    }
}

fn cases(world: &World, entity: Entity) -> Vec<Case> {
    match entity {
        Entity::BusinessCards => business_cards::cases(world),
        Entity::Clients => clients::cases(world),
        Entity::Leads => leads::cases(world),
    }
}

/// A practice server that holds the known records, and a client of it.
struct Server {
    client: Client,
    _practice: PracticeServer,
    _folder: tempfile::TempDir,
}

impl Server {
    async fn start(world: &World) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = Some(folder.path().join("data"));
        let store = Store::open(data.clone(), None).await.expect("a store");
        let sample = world.sample();
        store.refill(|| sample).await.expect("it is filled");
        drop(store);
        // Whoever searches this much is not to wait for the limit.
        let allowance = Allowance { calls: 1_000_000, ..Allowance::PUBLISHED };
        let options = Options { data, allowance, ..Options::default() };
        let server = PracticeServer::start(options).await.expect("it starts");
        let endpoint = Endpoint::practice(server.address()).expect("a loopback address");
        let gate = Gate::new(allowance, None, Listeners::default());
        let key = ApiKey::new(server.api_key());
        let client = Client::new(endpoint, key, gate).expect("a client");
        Self { client, _practice: server, _folder: folder }
    }

    /// The ids on all pages, in order.
    async fn found(&self, entity: Entity, parameter: &str, term: &str) -> Vec<u32> {
        let search: Values = BTreeMap::from([(parameter.to_owned(), term.to_owned())]);
        let largest = entity.record().listing.max_display_number.into();
        let mut ids = Vec::new();
        for number in 1.. {
            let request = List::new(entity, &search, None, number, largest).expect("valid");
            let page = self.client.list(&request, Urgency::Person).await.expect("an answer");
            ids.extend(page.records.iter().map(|record| record.id.expect("an id")));
            if number >= page.total_number {
                break;
            }
        }
        ids
    }
}
