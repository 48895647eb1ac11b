use std::sync::Arc;

use hotprofile::Entity;
use tokio::sync::watch;

use crate::database::Database;
use crate::outbox::record::{Counts, Form};
use crate::outbox::{HistoryQuery, Options};
use crate::testing::Machine;
use crate::trouble::Trouble;

#[tokio::test]
async fn the_outbox_of_practice_registers_in_practice_and_remembers_it() {
    let desk = Machine::new().start();
    assert!(matches!(desk.outbox().await, Err(Trouble::NoConnection)));
    desk.practise().await.unwrap();
    assert!(matches!(desk.outbox().await, Err(Trouble::OutboxClosed)));

    let (change, mut changes) = watch::channel(Counts::default());
    let options = Options::new(Arc::new(move |counts| {
        change.send_replace(counts);
    }));
    desk.open_outbox(Database::in_memory().unwrap(), options).await.unwrap();
    let values = [("name", "株式会社海"), ("name_disp", "海")];
    let values = values.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    let form = Form { entity: Entity::Clients, values, client_name: None, needs: None };
    desk.outbox().await.unwrap().submit(None, form).await.unwrap();
    changes.wait_for(|counts| counts.unsent() == 0).await.unwrap();

    let query =
        HistoryQuery { text: "海".to_owned(), entity: None, number: 1, display_number: 20 };
    assert_eq!(desk.history(query.clone()).await.unwrap().total_count, 1);
    assert!(desk.company_page(5).unwrap().ends_with("/clients/5"));
    desk.reset_practice().await.unwrap();
    assert_eq!(desk.history(query).await.unwrap().total_count, 0);
    desk.close_outbox().await;
    assert!(matches!(desk.outbox().await, Err(Trouble::OutboxClosed)));
}
