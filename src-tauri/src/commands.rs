//! What the pages can call: each a few lines that hand over to the desk.

use std::collections::BTreeMap;

use desk::Desk;
use desk::calls::CallsLeft;
use desk::change::ChangeSheet;
use desk::choices::{ImportedChoices, LARGEST_FILE, NamedChoice};
use desk::companies::{FoundCompanies, NewCompany};
use desk::connect::{ConnectRequest, HostReading};
use desk::duplicates::{Likely, Taken, Whose};
use desk::find::{Found, Query};
use desk::leave::{Leaving, Left};
use desk::open::Opened;
use desk::outbox::record::{Counts, Form, OutboxRecord, RecordId};
use desk::outbox::state::Decision;
use desk::outbox::{HistoryPage, HistoryQuery};
use desk::postal::{PostalCode, PostalPlaces};
use desk::settings::Language;
use desk::signature::Proposal;
use desk::start::Standing;
use desk::trouble::Trouble;
use hotprofile::contract::Choice;
use hotprofile::{Entity, Values};
use tauri::{State, WebviewWindow};

use crate::file;

/// How the program stands, at once; what was open last is opened by the pages next.
#[tauri::command]
#[specta::specta]
pub async fn standing(desk: State<'_, Desk>) -> Result<Standing, Trouble> {
    Ok(desk.standing(&crate::system_language()))
}

/// Chooses the language of the pages.
#[tauri::command]
#[specta::specta]
pub async fn set_language(desk: State<'_, Desk>, language: Language) -> Result<(), Trouble> {
    desk.set_language(language)
}

/// Reads a host from what was typed or pasted.
#[tauri::command]
#[specta::specta]
pub async fn read_host(desk: State<'_, Desk>, text: String) -> Result<HostReading, Trouble> {
    desk.read_host(&text)
}

/// Tries, keeps and opens a connection.
#[tauri::command]
#[specta::specta]
pub async fn connect(desk: State<'_, Desk>, request: ConnectRequest) -> Result<Opened, Trouble> {
    desk.connect(request).await
}

/// Opens practice.
#[tauri::command]
#[specta::specta]
pub async fn practise(desk: State<'_, Desk>) -> Result<Opened, Trouble> {
    desk.practise().await
}

/// Invents the practice data anew.
#[tauri::command]
#[specta::specta]
pub async fn reset_practice(desk: State<'_, Desk>) -> Result<(), Trouble> {
    desk.reset_practice().await
}

/// Opens a connection that was made before; `practice` is practice. Waits while the keychain asks.
#[tauri::command]
#[specta::specta]
pub async fn open_connection(desk: State<'_, Desk>, id: String) -> Result<Opened, Trouble> {
    desk.open_connection(&id).await
}

/// Opens a connection whose database's key is gone, with the recovery code of the database.
#[tauri::command]
#[specta::specta]
pub async fn recover_database(
    desk: State<'_, Desk>,
    id: String,
    code: String,
) -> Result<Opened, Trouble> {
    desk.recover_database(&id, code).await
}

/// Opens a connection whose database can not be opened with an empty one; the former is set aside.
#[tauri::command]
#[specta::specta]
pub async fn begin_database_anew(desk: State<'_, Desk>, id: String) -> Result<Opened, Trouble> {
    desk.begin_database_anew(&id).await
}

/// The recovery code of the open connection's database, to be shown again; none where there is none.
#[tauri::command]
#[specta::specta]
pub async fn recovery_code(desk: State<'_, Desk>) -> Result<Option<String>, Trouble> {
    desk.recovery_code().await
}

/// Removes a connection, with everything that was kept for it. Records that were not sent keep it
/// from being removed, unless they are to be discarded.
#[tauri::command]
#[specta::specta]
pub async fn remove_connection(
    desk: State<'_, Desk>,
    id: String,
    discard_unsent: bool,
) -> Result<(), Trouble> {
    desk.remove_connection(&id, discard_unsent).await
}

