//! A file of choices: CSV with the columns `of,id,name`, as spreadsheets read and write it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord, Writer};
use encoding_rs::SHIFT_JIS;
use hotprofile::contract::{Choice, Kind};
use hotprofile::{Fault, check};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{NamedChoice, read_name};
use crate::trouble::Trouble;

/// Where a spreadsheet writes CSV in UTF-8 it puts this first, and where it is missing some take
/// the file for `Shift_JIS`.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";

/// The columns.
const COLUMNS: [&str; 3] = ["of", "id", "name"];

/// Why a row of a file of choices can not be taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FileProblem {
    /// The text is neither UTF-8 nor `Shift_JIS`.
    NotText,
    /// The first row does not name the columns `of`, `id` and `name`.
    NoColumns,
    /// It has more or fewer cells than the first row.
    Cells,
    /// `of` is none of the kinds of choice.
    NoSuchKind,
    /// `id` is none.
    NotAnId,
    /// There is no name.
    NoName,
    /// The name is too long.
    LongName,
    /// An earlier row gives another name for the same id.
    Twice,
}

/// The file of these choices.
pub fn write(choices: &[NamedChoice]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = Writer::from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(COLUMNS)?;
    for choice in choices {
        writer.write_record([choice.of.key(), &choice.id.to_string(), &guarded(&choice.name)])?;
    }
    writer.into_inner().map_err(|error| error.into_error().into())
}

/// The choices of a file, each once.
pub fn read(file: &[u8]) -> Result<Vec<(Choice, u32, String)>, Trouble> {
    let text = text(file).ok_or_else(|| trouble(1, FileProblem::NotText))?;
    let mut rows =
        ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut columns = None;
    let mut choices = BTreeMap::new();
    for row in rows.records() {
        // Text was made sure of, and cells are counted below: nothing is left that could fail.
        let row = row.map_err(|_| trouble(1, FileProblem::NotText))?;
        let line = row.position().map_or(1, csv::Position::line);
        let at = |problem| trouble(u32::try_from(line).unwrap_or(u32::MAX), problem);
        let Some(columns) = &columns else {
            columns = Some(Columns::read(&row).ok_or_else(|| at(FileProblem::NoColumns))?);
            continue;
        };
        let (of, id, name) = columns.choice(&row).map_err(at)?;
        let known = choices.entry((of, id)).or_insert_with(|| name.clone());
        if *known != name {
            return Err(at(FileProblem::Twice));
        }
    }
    if columns.is_none() {
        return Err(trouble(1, FileProblem::NoColumns));
    }
    Ok(choices.into_iter().map(|((of, id), name)| (of, id, name)).collect())
}

/// Which columns stand where.
struct Columns {
    of: usize,
    id: usize,
    name: usize,
    all: usize,
}

impl Columns {
    fn read(row: &StringRecord) -> Option<Self> {
        let place =
            |column: &str| row.iter().position(|cell| cell.trim().eq_ignore_ascii_case(column));
        let [of, id, name] = COLUMNS.map(place);
        Some(Self { of: of?, id: id?, name: name?, all: row.len() })
    }

    fn choice(&self, row: &StringRecord) -> Result<(Choice, u32, String), FileProblem> {
        if row.len() != self.all {
            return Err(FileProblem::Cells);
        }
        let cell = |column: usize| row.get(column).unwrap_or_default().trim();
        let of = Choice::NAMED
            .into_iter()
            .find(|of| of.key() == cell(self.of))
            .ok_or(FileProblem::NoSuchKind)?;
        let id = check::check_value(Kind::Id { of }, cell(self.id))
            .ok()
            .and_then(|id| id.parse().ok())
            .ok_or(FileProblem::NotAnId)?;
        let name = read_name(unguarded(cell(self.name))).map_err(|fault| match fault {
            Fault::TooLong { .. } => FileProblem::LongName,
            _ => FileProblem::NoName,
        })?;
        Ok((of, id, name))
    }
}

/// The text of a file in UTF-8, with or without a byte order mark, or in `Shift_JIS`.
fn text(file: &[u8]) -> Option<Cow<'_, str>> {
    let bytes = file.strip_prefix(BYTE_ORDER_MARK).unwrap_or(file);
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.into()),
        Err(_) => SHIFT_JIS.decode_without_bom_handling_and_without_replacement(bytes),
    }
}

/// A cell that a spreadsheet does not take for a formula: behind an apostrophe, as in the
/// spreadsheet itself. [`unguarded`] takes it away again, and nothing else.
fn guarded(name: &str) -> Cow<'_, str> {
    if looks_like_formula(name) { format!("'{name}").into() } else { name.into() }
}

fn unguarded(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|name| looks_like_formula(name)).unwrap_or(cell)
}

/// Whether it is one, or stands behind apostrophes.
fn looks_like_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

fn trouble(row: u32, problem: FileProblem) -> Trouble {
    Trouble::ChoicesNotRead { row, problem }
}
