//! The practice server alone.

use hotprofile::{Entity, Operation};

use crate::sender::{client, send, server};
use crate::values::LENGTHS;

#[tokio::test]
async fn every_parameter_arrives_with_its_very_value() {
    let server = server().await;
    let client = client(server.address(), server.api_key());
    for entity in Entity::ALL {
        for operation in Operation::ALL {
            for length in LENGTHS {
                let (sent, _) = send(&client, entity, operation, length).await.expect("an answer");
                assert_eq!(server.latest(), sent, "{entity:?} {operation:?} {length:?}");
            }
        }
    }
}

#[tokio::test]
async fn every_parameter_of_a_write_is_kept() {
    let server = server().await;
    let client = client(server.address(), server.api_key());
    for entity in Entity::ALL {
        for operation in [Operation::Create, Operation::Update] {
            for length in LENGTHS {
                let (sent, id) = send(&client, entity, operation, length).await.expect("an answer");
                let mut kept = server.kept(entity, id.expect("an id")).await.expect("a record");
                kept.retain(|key, _| sent.contains_key(key));
                assert_eq!(kept, sent, "{entity:?} {operation:?} {length:?}");
            }
        }
    }
}
