use practice_server::{Calls, Fault};

use crate::testing::{KEY, Machine, company, service};

#[tokio::test]
async fn drafts_that_only_the_memory_holds_are_asked_about_and_those_on_the_disk_are_not() {
    for (session_only, is_worth_a_question) in [(true, true), (false, false)] {
        let (machine, service) = (Machine::new(), service().await);
        let desk = machine.start();
        desk.connect_to(&service, KEY, session_only).await.unwrap();
        assert!(!desk.at_closing().await.is_worth_a_question(), "nothing is there");
        let outbox = desk.outbox().await.unwrap();
        let draft = outbox.save_draft(None, company()).await.unwrap();
        let closing = desk.at_closing().await;
        assert_eq!((closing.counts.drafts, closing.lost_elsewhere), (1, 0));
        assert_eq!(closing.is_worth_a_question(), is_worth_a_question);
        outbox.throw_away(draft).await.unwrap();
        assert!(!desk.at_closing().await.is_worth_a_question());
    }
}

#[tokio::test]
async fn what_is_not_sent_is_asked_about_wherever_it_is_kept() {
    for session_only in [true, false] {
        let (machine, service) = (Machine::new(), service().await);
        let desk = machine.start();
        desk.connect_to(&service, KEY, session_only).await.unwrap();
        service.faults().every(Calls::ALL, Fault::CloseBefore);
        desk.submit_company().await;
        let closing = desk.at_closing().await;
        assert_eq!((closing.counts.unsent(), closing.lost_elsewhere), (1, 0));
        assert!(closing.is_worth_a_question());

        desk.practise().await.unwrap();
        let closing = desk.at_closing().await;
        assert_eq!((closing.counts.unsent(), closing.lost_elsewhere), (0, session_only.into()));
        assert_eq!(closing.is_worth_a_question(), session_only);
    }
}

#[tokio::test]
async fn with_no_connection_open_nothing_is_asked() {
    assert!(!Machine::new().start().at_closing().await.is_worth_a_question());
}
