//! What the service was asked a moment ago, and answered whole: those records are known, and nobody
//! asks for them again. Cards of one company come in a row.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use hotprofile::{Entity, Values};

use crate::known::GOOD_FOR;

/// The latest question that was answered whole.
#[derive(Default)]
pub struct Asked(Mutex<Option<(Question, Instant)>>);

/// What is asked, and of which connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub connection: String,
    pub entity: Entity,
    pub search: Values,
}

impl Asked {
    /// The question was answered whole.
    pub fn note(&self, question: Question) {
        self.set(Some((question, Instant::now())));
    }

    /// Whether what is asked for is known.
    pub fn is_answered(&self, question: &Question) -> bool {
        let latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        latest.as_ref().is_some_and(|(asked, at)| asked == question && at.elapsed() < GOOD_FOR)
    }

    /// What was answered holds no more.
    pub fn forget(&self) {
        self.set(None);
    }

    fn set(&self, latest: Option<(Question, Instant)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = latest;
    }
}
