//! The readable form of a record, for files, storage and scripts: keys by name, every field there.

use super::decimal::decimal_text;
use crate::model::{Basis, Choice, Estimate, Model, Record, Rows, Slot, YearMonth};
use crate::number::Decimal;
use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::value::{RawValue, to_raw_value};

/// A value as JSON.
pub(super) fn text(value: &impl Serialize) -> String {
    // Writing to memory fails only at keys that are no text; here are none.
    serde_json::to_string(value).unwrap_or_default()
}

/// A value as JSON to be read by people, each item on a line of its own, with a line's end.
pub(super) fn airy_text(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}

/// The long form, every field by its name.
impl Serialize for Model {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Long { record: self, is_airy: false }.serialize(serializer)
    }
}

/// A record with all its fields.
#[derive(Clone, Copy)]
pub(super) struct Long<'a> {
    /// The record.
    pub record: &'a dyn Record,
    /// Whether its text is laid out in lines; an estimate keeps to one all the same.
    pub is_airy: bool,
}

impl Serialize for Long<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (field, slot) in self.record.fields().iter().zip(self.record.slots()) {
            // Of what might be recorded of a month most is not.
            if !matches!(slot, Slot::Fact(None)) {
                map.serialize_entry(field.key, &LongSlot { slot, is_airy: self.is_airy })?;
            }
        }
        map.end()
    }
}

/// The value of a field.
pub(super) struct LongSlot<'a> {
    /// The value.
    pub slot: Slot<'a>,
    /// As in [`Long`].
    pub is_airy: bool,
}

impl Serialize for LongSlot<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let is_airy = self.is_airy;
        match self.slot {
            Slot::Text(text) => serializer.serialize_str(text),
            Slot::Whole(whole) | Slot::OpenMonth(Some(whole)) => serializer.serialize_u32(whole),
            Slot::OpenMonth(None) | Slot::Optional(None) | Slot::Fact(None) => serializer.serialize_unit(),
            Slot::Fact(Some(number)) => serializer.serialize_str(&decimal_text(number)),
            Slot::Frozen("") => serializer.serialize_unit(),
            Slot::Frozen(plan) => Raw(plan).serialize(serializer),
            Slot::Calendar(month) => serializer.serialize_str(&YearMonth(month).text()),
            Slot::Flag(flag) => serializer.serialize_bool(flag),
            Slot::Choice(choice) => serializer.serialize_str(choice.name()),
            Slot::Estimate(own) | Slot::Optional(Some(own)) if is_plain_guess(own) => {
                serializer.serialize_str(&decimal_text(own.value))
            }
            Slot::Estimate(own) | Slot::Optional(Some(own)) if is_airy => {
                to_raw_value(&LongEstimate(own)).map_err(S::Error::custom)?.serialize(serializer)
            }
            Slot::Estimate(own) | Slot::Optional(Some(own)) => LongEstimate(own).serialize(serializer),
            Slot::Record(record) => Long { record, is_airy }.serialize(serializer),
            Slot::Rows(rows) => LongRows { rows, is_airy }.serialize(serializer),
        }
    }
}

struct LongRows<'a> {
    rows: &'a dyn Rows,
    is_airy: bool,
}

impl Serialize for LongRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { rows, is_airy } = *self;
        let mut list = serializer.serialize_seq(None)?;
        for record in (0..rows.len()).filter_map(|at| rows.row(at)) {
            list.serialize_element(&Long { record, is_airy })?;
        }
        list.end()
    }
}

/// What an estimate rests on, in addition to its value.
struct LongEstimate<'a>(&'a Estimate);

impl Serialize for LongEstimate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Estimate { value, range, basis, source, .. } = self.0;
        let mut map = serializer.serialize_map(None)?;
        let mut number = |key, value: Decimal| map.serialize_entry(key, &decimal_text(value));
        number("value", *value)?;
        if let Some(range) = range {
            number("low", range.low)?;
            number("high", range.high)?;
        }
        map.serialize_entry("basis", basis.name())?;
        if !source.is_empty() {
            map.serialize_entry("source", source)?;
        }
        map.end()
    }
}

/// A text that is JSON, as it is; nothing where it is none.
pub(super) struct Raw<'a>(pub &'a str);

impl Serialize for Raw<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serde_json::from_str::<&RawValue>(self.0).ok().serialize(serializer)
    }
}

/// Whether a number tells all there is to an estimate.
pub(super) fn is_plain_guess(estimate: &Estimate) -> bool {
    let is_more = estimate.said_zero || estimate.basis != Basis::Guess || !estimate.source.is_empty();
    estimate.range.is_none() && !is_more
}
