//! The example program `call`, started as a person would: what depends on the surroundings of a
//! program (proxies, certificates, the key in a variable) shows only in one of its own.

use std::path::PathBuf;
use std::process::{Output, Stdio};

use practice_server::{Calls, Fault, Options, PracticeServer};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::process::Command;
use wiremock::matchers::method;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// Made along with the tests by `cargo test` and `cargo nextest`, unless one test file alone is
/// asked for: then `--examples` has to be added.
fn program() -> PathBuf {
    let tests = std::env::current_exe().expect("a program");
    let built = tests.ancestors().nth(2).expect("target/debug/deps");
    built.join("examples").join("call").with_extension(std::env::consts::EXE_EXTENSION)
}

/// A command with none of the surroundings that matter here but the key.
fn call(key: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program());
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    command.env_remove("SSL_CERT_FILE").env_remove("SSL_CERT_DIR");
    command.env("HOTPROFILE_API_KEY", key).args(arguments).kill_on_drop(true);
    command
}

async fn run(mut command: Command) -> Output {
    command.output().await.expect("the example `call` is built")
}

fn answer(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// The code before the colon, of a program that failed.
fn failure(output: &Output) -> String {
    assert!(!output.status.success());
    assert!(output.stdout.is_empty());
    let text = String::from_utf8_lossy(&output.stderr);
    text.split(':').next().unwrap_or_default().to_owned()
}

async fn server(tls: bool) -> PracticeServer {
    PracticeServer::start(Options { tls, ..Options::default() }).await.expect("it starts")
}

#[tokio::test]
async fn every_operation_can_be_made_from_the_command_line() {
    let server = server(false).await;
    let host = server.url();
    let call = async |arguments: &[&str]| {
        answer(&run(call(server.api_key(), &[&[host.as_str()], arguments].concat())).await)
    };
    let company = call(&["clients.create", "name=株式会社見本", "name_disp=見本"]).await;
    let client_id = format!("client_id={}", company["id"]);
    let person = [client_id.as_str(), "family_name=𠮷田"];
    let card = [&["business_cards.create"], &person[..], &["status=1", "open_status=1"]].concat();
    let card = call(&card).await;
    let lead = call(&[&["leads.create"], &person[..]].concat()).await;
    for (operation, created) in
        [("clients.update", &company), ("business_cards.update", &card), ("leads.update", &lead)]
    {
        let id = format!("id={}", created["id"]);
        let of_company = (operation != "clients.update").then_some(client_id.as_str());
        let arguments = [&[operation, &id, "zip=100-0000"], of_company.as_slice()].concat();
        assert_eq!(call(&arguments).await["id"], created["id"], "{operation}");
    }
    let paging = [
        "page[number]=1",
        "page[display_number]=5",
        "page[date_format_option]=1",
        "order[type]=desc",
    ];
    for (list, more) in [
        ("clients", ["search[name]=見本", "order[key]=id"]),
        ("business_cards", ["search[family_name]=𠮷田", "order[key]=id"]),
        ("leads", ["search[family_name]=𠮷田", "order[key]=created_at"]),
    ] {
        let operation = format!("{list}.list");
        let found = call(&[&[operation.as_str()], &more[..], &paging[..]].concat()).await;
        assert_eq!(found["pages"]["total_count"], 1, "{list}");
        assert_eq!(found[list][0]["zip"], "100-0000", "{list}");
    }
}

#[tokio::test]
async fn a_failure_is_told_by_its_code_and_never_with_the_key() {
    let server = server(false).await;
    let host = server.url();
    for (key, arguments, code) in [
        ("wrong-key", &[host.as_str(), "clients.list"][..], "key_not_accepted"),
        ("wrong-key", &[&host, "clients.create", "name=x"], "invalid"),
        ("wrong-key", &["http://127.0.0.1:1", "clients.list"], "not_reachable"),
        ("wrong-key", &["http://192.0.2.1:80", "clients.list"], "usage"),
        ("wrong-key", &["192.0.2.1", "clients.list"], "usage"),
        ("wrong-key", &[&host, "clients.delete"], "usage"),
        ("wrong-key", &[&host, "clients.list", "order[key]=id", "order[type]=down"], "usage"),
        ("wrong-key", &[&host, "clients.list", "order[type]=desc"], "usage"),
        ("wrong-key", &[&host, "clients.create", "name=A", "name=B", "name_disp=A"], "usage"),
        ("", &[&host, "clients.list"], "usage"),
    ] {
        let output = run(call(key, arguments)).await;
        assert_eq!(failure(&output), code, "{arguments:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("wrong-key"), "{arguments:?}");
    }
}

#[tokio::test]
async fn the_answer_is_printed_as_it_came() {
    let service = MockServer::start().await;
    let came = json!({ "status": "ok", "id": "7", "merged": [] });
    let template = ResponseTemplate::new(200).set_body_json(&came);
    Mock::given(method("POST")).respond_with(template).mount(&service).await;
    let host = service.uri();
    for write in [
        &["clients.create", "name=株式会社見本", "name_disp=見本"][..],
        &["clients.update", "id=7", "name=株式会社見本"],
    ] {
        let arguments = [&[host.as_str()], write].concat();
        assert_eq!(answer(&run(call("a-key", &arguments)).await), came, "{write:?}");
    }
}

#[tokio::test]
async fn the_scheme_may_be_in_capitals() {
    let server = server(false).await;
    let host = server.url().replace("http://", "HTTP://");
    let output = run(call(server.api_key(), &[&host, "clients.list"])).await;
    assert_eq!(answer(&output)["clients"], Value::Array(Vec::new()));
}

#[cfg(unix)]
#[tokio::test]
async fn an_argument_that_is_no_text_is_told() {
    use std::os::unix::ffi::OsStrExt;

    let mut command = call("a-key", &["http://127.0.0.1:1", "clients.list"]);
    command.arg(std::ffi::OsStr::from_bytes(b"search[name]=\xff"));
    let output = run(command).await;
    assert_eq!(failure(&output), "usage");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("search[name]=\u{fffd} is not in UTF-8"), "{told}");
}

#[tokio::test]
async fn whoever_reads_no_further_is_told_nothing() {
    let server = server(false).await;
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let mut command = call(server.api_key(), &[&server.url(), "clients.list"]);
    let child = command.stdout(writer).stderr(Stdio::piped()).spawn().expect("it starts");
    let output = child.wait_with_output().await.expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

#[tokio::test]
async fn an_answer_that_is_no_list_is_a_failure() {
    let service = MockServer::start().await;
    let message = ResponseTemplate::new(200).set_body_json(json!({ "message": "out of order" }));
    Mock::given(method("POST")).respond_with(message).mount(&service).await;
    let output = run(call("a-key", &[&service.uri(), "clients.list"])).await;
    assert_eq!(failure(&output), "refused");
    assert!(String::from_utf8_lossy(&output.stderr).contains("out of order"));
}

#[tokio::test]
async fn whoever_waits_for_the_limit_is_told_how_long() {
    let server = server(false).await;
    let busy = Fault::TooMany { retry_after: Some("1".to_owned()) };
    server.faults().next(1, Calls::ALL, busy);
    let output = run(call(server.api_key(), &[&server.url(), "clients.list"])).await;
    assert_eq!(answer(&output)["clients"], Value::Array(Vec::new()));
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.starts_with("the limit of calls is used up; waiting "), "{told}");
}

/// On Linux; elsewhere the system's own store alone decides.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_certificate_is_trusted_where_its_authority_is() {
    let server = server(true).await;
    let host = format!("localhost:{}", server.address().port());
    let strangers = run(call(server.api_key(), &[&host, "clients.list"])).await;
    assert_eq!(failure(&strangers), "not_trusted");
    assert!(server.arrivals().is_empty());

    let folder = tempfile::tempdir().expect("a folder");
    let authority = folder.path().join("authority.pem");
    std::fs::write(&authority, server.authority().expect("TLS")).expect("written");
    let mut trusting = call(server.api_key(), &[&host, "clients.list"]);
    trusting.env("SSL_CERT_FILE", &authority);
    assert_eq!(answer(&run(trusting).await)["clients"], Value::Array(Vec::new()));
}

