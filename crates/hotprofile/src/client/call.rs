//! One call: how it goes out, and how it fails.

use std::time::Duration;

use super::room::Room;
use crate::check::Values;
use crate::contract::{Entity, Operation};
use crate::error::{Error, Strange};
use crate::request::{Create, List, Update};

/// One call, as it goes out.
#[derive(Clone, Copy)]
pub(super) struct Call<'a> {
    pub(super) entity: Entity,
    pub(super) operation: Operation,
    pub(super) values: &'a Values,
    /// For its answer.
    pub(super) room: Room,
}

/// A failed call.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) error: Error,
    /// When the service wants to be asked again.
    pub(super) retry_after: Option<Duration>,
    /// Whether a web page came.
    pub(super) is_page: bool,
}

impl<'a> Call<'a> {
    pub(super) const fn create(request: &'a Create) -> Self {
        Self::write(request.entity(), Operation::Create, request.values())
    }

    pub(super) const fn update(request: &'a Update) -> Self {
        Self::write(request.entity(), Operation::Update, request.values())
    }

    pub(super) const fn list(request: &'a List) -> Self {
        let room = Room::page(request.display_number());
        let (entity, values) = (request.entity(), request.values());
        Self { entity, operation: Operation::List, values, room }
    }

    const fn write(entity: Entity, operation: Operation, values: &'a Values) -> Self {
        Self { entity, operation, values, room: Room::WRITE }
    }
}

impl Failure {
    /// Where a web page refuses the first call to a host that is not the service's own, something
    /// else is there, or stands before it: the key is not to blame.
    pub(super) fn of_probing(self, is_the_service: bool) -> Error {
        match self.error {
            Error::KeyNotAccepted | Error::Refused { .. } if self.is_page && !is_the_service => {
                Error::NotUnderstood(Strange::WebPage)
            }
            error => error,
        }
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error, retry_after: None, is_page: false }
    }
}
