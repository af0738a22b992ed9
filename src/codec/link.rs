//! The document as a link: everything about it stands in the link itself.

use super::container::{seal, unseal};
use super::dialect::Dialect;
use super::fault::{Fault, LinkError, Misfit};
use super::file::LABEL;
use super::long::text;
use super::members::Members;
use super::migrate::{SCHEMA, migrated};
use super::program::ENGINE;
use super::reading::ModelSeed;
use super::short::Short;
use crate::model::{Model, fitting_text};
use crate::number::reading::Language;
use serde::Serialize;
use serde::de::DeserializeSeed;
use serde_json::value::RawValue;

/// Characters of the longest link that is made.
const MOST_WRITTEN: usize = 16_000;
/// Headline results that a link may carry.
const MOST_RECEIPT: usize = 8;

/// A link that was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The sender's document.
    pub model: Model,
    /// The headline results as the sender saw them.
    pub receipt: Vec<String>,
    /// The version of the program that made it.
    pub made_with: String,
    /// The schema that it was made in; an older one may have been computed by other rules.
    pub schema: u32,
    /// The language in which the sender reads, where the link says so.
    pub language: Option<Language>,
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

/// The document as the text after the `#` of a link; what it is to be sent [`without`](super::without) is taken out before. The same document with the same
/// receipt always gives the same text, of ASCII characters only.
///
/// # Errors
/// Where it would be longer than 16,000 characters.
///
/// ```
/// use obkatka::codec::{read_link, write_link};
/// use obkatka::model::Model;
/// let text = write_link(&Model::default(), &[]).unwrap();
/// assert!(text.starts_with("m1.") && text.ends_with('E'));
/// let pasted = format!("<https://example.com/#{text}&utm_source=mail>");
/// assert_eq!(read_link(&pasted).unwrap().model, Model::default());
/// ```
pub fn write_link(model: &Model, receipt: &[String]) -> Result<String, TooLong> {
    sealed(model, receipt, None)
}

/// As [`write_link`], with the language in which the sender reads: whoever opens the link is offered it.
///
/// # Errors
/// Where it would be longer than 16,000 characters.
///
/// ```
/// use obkatka::codec::{read_link, write_link_in};
/// use obkatka::model::Model;
/// use obkatka::number::reading::Language;
/// let text = write_link_in(&Model::default(), &[], Language::Russian).unwrap();
/// assert_eq!(read_link(&text).unwrap().language, Some(Language::Russian));
/// ```
pub fn write_link_in(model: &Model, receipt: &[String], language: Language) -> Result<String, TooLong> {
    sealed(model, receipt, Some(language.tag()))
}

fn sealed(model: &Model, receipt: &[String], language: Option<&str>) -> Result<String, TooLong> {
    let document = Short { record: model, default: &Model::default() };
    let sealed = seal(&text(&Payload { s: SCHEMA, e: ENGINE, m: document, r: receipt, l: language }));
    let length = sealed.len();
    if length > MOST_WRITTEN { Err(TooLong { length, most: MOST_WRITTEN }) } else { Ok(sealed) }
}

/// What a link holds, in this order.
#[derive(Serialize)]
struct Payload<'a> {
    /// Schema of the document.
    s: u32,
    /// The version of the program that made it.
    e: &'static str,
    /// The document.
    m: Short<'a>,
    /// Headline results.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    r: &'a [String],
    /// The sender's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    l: Option<&'a str>,
}

/// Opens a link, wherever it stands in a pasted text; see [`unseal`].
///
/// # Errors
/// Where there is no whole and undamaged link; see [`LinkError`]. Never a document in its place.
pub fn read_link(pasted: &str) -> Result<Link, LinkError> {
    let text = unseal(pasted)?;
    let invalid = |path: &str, reason| LinkError::Invalid(Fault { path: path.into(), reason });
    let no_json = |_| invalid("", Misfit::WrongType);
    let payload = Members::of(&text).map_err(no_json)?.unwrap_or_default();
    let label = |text: Option<String>| fitting_text(&text.unwrap_or_default(), &LABEL);
    let made_with = label(payload.text("e"));
    let schema: u64 = payload.whole("s").ok_or(invalid("s", Misfit::Missing))?;
    let schema = u32::try_from(schema).unwrap_or(u32::MAX);
    if schema > SCHEMA {
        return Err(LinkError::TooNew { made_with });
    }
    let document = payload.get("m").filter(|document| document.get().starts_with('['));
    let document = document.ok_or(invalid("m", Misfit::Missing))?;
    let json = migrated(document, schema, |step| step.short).map_err(no_json)?;
    let mut deserializer = serde_json::Deserializer::from_str(&json);
    let (model, faults) = ModelSeed(Dialect::Short).deserialize(&mut deserializer).map_err(no_json)?;
    let receipt: Vec<&RawValue> = payload.read("r").unwrap_or_default();
    let receipt =
        receipt.iter().take(MOST_RECEIPT).map(|result| label(serde_json::from_str(result.get()).ok()));
    let language = payload.text("l").and_then(|tag| Language::of_tag(&tag));
    Ok(Link { model, receipt: receipt.collect(), made_with, schema, language, faults })
}
