//! The document as a file, as the browser stores it and as scripts hand it over: JSON in an envelope
//! that says whose it is and which schema it follows.

use super::dialect::Dialect;
use super::fault::{Fault, Misfit};
use super::long::{Long, airy_text, text};
use super::members::Members;
use super::migrate::{SCHEMA, migrated};
use super::program::{APP, ENGINE};
use super::reading::ModelSeed;
use crate::model::{Model, Record, fitting_text};
use serde::Serialize;
use serde::de::DeserializeSeed;
use serde_json::value::RawValue;

/// Bytes of the largest file with one document.
pub(super) const MOST_FILE: usize = 2 * 1024 * 1024;
/// Bytes of the largest file with many.
const MOST_LIBRARY: usize = 16 * 1024 * 1024;

/// What a document's envelope says besides its schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// When it was saved, as the one who saved it wrote it.
    pub saved: Option<String>,
    /// How often the browser has stored it.
    pub rev: Option<u32>,
    /// The checksum of the stored text that it was written over.
    pub base: Option<String>,
}

/// A document that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// The document; places that could not be read have their defaults.
    pub model: Model,
    /// Those places.
    pub faults: Vec<Fault>,
    /// The version of the program that made it, where it says so.
    pub made_with: String,
    /// Whether it was of an older schema, by whose rules its results were others.
    pub is_migrated: bool,
    /// What else its envelope says.
    pub stamp: Stamp,
}

/// Why a text holds no document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// No JSON, or cut: damaged at this place, both counted from 1.
    NotJson {
        /// Line.
        line: usize,
        /// Column, in bytes.
        column: usize,
    },
    /// JSON of another program.
    OtherProgram,
    /// Larger than any document.
    TooLarge,
    /// Made by a newer version of this program.
    TooNew {
        /// Its schema.
        schema: u32,
        /// The version that made it, where it says so.
        made_with: String,
    },
}

/// What stands around documents, in this order.
#[derive(Serialize)]
struct Written<'a> {
    app: &'static str,
    schema: u32,
    engine: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rev: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    model: Option<Long<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    models: Option<Vec<Long<'a>>>,
}

const EMPTY: Written<'static> = Written {
    app: APP,
    schema: SCHEMA,
    engine: ENGINE,
    saved: None,
    rev: None,
    base: None,
    model: None,
    models: None,
};

/// The document as a file, to read and to keep under version control.
pub fn write_file(model: &Model) -> String {
    airy_text(&Written { model: Some(Long { record: model, is_airy: true }), ..EMPTY })
}

/// The document as the browser stores it.
pub fn write_stored(model: &Model, stamp: &Stamp) -> String {
    let model = Some(Long { record: model, is_airy: false });
    let Stamp { saved, rev, base } = stamp;
    text(&Written { saved: saved.as_deref(), rev: *rev, base: base.as_deref(), model, ..EMPTY })
}

/// Many documents in one file.
pub fn write_library<'a>(models: impl Iterator<Item = &'a Model>) -> String {
    let models = models.map(|model| Long { record: model, is_airy: true }).collect();
    airy_text(&Written { models: Some(models), ..EMPTY })
}

/// Reads a file, a stored document or a bare model as scripts write it. Of a library, the first
/// document counts and a fault at `models` tells of the others.
///
/// # Errors
/// Where there is no document at all; see [`FileError`].
pub fn read_file(text: &str) -> Result<Opened, FileError> {
    let (envelope, models) = documents(text, MOST_FILE)?;
    let mut opened = models.first().map_or(Err(FileError::OtherProgram), |model| envelope.open(model))?;
    if models.len() > 1 {
        opened.faults.push(Fault { path: "models".into(), reason: Misfit::TooManyRows { most: 1 } });
    }
    Ok(opened)
}

/// Reads all documents of a library, or the one of a file.
///
/// # Errors
/// Where there is no document at all; see [`FileError`].
pub fn read_library(text: &str) -> Result<Vec<Opened>, FileError> {
    let (envelope, models) = documents(text, MOST_LIBRARY)?;
    models.into_iter().map(|model| envelope.open(model)).collect()
}

