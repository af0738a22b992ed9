//! The document as a link: everything about it stands in the link itself.

use super::container::{seal, unseal};
use super::fault::{Fault, LinkError, Misfit};
use super::file::LABEL;
use super::long::quoted;
use super::migrate::{STEPS, migrated};
use super::reading::{Dialect, read_record};
use super::short::short_record;
use super::{ENGINE, SCHEMA};
use crate::model::{Model, Record, SlotMut, fitting_text};
use serde_json::Value;

/// Characters of the longest link that is made.
const MOST_WRITTEN: usize = 16_000;
/// Headline results that a link may carry.
const MOST_RECEIPT: usize = 8;

/// What a link leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// Nothing: the document as it is.
    Nothing,
    /// Notes, hypotheses and sources.
    Notes,
    /// Every text, names too: numbers only.
    Names,
}

/// A link that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The sender's document.
    pub model: Model,
    /// The headline results as the sender saw them.
    pub receipt: Vec<String>,
    /// The version of the program that made it.
    pub made_with: String,
    /// Places that could not be read; a link made by this program has none.
    pub faults: Vec<Fault>,
}

/// Why a document became no link: it is longer than links may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Characters that it would have.
    pub length: usize,
    /// Characters that it may have.
    pub most: usize,
}

/// The document as the text that stands behind the `#` of a link. The same document with the same
/// receipt always gives the same text, of ASCII characters only.
///
/// # Errors
/// Where it would be longer than 16,000 characters.
///
/// ```
/// use obkatka::codec::{Without, read_link, write_link};
/// use obkatka::model::Model;
/// let text = write_link(&Model::default(), &[], Without::Nothing).unwrap();
/// assert!(text.starts_with("m1.") && text.ends_with('E'));
/// let pasted = format!("<https://example.com/#{text}&utm_source=mail>");
/// assert_eq!(read_link(&pasted).unwrap().model, Model::default());
/// ```
pub fn write_link(model: &Model, receipt: &[String], without: Without) -> Result<String, TooLong> {
    let mut model = model.clone();
    leave_out(&mut model, without);
    let document = short_record(&model, &Model::default());
    let mut payload = format!(r#"{{"s":{SCHEMA},"e":"{ENGINE}","m":{document}"#);
    if !receipt.is_empty() {
        let results: Vec<_> = receipt.iter().map(|result| quoted(result)).collect();
        payload += &[r#","r":["#, &results.join(","), "]"].concat();
    }
    let text = seal(&(payload + "}"));
    let length = text.len();
    if length > MOST_WRITTEN { Err(TooLong { length, most: MOST_WRITTEN }) } else { Ok(text) }
}

/// Opens a link, wherever it stands in a pasted text; see [`unseal`].
///
/// # Errors
/// Where there is no whole and undamaged link; see [`LinkError`]. Never a document in its place.
pub fn read_link(pasted: &str) -> Result<Link, LinkError> {
    let text = unseal(pasted)?;
    let invalid = |path: &str, reason| LinkError::Invalid(Fault { path: path.into(), reason });
    let mut payload: Value = serde_json::from_str(&text).map_err(|_| invalid("", Misfit::WrongType))?;
    let label = |value: &Value| fitting_text(value.as_str().unwrap_or_default(), &LABEL);
    let made_with = payload.get("e").map(label).unwrap_or_default();
    let schema = payload.get("s").and_then(Value::as_u64).ok_or(invalid("s", Misfit::Missing))?;
    let schema = u32::try_from(schema).unwrap_or(u32::MAX);
    if schema > SCHEMA {
        return Err(LinkError::TooNew { made_with });
    }
    let document = payload.get_mut("m").map(Value::take).filter(Value::is_array);
    let document = document.ok_or(invalid("m", Misfit::Missing))?;
    let document = migrated(document, schema, STEPS, |step| step.short);
    let mut model = Model::default();
    let faults = read_record(&mut model, &document, Dialect::Short);
    let receipt = payload.get("r").and_then(Value::as_array).into_iter().flatten();
    Ok(Link { model, receipt: receipt.take(MOST_RECEIPT).map(label).collect(), made_with, faults })
}

/// Empties the texts that a link is to leave out. Ids stay: they are no words of the sender.
fn leave_out(record: &mut dyn Record, without: Without) {
    if without == Without::Nothing {
        return;
    }
    for (field, slot) in record.fields().iter().zip(record.slots_mut()) {
        match slot {
            SlotMut::Text(text) if is_left_out(field.key, without) => text.clear(),
            SlotMut::Estimate(estimate) | SlotMut::Optional(Some(estimate)) => estimate.source.clear(),
            // It is full of texts; what is left of it would be no plan that ever was.
            SlotMut::Frozen(plan) => plan.clear(),
            SlotMut::Record(inner) => leave_out(inner, without),
            SlotMut::Rows(rows) => (0..rows.len()).for_each(|at| {
                rows.row_mut(at).into_iter().for_each(|row| leave_out(row, without));
            }),
            _ => {}
        }
    }
}

fn is_left_out(key: &str, without: Without) -> bool {
    match key {
        // Ids, a row's own and those of the roles that a link of the chain names, are no words.
        "id" | "executor" | "customer" => false,
        "name" | "role" => without == Without::Names,
        _ => true,
    }
}
