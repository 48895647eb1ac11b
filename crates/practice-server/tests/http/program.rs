//! The program around the library.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use practice_server::Options;
use serde_json::Value as Json;

use crate::caller::Caller;

fn program(arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_practice-server"));
    command.args(arguments).stdout(Stdio::piped()).spawn().expect("it starts")
}

/// What it says when it does not start.
fn refused(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_practice-server"));
    let output = command.args(arguments).output().expect("it ends");
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr).expect("text")
}

fn first_line(stdout: &mut impl BufRead) -> Json {
    let mut line = String::new();
    stdout.read_line(&mut line).expect("a line");
    serde_json::from_str(&line).expect("JSON")
}

/// On Windows nothing asks a program without a window to end.
fn end(child: &mut Child) {
    if cfg!(unix) {
        let asked = Command::new("kill").arg(child.id().to_string()).status();
        assert!(asked.expect("it is asked").success());
        assert!(child.wait().expect("it ends").success());
    } else {
        child.kill().expect("it ends");
    }
}

#[tokio::test]
async fn it_prints_one_line_answers_and_ends_when_asked_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let authority = folder.path().join("authority.pem");
    let path = authority.to_str().expect("text");
    let mut child = program(&[
        "--api-key",
        "key of practice",
        "--records",
        "5",
        "--tls",
        "--tls-authority",
        path,
    ]);
    let mut stdout = BufReader::new(child.stdout.take().expect("stdout"));
    let line = first_line(&mut stdout);
    assert_eq!(line["key"], "key of practice");
    assert_eq!(line["authority"], path);

    let pem = std::fs::read(&authority).expect("the certificate");
    let pem = reqwest::Certificate::from_pem(&pem).expect("a certificate");
    let client = reqwest::Client::builder().no_proxy().tls_certs_only([pem]).build();
    let url = format!(
        "{}/rest_api/v1/business_cards/get_entry_list",
        line["url"].as_str().expect("a URL")
    );
    let call = client.expect("a client").post(url).query(&[("api_key", "key of practice")]);
    let page: Json = call.send().await.expect("an answer").json().await.expect("JSON");
    assert_eq!(page["pages"]["total_count"], 5);

    end(&mut child);
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).expect("the end");
    assert_eq!(rest, "");
}

#[test]
fn https_needs_no_file_to_be_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_practice-server"));
    let command = command.arg("--tls").current_dir(folder.path()).stdout(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let line = first_line(&mut BufReader::new(child.stdout.take().expect("stdout")));
    assert!(line["url"].as_str().expect("a URL").starts_with("https://"));
    let named = Path::new(line["authority"].as_str().expect("a file"));
    assert!(named.is_absolute(), "{line}");
    let pem = std::fs::read(folder.path().join("practice-authority.pem")).expect("a file");
    assert_eq!(std::fs::read(named).expect("the same"), pem);
    reqwest::Certificate::from_pem(&pem).expect("a certificate");
    end(&mut child);
}

#[test]
fn it_listens_on_a_loopback_address_alone() {
    let told = refused(&["--listen", "0.0.0.0:0"]);
    assert_eq!(told, "error: 0.0.0.0:0 is not a loopback address\n");
}

#[test]
fn a_key_of_nothing_is_refused() {
    for key in ["--api-key=", "--api-key= \u{3000}"] {
        let told = refused(&[key]);
        assert!(told.contains("a key has to be more than spaces"), "{told}");
    }
}

#[test]
fn a_certificate_that_can_not_be_written_is_told_in_words() {
    let told = refused(&["--tls", "--tls-authority", "no/such/folder/authority.pem"]);
    let begin = "error: the certificate can not be written to no/such/folder/authority.pem: ";
    assert!(told.starts_with(begin), "{told}");
}

#[tokio::test]
async fn it_prints_the_description_that_it_serves() {
    let output = program(&["--openapi"]).wait_with_output().expect("it ends");
    let printed: Json = serde_json::from_slice(&output.stdout).expect("JSON");
    let caller = Caller::start(Options::default()).await;
    let url = format!("{}/openapi.json", caller.server.url());
    let served = caller.client.get(url).send().await.expect("an answer");
    assert_eq!(served.json::<Json>().await.expect("JSON"), printed);
}
