//! Makes one call from the command line.
//!
//! ```text
//! HOTPROFILE_API_KEY=... cargo run -p hotprofile --example call -- HOST OPERATION key=value ...
//! ```
//!
//! HOST is a host such as `example.hot-profile.com`, over HTTPS, or `http://127.0.0.1:PORT` of a
//! practice server on this machine. OPERATION is `business_cards.create`, `clients.list`,
//! `leads.update` and so on; a key is the published name, brackets included. The answer is
//! printed as JSON, just as it came; a failure as its code and text, with a non-zero exit.
//!
//! The log of calls lives in memory: call after call from the command line, nothing but the
//! service keeps to its limit. Where the service is at its limit, the call waits up to five minutes
//! for it, and says so.

use std::ffi::OsString;
use std::io::{self, Write};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;

use hotprofile::check::Values;
use hotprofile::limit::{Allowance, whole_seconds};
use hotprofile::{
    ApiKey, Client, Create, Endpoint, Entity, Error, Gate, Host, List, Listeners, Operation, Order,
    Update, Urgency,
};
use serde_json::Value;

const USAGE: &str = "usage: call HOST OPERATION key=value ...  (the key in HOTPROFILE_API_KEY)";

#[tokio::main]
async fn main() -> ExitCode {
    match run(std::env::args_os().skip(1)).await {
        Ok(answer) => print(&answer),
        Err(Failed::Usage(text)) => {
            eprintln!("usage: {text}\n{USAGE}");
            ExitCode::from(2)
        }
        Err(Failed::Call(error)) => {
            eprintln!("{}: {error}", error.code());
            if let Error::Invalid(problems) = &error {
                for problem in problems {
                    eprintln!("  {problem}");
                }
            }
            ExitCode::FAILURE
        }
    }
}

/// Whoever reads no further, as `head` does, has what they wanted.
fn print(answer: &Value) -> ExitCode {
    match writeln!(io::stdout(), "{answer:#}") {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            eprintln!("output: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}

enum Failed {
    /// What was typed makes no call.
    Usage(String),
    /// The call was not made, or failed.
    Call(Error),
}

async fn run(arguments: impl Iterator<Item = OsString>) -> Result<Value, Failed> {
    let arguments: Vec<_> = arguments.map(text).collect::<Result<_, _>>()?;
    let [host, operation, parameters @ ..] = arguments.as_slice() else {
        return Err(usage("a host and an operation are needed"));
    };
    let endpoint = endpoint(host)?;
    let (entity, operation) = entity_and_operation(operation)?;
    let values = values(parameters)?;
    let key = ApiKey::new(&std::env::var("HOTPROFILE_API_KEY").unwrap_or_default());
    if key.is_empty() {
        return Err(usage("no key in HOTPROFILE_API_KEY"));
    }
    let listeners = Listeners {
        on_wait: Some(Arc::new(|wait| {
            eprintln!("the limit of calls is used up; waiting {} s", whole_seconds(wait));
        })),
        ..Listeners::default()
    };
    let gate = Gate::new(Allowance::PUBLISHED, None, listeners);
    let client = Client::new(endpoint, key, gate).map_err(Failed::Call)?;
    let answer = match operation {
        Operation::Create => {
            let request = Create::new(entity, &values).map_err(invalid)?;
            client.create_as_answered(&request, Urgency::Person).await
        }
        Operation::Update => {
            let request = Update::new(entity, &values).map_err(invalid)?;
            client.update_as_answered(&request, Urgency::Person).await
        }
        Operation::List => client.list_as_answered(&list(entity, values)?, Urgency::Person).await,
    };
    answer.map_err(Failed::Call)
}

fn text(argument: OsString) -> Result<String, Failed> {
    argument.into_string().map_err(|odd| usage(&format!("{} is not in UTF-8", odd.display())))
}

/// `http://` is spoken to this machine alone.
fn endpoint(text: &str) -> Result<Endpoint, Failed> {
    if let Some((scheme, address)) = text.split_once("://")
        && scheme.eq_ignore_ascii_case("http")
    {
        return address
            .trim_end_matches('/')
            .parse::<SocketAddr>()
            .ok()
            .and_then(Endpoint::practice)
            .ok_or_else(|| usage("http:// takes a loopback address with its port"));
    }
    Host::parse(text).map(Endpoint::Https).map_err(|problem| usage(&format!("HOST: {problem}")))
}

fn entity_and_operation(text: &str) -> Result<(Entity, Operation), Failed> {
    let (entity, operation) = text.split_once('.').unwrap_or((text, ""));
    let entity = Entity::ALL.into_iter().find(|known| known.key() == entity);
    let operation = match operation {
        "create" => Some(Operation::Create),
        "update" => Some(Operation::Update),
        "list" => Some(Operation::List),
        _ => None,
    };
    entity.zip(operation).ok_or_else(|| usage(&format!("no operation {text}")))
}

/// Each key once: the service publishes none that is repeated, and one of two would be lost.
fn values(parameters: &[String]) -> Result<Values, Failed> {
    let mut values = Values::new();
    for text in parameters {
        let (key, value) = text.split_once('=').ok_or_else(|| usage(&format!("no = in {text}")))?;
        if values.insert(key.to_owned(), value.to_owned()).is_some() {
            return Err(usage(&format!("{key} is given twice")));
        }
    }
    Ok(values)
}

/// Paging and sorting under their published names, the rest is searched for.
fn list(entity: Entity, mut values: Values) -> Result<List, Failed> {
    let number = number(&mut values, "page[number]", 1)?;
    let display_number = self::number(&mut values, "page[display_number]", 20)?;
    let date_format_option = values.remove("page[date_format_option]");
    let order = order(&mut values)?;
    let list =
        List::new(entity, &values, order.as_ref(), number, display_number).map_err(invalid)?;
    match date_format_option.as_deref() {
        None => Ok(list),
        Some("1" | "true") => Ok(list.date_format_option(true)),
        Some("0" | "false") => Ok(list.date_format_option(false)),
        Some(_) => Err(usage("page[date_format_option] is true or false")),
    }
}

fn order(values: &mut Values) -> Result<Option<Order>, Failed> {
    let key = values.remove("order[key]");
    let descending = match values.remove("order[type]").as_deref() {
        Some(_) if key.is_none() => return Err(usage("order[type] needs order[key]")),
        None | Some("asc") => false,
        Some("desc") => true,
        Some(_) => return Err(usage("order[type] is asc or desc")),
    };
    Ok(key.map(|key| Order { key, descending }))
}

fn number(values: &mut Values, key: &str, default: u32) -> Result<u32, Failed> {
    let Some(text) = values.remove(key) else { return Ok(default) };
    text.parse().map_err(|_| usage(&format!("{key} is a number")))
}

fn usage(text: &str) -> Failed {
    Failed::Usage(text.to_owned())
}

fn invalid(problems: Vec<hotprofile::Problem>) -> Failed {
    Failed::Call(Error::Invalid(problems))
}
