use hotprofile::Entity;

use crate::outbox::HistoryQuery;
use crate::testing::Machine;
use crate::trouble::Trouble;

#[tokio::test]
async fn the_outbox_of_practice_registers_in_practice_and_remembers_it() {
    let machine = Machine::new();
    let desk = machine.start();
    assert!(matches!(desk.outbox().await, Err(Trouble::NoConnection)));
    desk.practise().await.unwrap();
    let values = [("name", "株式会社海"), ("name_disp", "海")];
    let values = values.map(|(key, text)| (key.to_owned(), text.to_owned())).into();
    desk.register(&machine, Entity::Clients, values).await;

    let query =
        HistoryQuery { text: "海".to_owned(), entity: None, number: 1, display_number: 20 };
    assert_eq!(desk.history(query.clone()).await.unwrap().total_count, 1);
    assert!(desk.company_page(5).unwrap().ends_with("/clients/5"));
    desk.reset_practice().await.unwrap();
    assert_eq!(desk.history(query).await.unwrap().total_count, 0);
    desk.close_outbox().await;
    assert!(matches!(desk.outbox().await, Err(Trouble::OutboxClosed)));
}