/// A proxy that answers every wish for a connection so, by its address.
async fn proxy_saying(status: &'static str) -> String {
    let proxy = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = format!("http://{}", proxy.local_addr().expect("bound"));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = proxy.accept().await {
            let mut wish = BufReader::new(&mut stream).lines();
            while wish.next_line().await.ok().flatten().is_some_and(|line| !line.is_empty()) {}
            let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n");
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    address
}

#[tokio::test]
async fn a_proxy_that_refuses_is_told_from_a_host_that_is_not_there() {
    for status in ["403 Forbidden", "407 Proxy Authentication Required", "503 No Such Host"] {
        let mut command = call("a-key", &["example.hot-profile.com", "clients.list"]);
        command.env("HTTPS_PROXY", proxy_saying(status).await);
        assert_eq!(failure(&run(command).await), "proxy_refused", "{status}");
    }
    let mut command = call("a-key", &["example.hot-profile.com", "clients.list"]);
    command.env("HTTPS_PROXY", "http://127.0.0.1:1");
    assert_eq!(failure(&run(command).await), "not_reachable");
}

/// The variables that every system knows.
#[tokio::test]
async fn the_systems_proxy_is_used_but_never_for_this_machine() {
    let proxy = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = format!("http://{}", proxy.local_addr().expect("bound"));
    let through = |host: &str, key: &str| {
        let mut command = call(key, &[host, "clients.list"]);
        command.env("HTTPS_PROXY", &address).env("HTTP_PROXY", &address);
        command
    };
    let server = server(false).await;
    answer(&run(through(&server.url(), server.api_key())).await);
    let nobody = run(through("localhost:1", "a-key")).await;
    assert_eq!(failure(&nobody), "not_reachable");

    let (first_line, output) = tokio::join!(
        async {
            let (stream, _) = proxy.accept().await.expect("a connection");
            let mut line = String::new();
            BufReader::new(stream).read_line(&mut line).await.expect("a line");
            line
        },
        run(through("example.hot-profile.com", "a-key")),
    );
    assert_eq!(first_line.trim_end(), "CONNECT example.hot-profile.com:443 HTTP/1.1");
    assert!(!output.status.success());
}
