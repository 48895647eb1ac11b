//! Throws many calls at a practice server at once and tells how they arrived, by the server's
//! own record: `cargo run --release -p hotprofile --example flood -- [CALLS] [ALLOWED] [SECONDS]`,
//! 250 calls against 100 in 60 seconds where nothing else is said. The log of calls is kept in a
//! file, as the program keeps it.

use std::time::{Duration, Instant};

use hotprofile::check::Values;
use hotprofile::limit::Allowance;
use hotprofile::{ApiKey, Client, Endpoint, Entity, Gate, List, Listeners, Urgency};
use practice_server::{Options, PracticeServer};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut numbers = std::env::args().skip(1).map(|text| text.parse::<u32>());
    let mut number = |default| numbers.next().unwrap_or(Ok(default));
    let (calls, allowed, seconds) = (number(250)?, number(100)?, number(60)?);
    let period = Duration::from_secs(seconds.into());

    let server = PracticeServer::start(Options {
        // What the server would refuse is part of the question: it lets everything through.
        allowance: practice_server::Allowance { calls: usize::MAX, period },
        ..Options::default()
    })
    .await?;
    let folder = tempfile::tempdir()?;
    let allowance = Allowance { calls: usize::try_from(allowed)?, period };
    let gate = Gate::new(allowance, Some(folder.path().join("calls.json")), Listeners::default());
    let endpoint = Endpoint::practice(server.address()).ok_or("not a loopback address")?;
    let client = Client::new(endpoint, ApiKey::new(server.api_key()), gate)?;

    let start = Instant::now();
    let flights: Vec<_> = (0..calls)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move {
                let list = List::new(Entity::Clients, &Values::new(), None, 1, 1);
                let list = list.map_err(hotprofile::Error::Invalid)?;
                client.list(&list, Urgency::Background).await
            })
        })
        .collect();
    let mut failed = 0;
    for flight in flights {
        failed += u32::from(flight.await?.is_err());
    }

    let arrivals = server.arrivals();
    let within = |start: &Instant| {
        arrivals.iter().filter(|time| **time >= *start && **time < *start + period).count()
    };
    let most = arrivals.iter().map(within).max().unwrap_or(0);
    println!("{calls} calls at once, {allowed} in {seconds} s allowed, {failed} failed");
    println!("{} arrived, the last after {:.1} s", arrivals.len(), start.elapsed().as_secs_f64());
    println!("at most {most} in any {seconds} s");
    if most > allowance.calls || failed > 0 {
        return Err("the limit was not kept".into());
    }
    Ok(())
}
