//! HTTPS with a generated authority.

use hotprofile::{Entity, Operation};
use practice_server::Options;
use reqwest::{Certificate, Client};

use crate::caller::Caller;

async fn secured() -> Caller {
    let mut caller = Caller::start(Options { tls: true, ..Options::default() }).await;
    let authority = caller.server.authority().expect("an authority");
    let authority = Certificate::from_pem(authority.as_bytes()).expect("a certificate");
    let client = Client::builder().no_proxy().tls_certs_only([authority]);
    caller.client = client.build().expect("a client");
    caller
}

#[tokio::test]
async fn whoever_trusts_the_authority_is_answered_under_both_names() {
    let caller = secured().await;
    let port = caller.server.address().port();
    let path = Entity::Clients.record().path(Operation::List);
    assert!(caller.server.url().starts_with("https://"));
    for name in ["localhost", "127.0.0.1"] {
        let url = format!("https://{name}:{port}{path}?api_key={}", caller.server.api_key());
        assert_eq!(caller.client.post(url).send().await.expect(name).status(), 200);
    }
}

#[tokio::test]
async fn nobody_else_trusts_it() {
    let caller = secured().await;
    let stranger = Client::builder().no_proxy().build().expect("a client");
    assert!(stranger.get(caller.server.url()).send().await.is_err());
}