/// Tidies and checks a form as a field of it is left; nothing is sent.
#[tauri::command]
#[specta::specta]
pub async fn leave_field(desk: State<'_, Desk>, leaving: Leaving) -> Result<Left, Trouble> {
    Ok(desk.leave(leaving).await)
}

/// What a form would take from an e-mail signature.
#[tauri::command]
#[specta::specta]
pub async fn read_signature(
    desk: State<'_, Desk>,
    entity: Entity,
    text: String,
) -> Result<Vec<Proposal>, Trouble> {
    desk.read_signature(entity, text).await
}

/// The places of a postal code.
#[tauri::command]
#[specta::specta]
pub async fn postal_places(desk: State<'_, Desk>, zip: String) -> Result<PostalPlaces, Trouble> {
    desk.postal_places(&zip).await
}

/// The postal codes that an address may have.
#[tauri::command]
#[specta::specta]
pub async fn postal_codes(
    desk: State<'_, Desk>,
    pref: String,
    address: String,
) -> Result<Vec<PostalCode>, Trouble> {
    desk.postal_codes(&pref, &address).await
}

/// Companies that this text finds, with one call. The ticket, the pages' own, names the call for
/// `give_up`.
#[tauri::command]
#[specta::specta]
pub async fn companies(
    desk: State<'_, Desk>,
    part: String,
    ticket: u32,
) -> Result<FoundCompanies, Trouble> {
    desk.unless_given_up(ticket, desk.companies(&part)).await
}

/// Companies that this text finds among those that this machine knows, without a call.
#[tauri::command]
#[specta::specta]
pub async fn known_companies(
    desk: State<'_, Desk>,
    part: String,
) -> Result<FoundCompanies, Trouble> {
    desk.known_companies(&part).await
}

/// What is known of a company that its people's records can take; without a call.
#[tauri::command]
#[specta::specta]
pub async fn company_offer(
    desk: State<'_, Desk>,
    entity: Entity,
    id: u32,
) -> Result<Values, Trouble> {
    desk.company_offer(entity, id).await
}

/// What the form of a new company begins with: made of what was typed, and of its reading.
#[tauri::command]
#[specta::specta]
pub async fn new_company(
    desk: State<'_, Desk>,
    typed: String,
    reading: String,
) -> Result<NewCompany, Trouble> {
    Ok(desk.new_company(&typed, &reading))
}

/// Lists records. The ticket names the call for `give_up`.
#[tauri::command]
#[specta::specta]
pub async fn find(
    desk: State<'_, Desk>,
    entity: Entity,
    query: Query,
    ticket: u32,
) -> Result<Found, Trouble> {
    desk.find(entity, query, ticket).await
}

/// Gives up a call that nobody waits for any more.
#[tauri::command]
#[specta::specta]
pub async fn give_up(desk: State<'_, Desk>, ticket: u32) -> Result<(), Trouble> {
    desk.give_up(ticket);
    Ok(())
}

/// The duplicates of a form that this machine knows of; no call.
#[tauri::command]
#[specta::specta]
pub async fn known_duplicates(
    desk: State<'_, Desk>,
    draft: Option<RecordId>,
    form: Form,
) -> Result<Likely, Trouble> {
    desk.known_duplicates(draft, form).await
}

/// The same, once the service was asked with one call, which `give_up` gives up by its ticket.
#[tauri::command]
#[specta::specta]
pub async fn look_for_duplicates(
    desk: State<'_, Desk>,
    draft: Option<RecordId>,
    form: Form,
    ticket: u32,
) -> Result<Likely, Trouble> {
    desk.look_for_duplicates(draft, form, ticket).await
}

/// A registered record as the service shows it now, and what a form holds that it does not.
#[tauri::command]
#[specta::specta]
pub async fn take_into(
    desk: State<'_, Desk>,
    form: Form,
    id: u32,
    fields: Values,
    ticket: u32,
) -> Result<Taken, Trouble> {
    desk.take_into(form, id, fields, ticket).await
}

