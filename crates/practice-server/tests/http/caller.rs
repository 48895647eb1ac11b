//! A practice server and one who calls it.

use hotprofile::{Entity, Operation};
use practice_server::{Options, PracticeServer};
use reqwest::{Client, RequestBuilder, Response};
use serde_json::Value as Json;

/// A server of its own for each test, and its caller.
pub struct Caller {
    pub server: PracticeServer,
    pub client: Client,
}

impl Caller {
    pub async fn start(options: Options) -> Self {
        let server = PracticeServer::start(options).await.expect("it starts");
        Self { server, client: Client::builder().no_proxy().build().expect("a client") }
    }

    /// A call without any parameter, not even the key.
    pub fn bare(&self, entity: Entity, operation: Operation) -> RequestBuilder {
        self.client.post(format!("{}{}", self.server.url(), entity.record().path(operation)))
    }

    /// A call with the key, as published: in the query string.
    pub async fn call(
        &self,
        entity: Entity,
        operation: Operation,
        parameters: &[(&str, &str)],
    ) -> Response {
        let request = self.bare(entity, operation).query(&[("api_key", self.server.api_key())]);
        request.query(parameters).send().await.expect("an answer")
    }

    /// The id that a write answers.
    pub async fn id(
        &self,
        entity: Entity,
        operation: Operation,
        parameters: &[(&str, &str)],
    ) -> u64 {
        let answer = self.call(entity, operation, parameters).await;
        let status = answer.status();
        let body: Json = answer.json().await.expect("JSON");
        assert_eq!(status, 200, "{body}");
        body["id"].as_u64().expect("an id")
    }

    /// The page that a list call answers.
    pub async fn list(&self, entity: Entity, parameters: &[(&str, &str)]) -> Json {
        let answer = self.call(entity, Operation::List, parameters).await;
        let status = answer.status();
        let body: Json = answer.json().await.expect("JSON");
        assert_eq!(status, 200, "{body}");
        body
    }

    /// The ids that a list call finds.
    pub async fn ids(&self, entity: Entity, parameters: &[(&str, &str)]) -> Vec<u64> {
        let page = self.list(entity, parameters).await;
        let records = page[entity.key()].as_array().expect("a list");
        records.iter().map(|record| record["id"].as_u64().expect("an id")).collect()
    }

    /// The status of a refused call, and the parameters that it names.
    pub async fn refusal(
        &self,
        entity: Entity,
        operation: Operation,
        parameters: &[(&str, &str)],
    ) -> (u16, Vec<String>) {
        refusal(self.call(entity, operation, parameters).await).await
    }
}

/// The status of a refused call, and the parameters that it names.
pub async fn refusal(answer: Response) -> (u16, Vec<String>) {
    let status = answer.status().as_u16();
    let body: Json = answer.json().await.expect("JSON");
    let errors = body["errors"].as_array().expect("errors");
    let field = |error: &Json| error["field"].as_str().expect("a field").to_owned();
    (status, errors.iter().map(field).collect())
}
