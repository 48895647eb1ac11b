use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, mpsc};
use std::task::Poll;

use jiff::Timestamp;
use tokio::sync::watch;

use super::{Kept, table};
use crate::database::Database;
use crate::outbox::Options;
use crate::outbox::error::OutboxError;
use crate::outbox::record::Counts;
use crate::testing::company;

type Writing<'a> = Pin<Box<dyn Future<Output = Result<(), OutboxError>> + 'a>>;

/// An empty outbox, and what it told last.
fn kept() -> (Kept, watch::Receiver<Counts>) {
    let (told, heard) = watch::channel(Counts::default());
    let on_change = Arc::new(move |counts| {
        told.send_replace(counts);
    });
    (Kept::new(Database::in_memory().unwrap(), Options::new(on_change)), heard)
}

fn draft(db: &rusqlite::Transaction) -> Result<(), OutboxError> {
    table::insert(db, &company(), Timestamp::UNIX_EPOCH)?;
    Ok(())
}

/// A write that is in the middle, and what lets it go on.
async fn begun(kept: &Kept) -> (Writing<'_>, mpsc::Sender<()>) {
    let (go, wait) = mpsc::channel();
    let (begin, begins) = mpsc::channel();
    let mut writing: Writing = Box::pin(kept.write(move |db| {
        begin.send(()).unwrap();
        wait.recv().unwrap();
        draft(db)
    }));
    poll_fn(|context| {
        assert!(writing.as_mut().poll(context).is_pending());
        Poll::Ready(())
    })
    .await;
    begins.recv().unwrap();
    (writing, go)
}

#[tokio::test]
async fn of_two_writes_the_later_one_counts_even_if_it_is_heard_of_first() {
    let (kept, heard) = kept();
    let (first, go) = begun(&kept).await;
    go.send(()).unwrap();
    kept.write(draft).await.unwrap();
    first.await.unwrap();
    assert_eq!(kept.counts().drafts, 2);
    assert_eq!(heard.borrow().drafts, 2);
}

#[tokio::test]
async fn what_was_written_counts_though_its_caller_went_away() {
    let (kept, mut heard) = kept();
    let (writing, go) = begun(&kept).await;
    drop(writing);
    // What is told from here on is told by the write alone.
    drop(kept);
    go.send(()).unwrap();
    assert!(heard.wait_for(|counts| counts.drafts == 1).await.is_ok());
}
