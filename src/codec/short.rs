//! The short form of a record, for links: lists of a field's number and its value, without what is
//! as by default. The same document always gives the same text.

use super::decimal::decimal_text;
use super::long::{Raw, is_plain_guess};
use crate::model::{Choice, Estimate, Record, Rows, Slot, alike_slots, nth_id};
use crate::number::Decimal;
use serde::ser::{Error, Serialize, SerializeSeq, Serializer};
use serde_json::Number;

/// What a record holds beyond its defaults, as `[1,"name",5,48]`.
pub(super) struct Short<'a> {
    /// The record.
    pub record: &'a dyn Record,
    /// The same kind of record with its defaults.
    pub default: &'a dyn Record,
}

impl Serialize for Short<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        let slots = self.record.slots().into_iter().zip(self.default.slots());
        for (field, (slot, default)) in self.record.fields().iter().zip(slots) {
            if !alike_slots(slot, default) {
                list.serialize_element(&field.number)?;
                list.serialize_element(&ShortSlot { slot, default })?;
            }
        }
        list.end()
    }
}

/// The value of a field, which is not its default.
struct ShortSlot<'a> {
    slot: Slot<'a>,
    default: Slot<'a>,
}

impl Serialize for ShortSlot<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.slot, self.default) {
            (Slot::Text(text), _) => serializer.serialize_str(text),
            (Slot::Whole(whole) | Slot::Calendar(whole) | Slot::OpenMonth(Some(whole)), _) => {
                serializer.serialize_u32(whole)
            }
            (Slot::OpenMonth(None) | Slot::Optional(None) | Slot::Fact(None), _) => {
                serializer.serialize_unit()
            }
            (Slot::Fact(Some(number)), _) => Digits(number).serialize(serializer),
            // As it is: a link refers back to what it has in common with the plan of today.
            (Slot::Frozen(plan), _) => Raw(plan).serialize(serializer),
            (Slot::Flag(flag), _) => serializer.serialize_bool(flag),
            (Slot::Choice(choice), _) => choice.index().serialize(serializer),
            (Slot::Estimate(own) | Slot::Optional(Some(own)), _) => ShortEstimate(own).serialize(serializer),
            (Slot::Record(record), Slot::Record(default)) => Short { record, default }.serialize(serializer),
            (Slot::Rows(rows), _) => ShortRows(rows).serialize(serializer),
            (Slot::Record(_), _) => Err(S::Error::custom("a record has a record for its default")),
        }
    }
}

/// Rows; the id that a row has by its place is left out with the other defaults.
struct ShortRows<'a>(&'a dyn Rows);

impl Serialize for ShortRows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        let mut sample = self.0.sample();
        for (record, number) in (0..self.0.len()).filter_map(|at| self.0.row(at)).zip(0..) {
            sample.set_id(&nth_id(number));
            list.serialize_element(&Short { record, default: &*sample })?;
        }
        list.end()
    }
}

/// The number alone for a plain guess; else `[value, basis, source, low, high]`, cut where nothing
/// follows.
struct ShortEstimate<'a>(&'a Estimate);

impl Serialize for ShortEstimate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Estimate { value, range, basis, source, .. } = self.0;
        if is_plain_guess(self.0) {
            return Digits(*value).serialize(serializer);
        }
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element(&Digits(*value))?;
        list.serialize_element(&basis.index())?;
        if range.is_some() || !source.is_empty() {
            list.serialize_element(source)?;
        }
        if let Some(range) = range {
            list.serialize_element(&Digits(range.low))?;
            list.serialize_element(&Digits(range.high))?;
        }
        list.end()
    }
}

/// A decimal as a number of JSON, digit by digit.
struct Digits(Decimal);

impl Serialize for Digits {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let number: Number = decimal_text(self.0).parse().map_err(S::Error::custom)?;
        number.serialize(serializer)
    }
}
