//! The document as a file, as the browser stores it and as scripts hand it over: JSON in an envelope
//! that says whose it is and which schema it follows.

use super::fault::{Fault, Misfit};
use super::long::Json;
use super::migrate::{STEPS, migrated};
use super::reading::{Dialect, read_record};
use super::{APP, ENGINE, SCHEMA};
use crate::model::{Model, Record, fitting_text};
use serde_json::Value;

/// Bytes of the largest file with one document.
const MOST_FILE: usize = 2 * 1024 * 1024;
/// Bytes of the largest file with many.
const MOST_LIBRARY: usize = 16 * 1024 * 1024;

/// What a document's envelope says beside its schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamp {
    /// When it was saved, as the one who saved it wrote it.
    pub saved: Option<String>,
    /// How often the browser has stored it.
    pub rev: Option<u32>,
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

/// The document as a file, to read and to keep under version control.
pub fn write_file(model: &Model) -> String {
    let mut json = Json::new(true);
    envelope(&mut json, &Stamp::default());
    json.key("model");
    json.record(model);
    json.close('}');
    json.done() + "\n"
}

/// The document as the browser stores it.
pub fn write_stored(model: &Model, stamp: &Stamp) -> String {
    let mut json = Json::new(false);
    envelope(&mut json, stamp);
    json.key("model");
    json.record(model);
    json.close('}');
    json.done()
}

/// Many documents in one file.
pub fn write_library<'a>(models: impl Iterator<Item = &'a Model>) -> String {
    let mut json = Json::new(true);
    envelope(&mut json, &Stamp::default());
    json.key("models");
    json.open('[');
    for model in models {
        json.item();
        json.record(model);
    }
    json.close(']');
    json.close('}');
    json.done() + "\n"
}

fn envelope(json: &mut Json, stamp: &Stamp) {
    json.open('{');
    json.key("app");
    json.string(APP);
    json.key("schema");
    json.bare(&SCHEMA.to_string());
    json.key("engine");
    json.string(ENGINE);
    if let Some(saved) = &stamp.saved {
        json.key("saved");
        json.string(saved);
    }
    if let Some(rev) = stamp.rev {
        json.key("rev");
        json.bare(&rev.to_string());
    }
}

/// Reads a file, a stored document or a bare model as scripts write it. Of a library, the first
/// document counts and a fault at `models` tells of the others.
///
/// # Errors
/// Where there is no document at all; see [`FileError`].
pub fn read_file(text: &str) -> Result<Opened, FileError> {
    let (envelope, mut models) = documents(text, MOST_FILE)?;
    let others = models.len() > 1;
    let mut opened =
        models.drain(..).next().map_or(Err(FileError::OtherProgram), |model| envelope.open(model))?;
    if others {
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
#[derive(Default)]
struct Envelope {
    schema: u32,
    made_with: String,
    stamp: Stamp,
    faults: Vec<Fault>,
}

fn documents(text: &str, most: usize) -> Result<(Envelope, Vec<Value>), FileError> {
    if text.len() > most {
        return Err(FileError::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value = serde_json::from_str(text)
        .map_err(|error| FileError::NotJson { line: error.line(), column: error.column() })?;
    let Value::Object(mut map) = value else {
        return Err(FileError::OtherProgram);
    };
    let app = map.get("app").cloned();
    let is_ours = app.as_ref().is_some_and(|app| app.as_str() == Some(APP));
    let models = match (map.remove("model"), map.remove("models")) {
        (Some(model), _) if is_ours => vec![model],
        (None, Some(Value::Array(models))) if is_ours => models,
        (None, None) if app.is_none() && is_bare_model(&map) => {
            vec![Value::Object(core::mem::take(&mut map))]
        }
        _ => return Err(FileError::OtherProgram),
    };
    Ok((Envelope::of(&map)?, models))
}

/// Whether an object without an envelope is a document: it has a part that documents have, or none.
fn is_bare_model(map: &serde_json::Map<String, Value>) -> bool {
    map.is_empty() || Model::default().fields().iter().any(|field| map.contains_key(field.key))
}

impl Envelope {
    fn of(map: &serde_json::Map<String, Value>) -> Result<Self, FileError> {
        let text = |key| map.get(key).and_then(Value::as_str).map(|text| fitting_text(text, &LABEL));
        let count = |key| map.get(key).and_then(Value::as_u64).and_then(|count| u32::try_from(count).ok());
        let (schema, made_with) = (count("schema"), text("engine").unwrap_or_default());
        if let Some(schema) = schema.filter(|schema| *schema > SCHEMA) {
            return Err(FileError::TooNew { schema, made_with });
        }
        let is_unclear = schema.is_none() && map.contains_key("schema");
        let fault = is_unclear.then(|| Fault { path: "schema".into(), reason: Misfit::WrongType });
        Ok(Self {
            schema: schema.unwrap_or(SCHEMA),
            made_with,
            stamp: Stamp { saved: text("saved"), rev: count("rev") },
            faults: fault.into_iter().collect(),
        })
    }

    fn open(&self, document: Value) -> Result<Opened, FileError> {
        if !document.is_object() {
            return Err(FileError::OtherProgram);
        }
        let document = migrated(document, self.schema, STEPS, |step| step.long);
        let (mut model, mut faults) = (Model::default(), self.faults.clone());
        faults.extend(read_record(&mut model, &document, Dialect::Long));
        Ok(Opened { model, faults, made_with: self.made_with.clone(), stamp: self.stamp.clone() })
    }
}

/// A short text of an envelope, as a field like any other.
pub(super) const LABEL: crate::model::Field =
    crate::model::Field { key: "", number: 0, kind: crate::model::Kind::Text { most: 40 }, about: "" };
