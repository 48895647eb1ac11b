//! Duplicates of a form, for the pages.

use hotprofile::{Entity, Urgency, Values};
use jiff::Timestamp;

use super::asked::Question;
use super::{Likely, Looked, Taken, Whose, asking, likely, taking};
use crate::desk::Desk;
use crate::find::FoundRecord;
use crate::known;
use crate::outbox::read_again::read_again;
use crate::outbox::record::{Form, OutboxRecord, RecordId};
use crate::trouble::Trouble;

impl Desk {
    /// The duplicates of a form that this machine knows of. No call. `draft` is what the form is
    /// kept as.
    pub async fn known_duplicates(
        &self,
        draft: Option<RecordId>,
        form: Form,
    ) -> Result<Likely, Trouble> {
        self.remembering.done().await;
        self.read(move |db| Ok(likely(db, draft, &form)?)).await
    }

    /// The same, once the service was asked with one call: what it answers is known from then on.
    /// None is made where nothing can be asked for yet, or the same was answered a moment ago. The
    /// ticket is as that of [`find`](Self::find).
    pub async fn look_for_duplicates(
        &self,
        draft: Option<RecordId>,
        form: Form,
        ticket: u32,
    ) -> Result<Looked, Trouble> {
        let told_all = match asking::search(&form) {
            Some(search) => self.ask_for_duplicates(form.entity, search, ticket).await?,
            None => false,
        };
        Ok(Looked { likely: self.known_duplicates(draft, form).await?, told_all })
    }

    /// Says whether the service told of everybody.
    async fn ask_for_duplicates(
        &self,
        entity: Entity,
        search: Values,
        ticket: u32,
    ) -> Result<bool, Trouble> {
        let list =
            asking::call(entity, &search).map_err(|problems| Trouble::Invalid { problems })?;
        let question = Question { connection: self.line()?.id.clone(), entity, search };
        if self.asked.is_answered(&question) || self.was_told_of_companies(&question) {
            return Ok(true);
        }
        let page = self.unless_given_up(ticket, self.list(&list)).await?;
        let told_all = page.tells_all();
        if told_all {
            self.asked.note(question);
        }
        Ok(told_all)
    }

    /// Whether whoever looked for a company to choose was told a moment ago of all that are asked
    /// for.
    fn was_told_of_companies(&self, Question { connection, entity, search }: &Question) -> bool {
        *entity == Entity::Clients
            && search
                .get("search[name]")
                .is_some_and(|name| self.latest_companies.tells_of(connection, name))
    }

    /// Puts a form into the outbox, unless it is nearly certain to be registered already and the
    /// person has not `seen` that. Where something is `told` of it as it is saved, it waits there a
    /// moment.
    pub async fn submit(
        &self,
        draft: Option<RecordId>,
        form: Form,
        seen: Vec<Whose>,
        told: bool,
    ) -> Result<OutboxRecord, Trouble> {
        Ok(self.outbox().await?.submit_unless_known(draft, form, seen, told).await?)
    }

    /// A registered record as the service shows it now, and what a form holds that it does not.
    /// `fields` is what is known of the record. One call, for a card four at most.
    pub async fn take_into(
        &self,
        form: Form,
        id: u32,
        fields: Values,
        ticket: u32,
    ) -> Result<Taken, Trouble> {
        let line = self.line()?;
        let (entity, seen) = (form.entity, &Values::new());
        // Before the call: what is sent while it is under way is newer than its answer.
        let at = Timestamp::now();
        let reading = async {
            Ok(read_again(line.client(), entity, id, &fields, seen, Urgency::Person).await?)
        };
        let found = self.unless_given_up(ticket, reading).await?.ok_or(Trouble::NotFound)?;
        let answer = found.clone();
        self.write(move |db| Ok(known::answered(db, entity, &[answer], at)?)).await?;
        let values = taking::new_in(&form, &found.fields);
        let record = FoundRecord { id: found.id, fields: found.fields, items: found.items };
        Ok(Taken { record, values })
    }
}