/// What a form for changing a record begins with; `listed` is the record as it was found. The ticket
/// names the call for `give_up`.
#[tauri::command]
#[specta::specta]
pub async fn begin_change(
    desk: State<'_, Desk>,
    entity: Entity,
    id: u32,
    listed: Values,
    ticket: u32,
) -> Result<ChangeSheet, Trouble> {
    desk.unless_given_up(ticket, desk.begin_change(entity, id, &listed)).await
}

/// Every choice that has a name.
#[tauri::command]
#[specta::specta]
pub async fn choices(desk: State<'_, Desk>) -> Result<Vec<NamedChoice>, Trouble> {
    desk.choices().await
}

/// Gives a choice its name, or another one.
#[tauri::command]
#[specta::specta]
pub async fn name_choice(
    desk: State<'_, Desk>,
    of: Choice,
    id: u32,
    name: String,
) -> Result<(), Trouble> {
    desk.name_choice(of, id, &name).await
}

/// Forgets the name of a choice.
#[tauri::command]
#[specta::specta]
pub async fn forget_choice(desk: State<'_, Desk>, of: Choice, id: u32) -> Result<(), Trouble> {
    desk.forget_choice(of, id).await
}

/// Asks where, and writes the names of choices into a file; says whether it was written.
#[tauri::command]
#[specta::specta]
pub async fn export_choices(window: WebviewWindow, desk: State<'_, Desk>) -> Result<bool, Trouble> {
    let choices = desk.export_choices().await?;
    let Some(path) = file::choose_to_write(&window, "choices.csv").await else {
        return Ok(false);
    };
    file::write(path, choices).await?;
    Ok(true)
}

/// Asks for a file, and takes over the names in it; none where the person chose no file.
#[tauri::command]
#[specta::specta]
pub async fn import_choices(
    window: WebviewWindow,
    desk: State<'_, Desk>,
) -> Result<Option<ImportedChoices>, Trouble> {
    let Some(path) = file::choose_to_read(&window).await else { return Ok(None) };
    let choices = file::read(path, LARGEST_FILE).await?;
    Ok(Some(desk.import_choices(&choices).await?))
}

/// How many calls the limit leaves.
#[tauri::command]
#[specta::specta]
pub async fn calls_left(desk: State<'_, Desk>) -> Result<CallsLeft, Trouble> {
    desk.calls_left().await
}

/// How the pages were left, by name.
#[tauri::command]
#[specta::specta]
pub async fn views(desk: State<'_, Desk>) -> Result<BTreeMap<String, String>, Trouble> {
    desk.views().await
}

/// Keeps how a page was left.
#[tauri::command]
#[specta::specta]
pub async fn keep_view(desk: State<'_, Desk>, name: String, value: String) -> Result<(), Trouble> {
    desk.keep_view(&name, &value).await
}

/// Keeps what was typed so far, as a new draft or over this one, and gives the draft's id.
#[tauri::command]
#[specta::specta]
pub async fn save_draft(
    desk: State<'_, Desk>,
    draft: Option<RecordId>,
    form: Form,
) -> Result<RecordId, Trouble> {
    Ok(desk.outbox().await?.save_draft(draft, form).await?)
}

/// Puts a form into the outbox, in place of its draft. Once it returns the form can be emptied.
/// `seen` are the duplicates that the person was asked about.
#[tauri::command]
#[specta::specta]
pub async fn submit(
    desk: State<'_, Desk>,
    draft: Option<RecordId>,
    form: Form,
    seen: Vec<Whose>,
) -> Result<OutboxRecord, Trouble> {
    desk.submit(draft, form, seen).await
}

/// Puts a draft aside for later.
#[tauri::command]
#[specta::specta]
pub async fn put_aside(desk: State<'_, Desk>, id: RecordId) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.put_aside(id).await?)
}

