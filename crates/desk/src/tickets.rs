//! Calls that whoever made them can give up. Each is named by a ticket of its caller's own.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use crate::desk::Desk;
use crate::trouble::Trouble;

/// So many tickets are remembered beside those of calls that go on. Commands overtake each other by
/// moments, so that few are between them.
const MOST: usize = 64;

impl Desk {
    /// Makes this call, unless it is [given up](Self::give_up) by its ticket: it then ends as
    /// [`Trouble::Overtaken`].
    pub async fn unless_given_up<T>(
        &self,
        ticket: u32,
        call: impl Future<Output = Result<T, Trouble>>,
    ) -> Result<T, Trouble> {
        let given_up = self.tickets.begin(ticket);
        tokio::select! {
            // First: what was given up before it came makes no call.
            biased;
            () = given_up => Err(Trouble::Overtaken),
            done = call => done,
        }
    }

    /// Gives up a call that nobody waits for any more: it does not wait for the limit, and what it
    /// would answer is not read. It may come after this, and ends then at once. One that has ended
    /// already is left alone.
    pub fn give_up(&self, ticket: u32) {
        self.tickets.give_up(ticket);
    }
}

/// The calls that can be given up.
#[derive(Default)]
pub struct Tickets(Mutex<Calls>);

#[derive(Default)]
struct Calls {
    going_on: Vec<(u32, oneshot::Sender<()>)>,
    /// Tickets of the calls that came last: who gives them up once they have ended is late.
    came: VecDeque<u32>,
    /// Tickets that were given up, and whose calls have not come yet.
    early: VecDeque<u32>,
}

impl Tickets {
    /// Resolves when the call with this ticket is given up.
    pub fn begin(&self, ticket: u32) -> impl Future<Output = ()> + use<> {
        let (sender, given_up) = oneshot::channel();
        let mut calls = self.calls();
        // Those that have ended hear nothing any more.
        calls.going_on.retain(|(_, sender)| !sender.is_closed());
        match calls.early.iter().position(|early| *early == ticket) {
            Some(place) => drop(calls.early.remove(place)),
            None => calls.going_on.push((ticket, sender)),
        }
        remember(&mut calls.came, ticket);
        async {
            // Its other end was dropped.
            let _ = given_up.await;
        }
    }

    fn give_up(&self, ticket: u32) {
        let mut calls = self.calls();
        calls.going_on.retain(|(other, _)| *other != ticket);
        if !calls.came.contains(&ticket) {
            remember(&mut calls.early, ticket);
        }
    }

    fn calls(&self) -> MutexGuard<'_, Calls> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn remember(tickets: &mut VecDeque<u32>, ticket: u32) {
    tickets.retain(|other| *other != ticket);
    tickets.push_back(ticket);
    if tickets.len() > MOST {
        tickets.pop_front();
    }
}

#[cfg(test)]
mod tests;