/// What is said of all documents of a file.
struct Envelope<'t> {
    /// The whole text.
    text: &'t str,
    schema: u32,
    made_with: String,
    stamp: Stamp,
    faults: Vec<Fault>,
}

/// The envelope of a file and the texts of its documents, which nobody has looked into yet.
fn documents(text: &str, most: usize) -> Result<(Envelope<'_>, Vec<&RawValue>), FileError> {
    if text.len() > most {
        return Err(FileError::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let damaged = |error: serde_json::Error| not_json(text, text, &error);
    let members = Members::of(text).map_err(damaged)?.ok_or(FileError::OtherProgram)?;
    let is_ours = members.text("app").is_some_and(|app| app == APP);
    let models = match (members.get("model"), members.get("models")) {
        (Some(model), _) if is_ours => vec![model],
        (None, Some(models)) if is_ours => {
            serde_json::from_str(models.get()).map_err(|_| FileError::OtherProgram)?
        }
        (None, None) if members.get("app").is_none() && is_bare_model(&members) => {
            vec![serde_json::from_str(text).map_err(damaged)?]
        }
        _ => return Err(FileError::OtherProgram),
    };
    Ok((Envelope::of(text, &members)?, models))
}

/// Whether an object without an envelope is a document: it has a part that documents have.
fn is_bare_model(members: &Members<'_>) -> bool {
    let fields = Model::default().fields();
    fields.iter().any(|field| members.get(field.key).is_some())
}

impl<'t> Envelope<'t> {
    fn of(text: &'t str, members: &Members<'_>) -> Result<Self, FileError> {
        let label = |key| members.text(key).map(|text| fitting_text(&text, &LABEL));
        let (schema, made_with): (Option<u32>, _) =
            (members.whole("schema"), label("engine").unwrap_or_default());
        if let Some(schema) = schema.filter(|schema| *schema > SCHEMA) {
            return Err(FileError::TooNew { schema, made_with });
        }
        let is_unclear = schema.is_none() && members.get("schema").is_some();
        let fault = is_unclear.then(|| Fault { path: "schema".into(), reason: Misfit::WrongType });
        Ok(Self {
            text,
            schema: schema.unwrap_or(SCHEMA),
            made_with,
            stamp: Stamp { saved: label("saved"), rev: members.whole("rev"), base: label("base") },
            faults: fault.into_iter().collect(),
        })
    }

    fn open(&self, document: &RawValue) -> Result<Opened, FileError> {
        if !document.get().starts_with('{') {
            return Err(FileError::OtherProgram);
        }
        let damaged = |error: serde_json::Error| not_json(self.text, document.get(), &error);
        let json = migrated(document, self.schema, |step| step.long).map_err(damaged)?;
        let mut deserializer = serde_json::Deserializer::from_str(&json);
        let (model, found) = ModelSeed(Dialect::Long).deserialize(&mut deserializer).map_err(damaged)?;
        let faults = self.faults.iter().cloned().chain(found).collect();
        let (made_with, stamp) = (self.made_with.clone(), self.stamp.clone());
        Ok(Opened { model, faults, made_with, is_migrated: self.schema < SCHEMA, stamp })
    }
}

/// Where a text is damaged, by what was met in a part of it.
fn not_json(text: &str, part: &str, error: &serde_json::Error) -> FileError {
    let begin = (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let before = text.get(..begin).unwrap_or_default();
    let line_before = if error.line() == 1 { before.rsplit('\n').next().unwrap_or_default() } else { "" };
    FileError::NotJson {
        line: before.matches('\n').count() + error.line(),
        column: line_before.len() + error.column(),
    }
}

/// A short text of an envelope, as a field like any other.
pub(super) const LABEL: crate::model::Field =
    crate::model::Field { key: "", number: 0, kind: crate::model::Kind::Text { most: 40 }, about: "" };
