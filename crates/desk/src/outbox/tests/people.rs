use std::time::Duration;

use hotprofile::Entity;

use super::{Desk, card, card_of_new_company, company};
use crate::outbox::record::Stage;
use crate::outbox::{HistoryQuery, OutboxError};

fn everything() -> HistoryQuery {
    HistoryQuery { text: String::new(), entity: None, number: 1, display_number: 20 }
}

#[tokio::test]
async fn a_draft_is_kept_put_aside_taken_up_and_thrown_away() {
    let desk = Desk::sending().await;
    let mut form = card("山", 1);
    let id = desk.outbox.save_draft(None, form.clone()).await.unwrap();
    form.values.insert("family_name".to_owned(), "山田".to_owned());
    assert_eq!(desk.outbox.save_draft(Some(id), form.clone()).await.unwrap(), id);
    assert_eq!(desk.outbox.record(id).await.unwrap().form, form);
    assert_eq!(desk.outbox.put_aside(id).await.unwrap().stage, Stage::Draft { aside: true });
    assert_eq!(desk.outbox.take_up(id).await.unwrap().stage, Stage::Draft { aside: false });
    desk.outbox.throw_away(id).await.unwrap();
    assert!(matches!(desk.outbox.record(id).await, Err(OutboxError::Unknown(_))));
}

#[tokio::test]
async fn a_form_that_breaks_a_rule_stays_a_draft() {
    let desk = Desk::new().await;
    let mut form = card("山田", 1);
    form.values.remove("family_name");
    let id = desk.outbox.save_draft(None, form.clone()).await.unwrap();
    let refused = desk.outbox.submit(Some(id), form).await;
    let Err(OutboxError::Invalid(problems)) = refused else { panic!("{refused:?}") };
    assert_eq!(problems[0].key, "family_name");
    assert_eq!(desk.stage(id).await, Stage::Draft { aside: false });
}

#[tokio::test]
async fn a_waiting_record_is_taken_back_into_its_form_and_nothing_is_sent() {
    let mut desk = Desk::new().await;
    let id = desk.submit(company("株式会社海")).await;
    desk.outbox.take_back(id).await.unwrap();
    desk.start();
    let later = desk.submit(company("株式会社山")).await;
    desk.until_done(later).await;
    assert_eq!(desk.stage(id).await, Stage::Draft { aside: false });
    assert_eq!(desk.listed(Entity::Clients).await.len(), 1);
}

#[tokio::test]
async fn what_was_tidied_as_it_was_saved_can_be_had_back_before_it_is_sent() {
    let mut desk = Desk::sending().await;
    let mut ids = Vec::new();
    for name in ["株式会社海", "株式会社川"] {
        let submitted = desk.outbox.submit_unless_known(None, company(name), Vec::new(), true);
        ids.push(submitted.await.unwrap().id);
    }
    // Nothing else is held up.
    let later = desk.submit(company("株式会社山")).await;
    desk.until_done(later).await;
    assert!(matches!(desk.stage(ids[1]).await, Stage::Waiting { .. }));
    desk.outbox.take_back(ids[0]).await.unwrap();
    desk.outbox.kept.held.lock().await.hold(ids[1], Duration::ZERO);
    desk.outbox.kept.work.notify_one();
    desk.until_done(ids[1]).await;
    assert_eq!(desk.stage(ids[0]).await, Stage::Draft { aside: false });
    let names = desk.listed(Entity::Clients).await;
    let names: Vec<_> = names.iter().map(|record| record.fields["name"].as_str()).collect();
    assert_eq!(names, ["株式会社山", "株式会社川"]);
}

#[tokio::test]
async fn what_is_saved_late_over_a_record_in_the_outbox_changes_nothing() {
    let desk = Desk::new().await;
    let id = desk.submit(company("株式会社海")).await;
    let late = desk.outbox.save_draft(Some(id), company("株式")).await;
    assert!(matches!(late, Err(OutboxError::NotNow(_))));
    assert_eq!(desk.outbox.record(id).await.unwrap().form, company("株式会社海"));
}