/// Takes a draft up again.
#[tauri::command]
#[specta::specta]
pub async fn take_up(desk: State<'_, Desk>, id: RecordId) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.take_up(id).await?)
}

/// Throws a draft away, for good; the pages ask first.
#[tauri::command]
#[specta::specta]
pub async fn throw_away(desk: State<'_, Desk>, id: RecordId) -> Result<(), Trouble> {
    Ok(desk.outbox().await?.throw_away(id).await?)
}

/// Takes a waiting or refused record back into its form.
#[tauri::command]
#[specta::specta]
pub async fn take_back(desk: State<'_, Desk>, id: RecordId) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.take_back(id).await?)
}

/// Carries out what the person decided of a record that the look-up left open.
#[tauri::command]
#[specta::specta]
pub async fn decide(
    desk: State<'_, Desk>,
    id: RecordId,
    decision: Decision,
) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.decide(id, decision).await?)
}

/// Everything that is not history yet, in the order of saving: drafts too.
#[tauri::command]
#[specta::specta]
pub async fn outbox(desk: State<'_, Desk>) -> Result<Vec<OutboxRecord>, Trouble> {
    Ok(desk.outbox().await?.records().await?)
}

/// A record, wherever it stands.
#[tauri::command]
#[specta::specta]
pub async fn outbox_record(desk: State<'_, Desk>, id: RecordId) -> Result<OutboxRecord, Trouble> {
    Ok(desk.outbox().await?.record(id).await?)
}

/// The record of this kind that was saved last to be registered, wherever it stands.
#[tauri::command]
#[specta::specta]
pub async fn last_saved(
    desk: State<'_, Desk>,
    entity: Entity,
) -> Result<Option<OutboxRecord>, Trouble> {
    Ok(desk.outbox().await?.last_saved(entity).await?)
}

/// How many records stand where.
#[tauri::command]
#[specta::specta]
pub async fn counts(desk: State<'_, Desk>) -> Result<Counts, Trouble> {
    Ok(desk.outbox().await?.counts())
}

/// Tries at once what waits for the network or the key.
#[tauri::command]
#[specta::specta]
pub async fn try_now(desk: State<'_, Desk>) -> Result<(), Trouble> {
    desk.outbox().await?.try_now();
    Ok(())
}

/// What this machine registered.
#[tauri::command]
#[specta::specta]
pub async fn history(desk: State<'_, Desk>, query: HistoryQuery) -> Result<HistoryPage, Trouble> {
    desk.history(query).await
}

/// Wipes the history.
#[tauri::command]
#[specta::specta]
pub async fn wipe_history(desk: State<'_, Desk>) -> Result<(), Trouble> {
    Ok(desk.outbox().await?.wipe_history().await?)
}

/// How long the history is kept, in days.
#[tauri::command]
#[specta::specta]
pub async fn history_days(desk: State<'_, Desk>) -> Result<u32, Trouble> {
    Ok(desk.history_days())
}

/// Keeps the history for so many days; what is older is forgotten at once.
#[tauri::command]
#[specta::specta]
pub async fn set_history_days(desk: State<'_, Desk>, days: u32) -> Result<(), Trouble> {
    desk.set_history_days(days).await
}

/// Opens the page of a registered company in the system's browser.
#[tauri::command]
#[specta::specta]
pub async fn open_company(desk: State<'_, Desk>, id: u32) -> Result<(), Trouble> {
    let page = desk.company_page(id)?;
    tauri_plugin_opener::open_url(page, None::<&str>).map_err(|_| Trouble::Internal)
}

/// What the person answered to `ClosingWithUnsent`: closes the window, or leaves it open, so that
/// the next wish to close it is asked about again.
#[tauri::command]
#[specta::specta]
pub async fn close_window(window: WebviewWindow, close: bool) -> Result<(), Trouble> {
    crate::window::answer(&window, close);
    Ok(())
}
