//! One who sends a call of every parameter.

use std::net::SocketAddr;

use hotprofile::check::Values;
use hotprofile::limit::Allowance;
use hotprofile::{
    ApiKey, Client, Create, Endpoint, Entity, Error, Gate, List, Listeners, Operation, Order,
    Update, Urgency,
};
use practice_server::{Options, PracticeServer};

use crate::values::{self, Length};

/// A practice server whose records have the ids that the values name.
pub async fn server() -> PracticeServer {
    let options = Options { records: 20, ..Options::default() };
    PracticeServer::start(options).await.expect("it starts")
}

/// A client of what listens there.
pub fn client(address: SocketAddr, key: &str) -> Client {
    let endpoint = Endpoint::practice(address).expect("a loopback address");
    let gate = Gate::new(Allowance::PUBLISHED, None, Listeners::default());
    Client::new(endpoint, ApiKey::new(key), gate).expect("a client")
}

/// Sends every parameter of an operation, and gives what was sent, with the id that was answered.
pub async fn send(
    client: &Client,
    entity: Entity,
    operation: Operation,
    length: Length,
) -> Result<(Values, Option<u32>), Error> {
    match operation {
        Operation::Create => {
            let sent = sent(entity, operation, length);
            let request = Create::new(entity, &sent).map_err(Error::Invalid)?;
            let id = client.create(&request, Urgency::Person).await?;
            Ok((sent, Some(id)))
        }
        Operation::Update => {
            let sent = sent(entity, operation, length);
            let request = Update::new(entity, &sent).map_err(Error::Invalid)?;
            let id = client.update(&request, Urgency::Person).await?;
            Ok((sent, Some(id)))
        }
        Operation::List => {
            let (request, sent) = list(entity, length)?;
            client.list(&request, Urgency::Person).await?;
            Ok((sent, None))
        }
    }
}

/// What [`send`] sends.
pub fn sent(entity: Entity, operation: Operation, length: Length) -> Values {
    match operation {
        Operation::Create | Operation::Update => values::written(entity, operation, length),
        Operation::List => list(entity, length).expect("a valid search").1,
    }
}

/// A search by everything, with order, page and format, and the parameters that it comes to.
fn list(entity: Entity, length: Length) -> Result<(List, Values), Error> {
    let order = Order { key: "id".to_owned(), descending: true };
    let mut sent = values::searched(entity, length);
    let request = List::new(entity, &sent, Some(&order), 3, 77)
        .map_err(Error::Invalid)?
        .date_format_option(true);
    let on = if entity == Entity::BusinessCards { "true" } else { "1" };
    let more = [
        ("order[key]", "id"),
        ("order[type]", "desc"),
        ("page[number]", "3"),
        ("page[display_number]", "77"),
        ("page[date_format_option]", on),
    ];
    sent.extend(more.map(|(key, text)| (key.to_owned(), text.to_owned())));
    Ok((request, sent))
}