#[tokio::test]
async fn a_company_that_others_need_can_not_be_thrown_away() {
    let desk = Desk::new().await;
    let new = desk.submit(company("株式会社海")).await;
    desk.submit(card_of_new_company("山田", new)).await;
    desk.outbox.take_back(new).await.unwrap();
    assert!(matches!(desk.outbox.throw_away(new).await, Err(OutboxError::Needed(1))));
}

#[tokio::test]
async fn a_card_typed_while_its_company_was_registered_has_its_id() {
    let mut desk = Desk::sending().await;
    let new = desk.submit(company("株式会社海")).await;
    let client_id = desk.until_done(new).await;
    let card = desk.submit(card_of_new_company("山田", new)).await;
    desk.until_done(card).await;
    let form = desk.outbox.record(card).await.unwrap().form;
    assert_eq!(form.values["client_id"], client_id.to_string());
}

#[tokio::test]
async fn the_history_is_searched_in_any_width_and_case() {
    let mut desk = Desk::sending().await;
    let client_id = desk.company().await;
    let mut form = card("山田", client_id);
    form.values.insert("email".to_owned(), "Taro@umi.example".to_owned());
    let id = desk.submit(form).await;
    desk.until_done(id).await;
    for (text, entity, found) in [
        ("", None, 2),
        ("ｔａｒｏ 山田", None, 1),
        ("青空", None, 2),
        ("青空", Some(Entity::Clients), 1),
        ("太郎", None, 0),
    ] {
        let query = HistoryQuery { text: text.to_owned(), entity, ..everything() };
        let page = desk.outbox.history(query, 90).await.unwrap();
        assert_eq!(page.total_count, found, "{text} {entity:?}");
        assert_eq!(page.records.len(), usize::try_from(found).unwrap());
    }
    let latest = desk.outbox.history(everything(), 90).await.unwrap().records.remove(0);
    assert_eq!(latest.id, id);
}

#[tokio::test]
async fn the_history_is_kept_for_a_time_and_can_be_wiped() {
    let mut desk = Desk::sending().await;
    let kept = desk.submit(company("株式会社海")).await;
    desk.until_done(kept).await;
    assert_eq!(desk.outbox.history(everything(), 1).await.unwrap().total_count, 1);
    assert_eq!(desk.outbox.history(everything(), 0).await.unwrap().total_count, 0);
    desk.outbox.forget_older_than(0).await.unwrap();
    assert_eq!(desk.outbox.history(everything(), 90).await.unwrap().total_count, 0);
    let wiped = desk.submit(company("株式会社山")).await;
    desk.until_done(wiped).await;
    desk.outbox.wipe_history().await.unwrap();
    assert_eq!(desk.outbox.history(everything(), 90).await.unwrap().total_count, 0);
}

#[tokio::test]
async fn what_is_only_read_is_no_news() {
    let mut desk = Desk::sending().await;
    let id = desk.submit(company("株式会社海")).await;
    desk.until_done(id).await;
    desk.changes.mark_unchanged();
    desk.outbox.history(everything(), 90).await.unwrap();
    desk.outbox.records().await.unwrap();
    desk.outbox.record(id).await.unwrap();
    // The pages read again whenever they are told of news: reading would have no end.
    assert!(!desk.changes.has_changed().unwrap());
}

#[tokio::test]
async fn what_was_saved_last_of_a_kind_can_be_copied_wherever_it_stands() {
    let mut desk = Desk::new().await;
    let last = async |desk: &Desk, entity| {
        desk.outbox.last_saved(entity).await.unwrap().map(|record| record.id)
    };
    assert_eq!(last(&desk, Entity::BusinessCards).await, None);
    let first = desk.submit(card("山田", 1)).await;
    let later = desk.submit(card("佐藤", 1)).await;
    desk.submit(company("株式会社海")).await;
    desk.outbox.save_draft(None, card("鈴木", 1)).await.unwrap();
    assert_eq!(last(&desk, Entity::BusinessCards).await, Some(later));
    assert_eq!(last(&desk, Entity::Leads).await, None);
    desk.outbox.take_back(later).await.unwrap();
    assert_eq!(last(&desk, Entity::BusinessCards).await, Some(first));
    desk.start();
    desk.until(first, |stage| !matches!(stage, Stage::Waiting { .. } | Stage::Sending)).await;
    assert_eq!(last(&desk, Entity::BusinessCards).await, Some(first));
}
