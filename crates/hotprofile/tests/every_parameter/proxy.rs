//! Prism between the client and the practice server: it refuses what the published description
//! does not allow, both ways, and hands everything else on. `cargo xtask test` installs it.

use std::net::SocketAddr;
use std::process::Stdio;

use hotprofile::{Entity, Error, Operation};
use practice_server::PracticeServer;
use practice_server::openapi::{self, Way};
use tempfile::NamedTempFile;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use crate::sender::{client, send, sent, server};
use crate::values::Length;

/// It ends when dropped.
struct Prism {
    address: SocketAddr,
    _program: Child,
    _description: NamedTempFile,
}

impl Prism {
    async fn start(server: &PracticeServer, way: Way) -> Self {
        let script = std::env::var("PRISM").expect("PRISM is the path of its index.js");
        let file = NamedTempFile::with_suffix(".json").expect("a file");
        let description = openapi::description(way).to_json().expect("JSON");
        std::fs::write(file.path(), description).expect("it is written");
        let mut program = Command::new("node")
            .args([&script, "proxy", "--errors", "--host", "127.0.0.1", "--port", "0"])
            .arg(file.path())
            .arg(server.url())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("Node.js");
        let mut lines = BufReader::new(program.stdout.take().expect("its output")).lines();
        let address = loop {
            let line = lines.next_line().await.expect("text").expect("it listens before it ends");
            if let Some((_, address)) = line.split_once("listening on http://") {
                break address.trim().parse().expect("an address");
            }
        };
        // It stops where nobody reads what it says.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Self { address, _program: program, _description: file }
    }
}

#[tokio::test]
#[ignore = "needs Prism: `cargo xtask test` installs it and runs this"]
async fn no_call_departs_from_the_description_and_every_parameter_arrives() {
    let server = server().await;
    for (way, length) in [(Way::Query, Length::Short), (Way::Form, Length::Longest)] {
        let prism = Prism::start(&server, way).await;
        let client = client(prism.address, server.api_key());
        for entity in Entity::ALL {
            for operation in Operation::ALL {
                let answer = send(&client, entity, operation, length).await;
                let (sent, _) = answer.unwrap_or_else(|error| {
                    panic!("{entity:?} {operation:?} {way:?} is refused: {error:?}")
                });
                assert_eq!(server.latest(), sent, "{entity:?} {operation:?} {way:?}");
            }
        }
    }
}

#[tokio::test]
#[ignore = "needs Prism: `cargo xtask test` installs it and runs this"]
async fn nor_does_the_example_program_call() {
    let server = server().await;
    let prism = Prism::start(&server, Way::Query).await;
    let tests = std::env::current_exe().expect("a program");
    let built = tests.ancestors().nth(2).expect("target/debug/deps").join("examples");
    let call = built.join("call").with_extension(std::env::consts::EXE_EXTENSION);
    for entity in Entity::ALL {
        for operation in Operation::ALL {
            let sent = sent(entity, operation, Length::Short);
            let done = Command::new(&call)
                .env("HOTPROFILE_API_KEY", server.api_key())
                .arg(format!("http://{}", prism.address))
                .arg(format!("{}.{operation:?}", entity.key()).to_lowercase())
                .args(sent.iter().map(|(key, text)| format!("{key}={text}")))
                .output()
                .await
                .expect("the example `call` is built");
            let told = String::from_utf8_lossy(&done.stderr);
            assert!(done.status.success(), "{entity:?} {operation:?} is refused: {told}");
            assert_eq!(server.latest(), sent, "{entity:?} {operation:?}");
        }
    }
}

/// Else the tests above could not fail.
#[tokio::test]
#[ignore = "needs Prism: `cargo xtask test` installs it and runs this"]
async fn what_departs_from_the_description_is_refused() {
    let server = server().await;
    // A form where the query string is described.
    let prism = Prism::start(&server, Way::Query).await;
    let client = client(prism.address, server.api_key());
    for operation in Operation::ALL {
        let refused = send(&client, Entity::Clients, operation, Length::Longest).await;
        assert!(refused.is_err(), "{operation:?}: {refused:?}");
        assert!(!matches!(refused, Err(Error::Invalid(_))), "the client itself sends it");
    }
    assert!(server.latest().is_empty(), "nothing arrived");
}
